#include "notice/notice_commands.h"

#include <charconv>

#include <boost/json.hpp>

#include "notice/coverage.h"
#include "notice/difference.h"
#include "notice/linter.h"
#include "notice/notice_page.h"
#include "notice/version_file.h"
#include "notice/wording.h"

namespace kenpo::notice {

namespace {

CommandAnswer refused(const base::Faults& faults, base::Language language) {
  CommandAnswer answer;
  answer.status = 1;
  for (const base::Fault& fault : faults) answer.errors += base::tell(fault, language) + '\n';
  return answer;
}

CommandAnswer told(std::string out) { return {std::move(out), {}, 0}; }

std::optional<std::uint32_t> version_number(std::string_view name) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return whole ? std::optional(number) : std::nullopt;
}

boost::json::value moment_or_null(const std::optional<base::Moment>& moment) {
  return moment ? boost::json::value(moment->iso()) : boost::json::value(nullptr);
}

boost::json::array pairs_json(PairMask mask) {
  boost::json::array list;
  for (const Pair& pair : published_pairs) {
    if ((mask & mask_of(pair)) != 0) list.emplace_back(identifier(pair));
  }
  return list;
}

std::optional<base::Moment> published_at(const NoticeVersion& version) {
  return version.publication ? std::optional(version.publication->published_at) : std::nullopt;
}

boost::json::object version_json(const NoticeVersion& version) {
  return {{"version", version.number},
          {"sha256", hexadecimal(version.document.sha256)},
          {"adopted_at", version.adopted_at.iso()},
          {"approved_by", version.approved_by},
          {"in_force_from", version.in_force_from.iso()},
          {"published_at", moment_or_null(published_at(version))}};
}

std::string show_json(const NoticeBook& book, const NoticeVersion& shown, base::Moment now) {
  boost::json::array history;
  for (const NoticeVersion& each : book.history()) history.push_back(version_json(each));
  boost::json::object answer = version_json(shown);
  answer["pairs_in_force"] = pairs_json(book.in_force(now).pairs);
  answer["text"] = shown.document.text;
  answer["history"] = std::move(history);
  return boost::json::serialize(answer) + "\n";
}

std::string show_text(const NoticeBook& book, const NoticeVersion& shown, base::Moment now,
                      bool japanese) {
  const auto published = published_at(shown);
  const auto rows = std::to_string(pairs_json(book.in_force(now).pairs).size());
  std::string text = shown.document.text + '\n';
  text += (japanese ? "版 " : "version ") + std::to_string(shown.number) + '\n';
  text += "SHA-256 " + hexadecimal(shown.document.sha256) + '\n';
  text += (japanese ? "施行 " : "in force from ") + shown.in_force_from.short_text() + '\n';
  text += japanese ? "公表 " : "published ";
  text += published ? published->short_text() : japanese ? "記録なし" : "not on record";
  text += japanese ? "\n現在有効な組 " + rows + " / 43\n" : "\npairs in force " + rows + " / 43\n";
  return text;
}

}  // namespace

base::Result<Document> document_named(const NoticeBook& book, std::string_view name) {
  if (name == "carried") return carried_document();
  if (const auto number = version_number(name)) {
    if (const NoticeVersion* version = book.version(*number)) return version->document;
    return base::Fault{{"その番号の版はありません。", "There is no version of this number."},
                       {},
                       {"版の一覧で確かめてください。", "Look at the list of versions."},
                       {}};
  }
  const auto text = KENPO_TRY(read_notice_file(std::string(name), notice_bytes_limit));
  const auto file = base::Plain::file(name);
  if (!text) {
    return base::Fault{{"ファイルがありません。", "There is no such file."},
                       {},
                       {"ファイル名を確かめてください。", "Check the name."},
                       {file, 0, 0, {}}};
  }
  return parse_document(*text, file);
}

CommandAnswer notice_show(const NoticeBook& book, base::Moment now,
                          std::optional<std::uint32_t> version, AnswerStyle style) {
  const NoticeVersion* shown = version ? book.version(*version) : book.current(now);
  if (shown == nullptr) {
    return refused({{{"表示する公表事項がありません。", "There is no notice to show."},
                     {"有効な版がないか、その番号の版がありません。",
                      "None is in force, or none has this number."},
                     {"kenpo notice publish で公表を記録してください。",
                      "Record a publication with kenpo notice publish."},
                     {}}},
                   style.language);
  }
  if (style.form == OutputForm::json) return told(show_json(book, *shown, now));
  return told(show_text(book, *shown, now, style.language == base::Language::japanese));
}

CommandAnswer notice_check(const Document& document, AnswerStyle style) {
  const auto findings = lint(document);
  return told(style.form == OutputForm::json ? findings_json(findings)
                                             : findings_text(findings, style.language));
}

CommandAnswer notice_coverage(std::span<const Operation* const> operations, AnswerStyle style) {
  const auto covered = coverage(operations);
  return told(style.form == OutputForm::json ? coverage_json(covered)
                                             : coverage_text(covered, style.language));
}

CommandAnswer notice_diff(const NoticeBook& book, std::string_view before, std::string_view after,
                          AnswerStyle style) {
  const auto old_text = document_named(book, before);
  if (!old_text.ok()) return refused(old_text.faults(), style.language);
  const auto new_text = document_named(book, after);
  if (!new_text.ok()) return refused(new_text.faults(), style.language);
  const auto changes = difference(*old_text, *new_text);
  return told(style.form == OutputForm::json ? difference_json(changes)
                                             : difference_text(changes, style.language));
}

CommandAnswer notice_adopt(NoticeBook& book, const Proposal& proposal, AnswerStyle style) {
  const auto number = book.propose(proposal);
  if (!number.ok()) return refused(number.faults(), style.language);
  const NoticeVersion& version = *book.version(*number);
  if (style.form == OutputForm::json) {
    return told(boost::json::serialize(version_json(version)) + "\n");
  }
  const auto digits = std::to_string(*number);
  return told(style.language == base::Language::japanese
                  ? "第" + digits +
                        "版を採択しました。公表を記録するまで、追加された行は使えません。\n"
                  : "Version " + digits + " adopted. Added rows wait for its publication.\n");
}

CommandAnswer notice_publish(NoticeBook& book, std::uint32_t version, Publication publication,
                             std::string_view page, AnswerStyle style) {
  const NoticeVersion* wanted = book.version(version);
  if (wanted != nullptr && publication.means == PublicationMeans::page) {
    const auto shown = shows_notice(wanted->document, page);
    if (!shown.ok()) return refused(shown.faults(), style.language);
  }
  publication.page_sha256 = fingerprint(page);
  const auto recorded = book.publish(version, publication);
  if (!recorded.ok()) return refused(recorded.faults(), style.language);
  const NoticeVersion& now = *book.version(version);
  if (style.form == OutputForm::json) return told(boost::json::serialize(version_json(now)) + "\n");
  const auto digits = std::to_string(version);
  const auto print = hexadecimal(publication.page_sha256);
  return told(style.language == base::Language::japanese
                  ? "第" + digits + "版の公表を記録しました。証拠のSHA-256：" + print + "\n"
                  : "Publication of version " + digits + " recorded. Evidence " + print + "\n");
}

}  // namespace kenpo::notice
