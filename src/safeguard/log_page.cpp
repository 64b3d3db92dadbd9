#include "safeguard/log_page.h"

#include <charconv>

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/log_act.h"
#include "safeguard/log_words.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Permit;

std::optional<std::uint64_t> parse_index(std::string_view text) {
  std::uint64_t index = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), index);
  if (text.empty() || read.ec != std::errc()) return std::nullopt;
  return index;
}

std::vector<std::vector<Cell>> leaf_rows(const std::vector<notice::NumberedLeaf>& leaves,
                                         const std::vector<staff::NamedHandler>& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& [index, leaf] : leaves) {
    rows.push_back({{desk::grouped(static_cast<std::int64_t>(index))},
                    {leaf.time.short_text()},
                    {actor_words(leaf.actor, handlers)},
                    {role_words(leaf.role)},
                    {leaf.operation},
                    {pairs_words(leaf)},
                    {subjects_words(leaf.subjects)},
                    desk::chip_cell(leaf.outcome == notice::Outcome::refused ||
                                            leaf.outcome == notice::Outcome::failed
                                        ? desk::ChipKind::problem
                                        : desk::ChipKind::done,
                                    outcome_words(leaf))});
  }
  return rows;
}

Data leaf_table(std::string caption, const std::vector<notice::NumberedLeaf>& leaves,
                const std::vector<staff::NamedHandler>& handlers) {
  using Holds = desk::Column::Holds;
  return desk::table(std::move(caption),
                     {{"番号", Holds::numbers},
                      {"日時"},
                      {"取扱者"},
                      {"役割"},
                      {"操作"},
                      {"利用目的"},
                      {"対象"},
                      {"結果"}},
                     leaf_rows(leaves, handlers));
}

/// What was found wrong, in the words of the verifier; at most so many lines.
std::vector<Data> wrong_lines(const std::optional<notice::LogVerification>& verification) {
  constexpr std::size_t lines_limit = 10;
  std::vector<Data> lines;
  if (!verification) return lines;
  for (const auto& fault : verification->faults) {
    if (lines.size() == lines_limit) break;
    lines.push_back(Data().text("words", fault.what.ja.text() + fault.why.ja.text()));
  }
  return lines;
}

Result<Response> audit_page(const LogScreens& screens, const Visit& visit,
                            const Permit<inspect_log_operation>& permit) {
  const auto view = KENPO_TRY(
      inspect_log(permit, screens.log, screens.log_directory, parse_index(visit.query("before"))));
  auto wrong = wrong_lines(screens.verification());
  Data data;
  data.section("state",
               desk::description_list(
                   {{"状態", view.state.healthy ? "書き込めます" : "書き込めません"},
                    {"検証", verification_words(screens.verification())},
                    {"記録の数", desk::grouped(static_cast<std::int64_t>(view.state.durable))},
                    {"署名済み", desk::grouped(static_cast<std::int64_t>(view.state.published))}}))
      .when("has_wrong", !wrong.empty())
      .list("wrong", std::move(wrong))
      .text("whom_to_tell", whom_to_tell)
      .text("checkpoint", view.state.checkpoint.note)
      .section("leaves", leaf_table("監査記録", view.leaves, screens.handlers()))
      .when("older", view.before > 0)
      .text("older_address", "/audit?before=" + std::to_string(view.before));
  desk::PageHead head;
  head.title = "監査記録";
  head.section = "/audit";
  return desk::page(visit, std::move(head), "audit_page", std::move(data));
}

Result<Response> history_page(const LogScreens& screens, const Visit& visit,
                              const Permit<show_history_operation>& permit) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto leaves =
      KENPO_TRY(show_history(permit, screens.log, screens.history, screens.log_directory, person));
  Data data;
  data.number("count", static_cast<long long>(leaves.size()))
      .section("leaves", leaf_table("利用履歴", leaves, screens.handlers()));
  desk::PageHead head;
  head.title = "利用履歴";
  head.section = "/handlers";
  return desk::page(visit, std::move(head), "history_page", std::move(data));
}

}  // namespace

std::string verification_words(const std::optional<notice::LogVerification>& verification) {
  if (!verification) return "全件の検証はこれから";
  return "全件の検証 " + verification->at.short_text() +
         (verification->right() ? " 異常なし" : " 異常あり");
}

void add_log_routes(desk::Router& router, const LogScreens& screens) {
  router.menu<inspect_log_operation>(desk::MenuGroup::publication, "/audit", "監査記録");
  router.get<inspect_log_operation>(
      "/audit", [screens](const Visit& visit, const Permit<inspect_log_operation>& permit) {
        return audit_page(screens, visit, permit);
      });
  router.get<show_history_operation>(
      "/members/{id}/history",
      [screens](const Visit& visit, const Permit<show_history_operation>& permit) {
        return history_page(screens, visit, permit);
      });
}

}  // namespace kenpo::safeguard
