#include "notice/version.h"

#include <algorithm>
#include <array>

#include "notice/document_words.h"
#include "notice/version_file.h"
#include "notice/version_record.h"
#include "notice/version_rules.h"

namespace kenpo::notice {

namespace {

using base::Plain;

constexpr std::array<std::string_view, 4> unpublished_ground_names = {
    "harm_to_person_or_third_party", "harm_to_society_rights", "cooperation_with_public_body",
    "purpose_evident_from_circumstances"};

constexpr std::array<std::string_view, 3> extension_ground_names = {"relatedness", "consent",
                                                                    "law"};

// 1000 versions with some forty lines each, and statements of 3000 bytes on a few of them.
constexpr std::size_t version_table_bytes_limit = 16 * 1024 * 1024;

base::Fault tampered(const Plain& file, std::uint64_t line, base::Words what) {
  return {std::move(what),
          {"このフォルダーのファイルは、プログラムの外で書き換えてはいけません。",
           "The files of this folder may not be changed other than by the program."},
          {"バックアップの同じファイルに戻してください。", "Restore the file from the backup."},
          {file, line, 0, {}}};
}

Plain text_name(std::uint32_t number) {
  const auto digits = std::to_string(10000 + number).substr(1);
  return Plain::file(digits + ".txt");
}

}  // namespace

std::string_view identifier(UnpublishedGround ground) {
  return unpublished_ground_names[static_cast<std::size_t>(ground)];
}

std::optional<UnpublishedGround> parse_unpublished_ground(std::string_view name) {
  for (std::size_t at = 0; at < unpublished_ground_names.size(); ++at) {
    if (unpublished_ground_names[at] == name) return static_cast<UnpublishedGround>(at);
  }
  return std::nullopt;
}

std::string_view identifier(ExtensionGround ground) {
  return extension_ground_names[static_cast<std::size_t>(ground)];
}

std::optional<ExtensionGround> parse_extension_ground(std::string_view name) {
  for (std::size_t at = 0; at < extension_ground_names.size(); ++at) {
    if (extension_ground_names[at] == name) return static_cast<ExtensionGround>(at);
  }
  return std::nullopt;
}

std::string NoticeBook::text_path(std::uint32_t number) const {
  return directory_ + '/' + text_name(number).text();
}

std::string NoticeBook::table_path() const { return directory_ + "/versions.tsv"; }

base::Result<NoticeBook> NoticeBook::open(const std::string& directory) {
  NoticeBook book(directory);
  auto table = KENPO_TRY(read_notice_file(book.table_path(), version_table_bytes_limit));
  if (table) KENPO_TRY(book.load(*table));
  return book;
}

base::Result<> NoticeBook::load(std::string_view table) {
  const Plain file("versions.tsv");
  if (!table.starts_with(version_table_head) || !table.ends_with('\n')) {
    return tampered(file, 1,
                    {"版の表の見出し行か最後の改行が違います。",
                     "The head or the last line end of the table of versions is wrong."});
  }
  table_ = table;
  table.remove_prefix(version_table_head.size());
  for (std::uint64_t line = 2; !table.empty(); ++line) {
    const auto end = table.find('\n');
    const auto whole = table.substr(0, end);
    table.remove_prefix(end + 1);
    const auto tab = whole.rfind('\t');
    const auto cells = whole.substr(0, tab == std::string_view::npos ? 0 : tab);
    const auto link =
        parse_hexadecimal(whole.substr(cells.size() + (tab != std::string_view::npos)));
    const auto next = chained(chain_, cells);
    const auto record = parse_version_record(cells);
    if (!link || *link != next || !record) {
      return tampered(file, line,
                      {"版の表が書き換えられています（連鎖の値が合いません）。",
                       "The table of versions was changed: the chain does not hold."});
    }
    std::string text;
    if (record->kind == RecordKind::adopted) {
      auto read = KENPO_TRY(read_notice_file(text_path(record->version), notice_bytes_limit));
      if (!read || fingerprint(*read) != record->sha256) {
        return tampered(text_name(record->version), 0,
                        {"この版の文書が無いか、採択したときの文書と違います（SHA-256不一致）。",
                         "The text of this version is missing or not the adopted one (SHA-256)."});
      }
      text = std::move(*read);
    }
    KENPO_TRY(take(*record, text));
    chain_ = next;
  }
  return base::Done{};
}

// Puts one record, from disk or new, into the versions; every rule is asked both times.
base::Result<> NoticeBook::take(const VersionRecord& record, const std::string& text) {
  if (record.kind == RecordKind::adopted) {
    auto document = KENPO_TRY(parse_document(text, text_name(record.version)));
    KENPO_TRY(check_adoption(versions_, record, document));
    versions_.push_back({record.version,
                         std::move(document),
                         record.at,
                         record.by,
                         *record.in_force_from,
                         {},
                         {},
                         std::nullopt,
                         {},
                         {}});
    return base::Done{};
  }
  KENPO_TRY(check_record(versions_, record));
  NoticeVersion& of = versions_[record.version - 1];
  if (record.kind == RecordKind::related) {
    of.relatedness.push_back({*record.pair, record.words});
  } else if (record.kind == RecordKind::restricted) {
    of.new_data_only.push_back({*record.pair, record.words});
  } else if (record.kind == RecordKind::extended) {
    const auto [ground, statement] = *parse_extension(record.words);
    of.extensions.push_back({*record.pair, ground, statement, record.at, record.by});
  } else if (record.kind == RecordKind::exempted) {
    of.exemptions.push_back(
        {*record.pair, *parse_unpublished_ground(record.words), record.at, record.by});
  } else {
    const auto means =
        record.kind == RecordKind::published ? PublicationMeans::page : PublicationMeans::letter;
    of.publication = {means, record.at, record.words, *record.sha256, record.by};
  }
  return base::Done{};
}

base::Result<> NoticeBook::append(const std::vector<VersionRecord>& records,
                                  const std::string& text) {
  NoticeBook after = *this;
  if (after.table_.empty()) after.table_ = version_table_head;
  for (const VersionRecord& record : records) {
    KENPO_TRY(after.take(record, text));
    const auto cells = written(record);
    after.chain_ = chained(after.chain_, cells);
    after.table_ += cells + '\t' + hexadecimal(after.chain_) + '\n';
  }
  const auto lock = KENPO_TRY(NoticeFolderLock::take(directory_));
  const auto on_disk = KENPO_TRY(read_notice_file(table_path(), version_table_bytes_limit));
  if (on_disk.value_or("") != table_) {
    return tampered("versions.tsv", 0,
                    {"版の表が、開いた後に変わっています。もう一度開いてください。",
                     "The table of versions changed since it was opened."});
  }
  if (const auto& first = records.front(); first.kind == RecordKind::adopted) {
    const auto path = text_path(first.version);
    const auto leftover = KENPO_TRY(read_notice_file(path, notice_bytes_limit));
    if (leftover && *leftover != text) {
      return tampered(
          text_name(first.version), 0,
          {"表に無い版の文書が既にあります。", "A text that no version names is here."});
    }
    KENPO_TRY(write_notice_file(path, text));
  }
  KENPO_TRY(write_notice_file(table_path(), after.table_));
  *this = std::move(after);
  return base::Done{};
}

base::Result<std::uint32_t> NoticeBook::propose(const Proposal& proposal) {
  const auto number = static_cast<std::uint32_t>(versions_.size() + 1);
  const auto document = KENPO_TRY(parse_document(proposal.text, text_name(number)));
  std::vector<VersionRecord> records;
  records.push_back({RecordKind::adopted,
                     number,
                     proposal.adopted_at,
                     proposal.approved_by,
                     {},
                     {},
                     document.sha256,
                     proposal.in_force_from});
  for (const Relatedness& related : proposal.relatedness) {
    records.push_back({RecordKind::related,
                       number,
                       proposal.adopted_at,
                       proposal.approved_by,
                       related.pair,
                       related.statement,
                       {},
                       {}});
  }
  for (const NewDataOnly& limited : proposal.new_data_only) {
    records.push_back({RecordKind::restricted,
                       number,
                       proposal.adopted_at,
                       proposal.approved_by,
                       limited.pair,
                       limited.reason,
                       {},
                       {}});
  }
  const PairMask before = versions_.empty() ? all_pairs : versions_.back().document.pairs();
  KENPO_TRY(check_relatedness(document.pairs() & ~before, proposal.relatedness,
                              proposal.new_data_only));
  KENPO_TRY(append(records, proposal.text));
  return number;
}

base::Result<> NoticeBook::publish(std::uint32_t version, const Publication& publication) {
  const auto kind =
      publication.means == PublicationMeans::page ? RecordKind::published : RecordKind::notified;
  return append({{kind,
                  version,
                  publication.published_at,
                  publication.recorded_by,
                  {},
                  publication.place,
                  publication.page_sha256,
                  {}}},
                {});
}

base::Result<> NoticeBook::exempt(std::uint32_t version, const Exemption& exemption) {
  return append({{RecordKind::exempted,
                  version,
                  exemption.approved_at,
                  exemption.approved_by,
                  exemption.pair,
                  std::string(identifier(exemption.ground)),
                  {},
                  {}}},
                {});
}

base::Result<> NoticeBook::extend(std::uint32_t version, const Extension& extension) {
  return append({{RecordKind::extended,
                  version,
                  extension.approved_at,
                  extension.approved_by,
                  extension.pair,
                  extension_words(extension),
                  {},
                  {}}},
                {});
}

const NoticeVersion* NoticeBook::version(std::uint32_t number) const {
  return number == 0 || number > versions_.size() ? nullptr : &versions_[number - 1];
}

const NoticeVersion* NoticeBook::current(base::Moment moment) const {
  return version(in_force(moment).version);
}

NoticeInForce NoticeBook::in_force(base::Moment moment) const {
  return rows_in_force(versions_, moment);
}

std::vector<AcquisitionGap> NoticeBook::acquisition_gaps(base::Moment moment) const {
  return notice::acquisition_gaps(versions_, moment);
}

std::optional<base::Moment> NoticeBook::next_change(base::Moment moment) const {
  const auto now = in_force(moment);
  for (const base::Moment next : changes_of(versions_)) {
    const auto then = in_force(next);
    const bool same = then.version == now.version && then.pairs == now.pairs;
    if (next > moment && !same) return next;
  }
  return std::nullopt;
}

}  // namespace kenpo::notice
