// What two people decide about the notice: a new text, a ground of Article 21(4), older data.
#include <algorithm>

#include "notice/difference.h"
#include "notice/version_rules.h"
#include "notice/wording.h"
#include "safeguard/notice_life_act.h"
#include "safeguard/notice_life_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using base::Words;
using notice::Acting;
using notice::NoticeBook;
using notice::Permit;
using staff::Difference;

constexpr std::string_view version_kind = "notice_version";
constexpr std::string_view exemption_kind = "notice_exemption";
constexpr std::string_view extension_kind = "notice_extension";

constexpr auto deciders =
    static_cast<notice::RoleMask>(notice::mask_of(notice::Role::executive_director) |
                                  notice::mask_of(notice::Role::responsible_person));

std::string proposal_row_words(notice::Pair pair) {
  return std::string(wording(pair.category)) + "／" + std::string(wording(pair.purpose));
}

/// One value as a proposal holds it: no tabs, no line ends, not longer than it takes.
std::string value_of(std::string text) {
  std::ranges::replace(text, '\t', ' ');
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string numbered(std::string_view name, std::size_t at) {
  // Fields are [a-z_]: 'row_a', 'row_b', … 'row_ba'.
  std::string letters;
  for (std::size_t rest = at;; rest = rest / 26 - 1) {
    letters.insert(letters.begin(), static_cast<char>('a' + rest % 26));
    if (rest < 26) break;
  }
  return std::string(name) + "_" + letters;
}

const notice::Document* last_document(const NoticeBook& book) {
  return book.history().empty() ? nullptr : &book.history().back().document;
}

/// What the second person sees: rows added with their statements, rows withdrawn, words changed.
std::vector<Difference> differences_of(const notice::Difference& found, const NoticeChange& change,
                                       std::string_view sha256) {
  std::vector<Difference> lines;
  for (const auto& pair : found.added) {
    lines.push_back({numbered("added", lines.size()), "", proposal_row_words(pair)});
    const auto stated = std::ranges::find(change.added, pair, &AddedRow::pair);
    if (stated == change.added.end()) continue;
    const bool related = stated->reach == RowReach::related;
    lines.push_back({numbered(related ? "related" : "new_only", lines.size()), "",
                     value_of(stated->statement)});
  }
  for (const auto& pair : found.withdrawn) {
    lines.push_back({numbered("withdrawn", lines.size()), proposal_row_words(pair), ""});
  }
  for (const auto& words : found.reworded) {
    lines.push_back(
        {numbered("reworded", lines.size()), value_of(words.before), value_of(words.after)});
  }
  if (found.reordered) lines.push_back({"order", "前の順", "新しい順"});
  lines.push_back({"in_force_on", "", change.in_force_on ? change.in_force_on->iso() : "承認の時"});
  lines.push_back({"sha", "", std::string(sha256)});
  return lines;
}

std::string label_of(std::string_view field) {
  const auto begins = [&](std::string_view name) { return field.starts_with(name); };
  if (begins("added")) return "追加する行";
  if (begins("related")) return "変更前の利用目的との関連（17条2項）";
  if (begins("new_only")) return "今後取得する情報だけに使う理由";
  if (begins("withdrawn")) return "取り下げる行";
  if (begins("reworded")) return "文言";
  if (begins("order")) return "行の順序";
  if (begins("in_force_on")) return "施行する日";
  if (begins("version")) return "版";
  if (begins("pair")) return "利用目的の行";
  if (begins("ground")) return "根拠";
  if (begins("statement")) return "内容";
  return "文書のSHA-256";
}

std::string ground_words(std::string_view value) {
  if (value == "harm_to_person_or_third_party")
    return "21条4項1号：本人・第三者の権利利益を害するおそれ";
  if (value == "harm_to_society_rights")
    return "21条4項2号：当組合の権利・正当な利益を害するおそれ";
  if (value == "cooperation_with_public_body") return "21条4項3号：国・地方公共団体への協力";
  if (value == "purpose_evident_from_circumstances") return "21条4項4号：取得の状況から明らか";
  if (value == "relatedness") return "17条2項：関連性";
  if (value == "consent") return "18条1項：本人の同意";
  if (value == "law") return "18条3項1号：法令";
  return std::string(value);
}

std::string value_words(std::string_view field, std::string_view value) {
  if (field.starts_with("ground")) return ground_words(value);
  if (field.starts_with("pair")) {
    if (const auto pair = notice::parse_pair(value)) return proposal_row_words(*pair);
  }
  return std::string(value);
}

/// The version and row that a proposal is about.
struct RowOfVersion {
  std::uint32_t version = 0;
  notice::Pair pair{};
};

Result<RowOfVersion> row_of(const staff::Change& change) {
  const auto pair = notice::parse_pair(change.after("pair"));
  std::uint32_t version = 0;
  for (const char c : change.after("version")) {
    version = version * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (!pair) return base::refusal({"行がありません。", "The row is missing."}, {});
  return RowOfVersion{version, *pair};
}

std::string decider(const Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  return staff == nullptr ? std::string("kenpo") : std::string(staff->text());
}

// Carried out after the approval is durable, and again when it failed: a version with this text
// that is there already was adopted then.
Result<> adopt(const NoticeOffice& office, const staff::Approval& approval,
               const staff::Change& change, const Acting& acting) {
  const auto sha256 = change.after("sha");
  const auto work = [&](const Permit<notice_change_adopt>& permit) -> Result<> {
    auto book = KENPO_TRY(NoticeBook::open(office.directory));
    const auto* last = last_document(book);
    if (last != nullptr && notice::hexadecimal(last->sha256) == sha256) return base::Done{};
    std::optional<NoticeDraft> draft;
    {
      const auto view = KENPO_TRY(office.database.read());
      draft = KENPO_TRY(find_draft(view, NoticeLifeBasis(permit), sha256));
    }
    if (!draft || notice::hexadecimal(notice::fingerprint(draft->text)) != sha256) {
      return base::refusal({"承認された文書が見つかりません。", "The approved text is missing."},
                           {"もう一度提案してください。", "Propose it again."});
    }
    const auto now = office.gate.clock().now();
    const auto start = draft->in_force_on ? base::start_of(*draft->in_force_on) : now;
    notice::Proposal adopted{.text = draft->text,
                             .adopted_at = now,
                             .approved_by = std::string(approval.proposer.text()) + " " +
                                            decider(acting),
                             .in_force_from = std::max(start, now),
                             .relatedness = {},
                             .new_data_only = {}};
    for (const auto& row : draft->added) {
      if (row.reach == RowReach::related) {
        adopted.relatedness.push_back({row.pair, row.statement});
      } else {
        adopted.new_data_only.push_back({row.pair, row.statement});
      }
    }
    KENPO_TRY(book.propose(adopted));
    return base::Done{};
  };
  KENPO_TRY(office.gate.perform<notice_change_adopt>(acting, work));
  return office.refresh();
}

Result<> exempt(const NoticeOffice& office, const staff::Change& change, const Acting& acting) {
  const auto row = KENPO_TRY(row_of(change));
  const auto ground = notice::parse_unpublished_ground(change.after("ground"));
  if (!ground) return base::refusal({"根拠がありません。", "The ground is missing."}, {});
  const auto work = [&](const Permit<notice_change_adopt>&) -> Result<> {
    auto book = KENPO_TRY(NoticeBook::open(office.directory));
    const auto* version = book.version(row.version);
    const bool there =
        version != nullptr && std::ranges::any_of(version->exemptions, [&](const auto& each) {
          return each.pair == row.pair && each.ground == *ground;
        });
    if (there) return base::Done{};
    return book.exempt(row.version,
                       {row.pair, *ground, office.gate.clock().now(), decider(acting)});
  };
  KENPO_TRY(office.gate.perform<notice_change_adopt>(acting, work));
  return office.refresh();
}

Result<> extend(const NoticeOffice& office, const staff::Change& change, const Acting& acting) {
  const auto row = KENPO_TRY(row_of(change));
  const auto ground = notice::parse_extension_ground(change.after("ground"));
  if (!ground) return base::refusal({"根拠がありません。", "The ground is missing."}, {});
  const std::string statement(change.after("statement"));
  const auto work = [&](const Permit<notice_change_adopt>&) -> Result<> {
    auto book = KENPO_TRY(NoticeBook::open(office.directory));
    const auto* version = book.version(row.version);
    const bool there =
        version != nullptr && std::ranges::any_of(version->extensions, [&](const auto& each) {
          return each.pair == row.pair && each.ground == *ground;
        });
    if (there) return base::Done{};
    return book.extend(row.version,
                       {row.pair, *ground, statement, office.gate.clock().now(), decider(acting)});
  };
  KENPO_TRY(office.gate.perform<notice_change_adopt>(acting, work));
  return office.refresh();
}

staff::ApprovalKind kind_of(std::string_view name, std::string_view japanese) {
  return {.name = name,
          .japanese = japanese,
          .proposers = deciders,
          .approvers = deciders,
          .label = label_of,
          .words = value_words};
}

/// Whether the book would take the record now: told to the proposer, not first to the approver.
Result<> check_row(const NoticeOffice& office, const Acting& acting, std::uint32_t number,
                   notice::Pair pair) {
  const auto life = KENPO_TRY(show_notice_life(office, acting, number));
  const auto* version = life.book.version(number);
  if (version == nullptr || (version->document.pairs() & mask_of(pair)) == 0) {
    return base::refusal({"その行はこの版にありません。", "This version has no such row."},
                         {"版と行を確かめてください。", "Check version and row."});
  }
  return base::Done{};
}

}  // namespace

void add_notice_life_kinds(const NoticeOffice& office) {
  auto version = kind_of(version_kind, "公表事項の変更");
  version.after = [office](const staff::Approval& approval, const staff::Change& change,
                           const Acting& acting) {
    return adopt(office, approval, change, acting);
  };
  office.approvals.add(std::move(version));
  auto exemption = kind_of(exemption_kind, "公表しない根拠（21条4項）");
  exemption.after = [office](const staff::Approval&, const staff::Change& change,
                             const Acting& acting) { return exempt(office, change, acting); };
  office.approvals.add(std::move(exemption));
  auto extension = kind_of(extension_kind, "以前の情報に使う根拠");
  extension.after = [office](const staff::Approval&, const staff::Change& change,
                             const Acting& acting) { return extend(office, change, acting); };
  office.approvals.add(std::move(extension));
}

// 個人情報保護法17条2項・21条3項
Result<base::CaseId> propose_notice(const NoticeOffice& office, const Acting& acting,
                                    const NoticeChange& change) {
  const auto work =
      [&](const Permit<notice_change_propose>& permit) -> Result<std::vector<Difference>> {
    if (notice_draft_bytes_limit < change.text.size()) {
      return base::refusal({"文書が長すぎます。", "The text is too long."}, {});
    }
    const auto document = KENPO_TRY(notice::parse_document(change.text, "公表事項の変更案"));
    const auto now = office.gate.clock().now();
    if (change.in_force_on && *change.in_force_on < now.day()) {
      return base::refusal({"施行する日が過ぎています。", "The day of force has passed."},
                           {"きょう以後の日にしてください。", "Give a day from today on."});
    }
    const auto book = KENPO_TRY(NoticeBook::open(office.directory));
    const auto* last = last_document(book);
    if (last == nullptr || last->sha256 == document.sha256) {
      return base::refusal({"いまの版から変わっていません。", "Nothing has changed."},
                           {"変更してから提案してください。", "Change the text first."});
    }
    std::vector<notice::Relatedness> related;
    std::vector<notice::NewDataOnly> new_only;
    for (const auto& row : change.added) {
      if (row.reach == RowReach::related) related.push_back({row.pair, row.statement});
      if (row.reach == RowReach::new_only) new_only.push_back({row.pair, row.statement});
    }
    KENPO_TRY(check_relatedness(document.pairs() & ~last->pairs(), related, new_only));
    const auto sha256 = notice::hexadecimal(document.sha256);
    auto transaction = KENPO_TRY(office.database.write());
    KENPO_TRY(insert(transaction, NoticeLifeBasis(permit),
                     NoticeDraft{.sha256 = sha256,
                                 .text = change.text,
                                 .in_force_on = change.in_force_on,
                                 .added = change.added,
                                 .drafted_by = std::get<base::StaffId>(acting.actor),
                                 .drafted_at = now}));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return differences_of(difference(*last, document), change, sha256);
  };
  if (!std::holds_alternative<base::StaffId>(acting.actor)) {
    return base::refusal({"この操作は人だけができます。", "Only people may do this."}, {});
  }
  auto lines = KENPO_TRY(office.gate.perform<notice_change_propose>(acting, work));
  return office.approvals.propose(
      acting, {version_kind, change.reason, {"公表事項の変更", std::move(lines)}});
}

Result<base::CaseId> propose_exemption(const NoticeOffice& office, const Acting& acting,
                                       std::uint32_t version, notice::Pair pair,
                                       notice::UnpublishedGround ground,
                                       const std::string& reason) {
  KENPO_TRY(check_row(office, acting, version, pair));
  return office.approvals.propose(acting,
                                  {exemption_kind,
                                   reason,
                                   {"公表しない根拠",
                                    {{"version", "", std::to_string(version)},
                                     {"pair", "", notice::identifier(pair)},
                                     {"ground", "", std::string(notice::identifier(ground))}}}});
}

Result<base::CaseId> propose_extension(const NoticeOffice& office, const Acting& acting,
                                       std::uint32_t version, notice::Pair pair,
                                       notice::ExtensionGround ground,
                                       const std::string& statement) {
  KENPO_TRY(check_row(office, acting, version, pair));
  return office.approvals.propose(acting,
                                  {extension_kind,
                                   statement,
                                   {"以前の情報に使う根拠",
                                    {{"version", "", std::to_string(version)},
                                     {"pair", "", notice::identifier(pair)},
                                     {"ground", "", std::string(notice::identifier(ground))},
                                     {"statement", "", statement}}}});
}

}  // namespace kenpo::safeguard
