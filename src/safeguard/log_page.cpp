#include "safeguard/log_page.h"

#include <bit>
#include <charconv>

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "notice/coverage.h"
#include "notice/wording.h"
#include "safeguard/log_act.h"
#include "safeguard/log_words.h"
#include "staff/handler_act.h"

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

Result<Response> audit_page(const LogScreens& screens, const Visit& visit,
                            const Permit<inspect_log_operation>& permit) {
  const auto view = KENPO_TRY(
      inspect_log(permit, screens.log, screens.log_directory, parse_index(visit.query("before"))));
  Data data;
  data.section("state",
               desk::description_list(
                   {{"状態", view.state.healthy ? "正常" : "書き込めません"},
                    {"記録の数", desk::grouped(static_cast<std::int64_t>(view.state.durable))},
                    {"署名済み", desk::grouped(static_cast<std::int64_t>(view.state.published))}}))
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

/// One handler: roles with their periods, undertaking, training, state.
std::vector<Cell> handler_row(const staff::NamedHandler& named) {
  std::string roles;
  for (const auto& each : named.handler.assignments) {
    if (!roles.empty()) roles += "・";
    roles += std::string(notice::wording(each.role)) + "(" + each.from.iso() + "〜" +
             (each.to ? each.to->iso() : "") + ")";
  }
  const auto& handler = named.handler;
  const auto day = [](const std::optional<base::Date>& date) {
    return date ? date->iso() : std::string("なし");
  };
  return {
      {named.name},
      {roles},
      {handler.establishments.empty()
           ? "すべての事業所"
           : desk::grouped(static_cast<std::int64_t>(handler.establishments.size())) + "事業所"},
      {day(handler.undertaking_on)},
      {day(handler.trained_until)},
      desk::chip_cell(handler.locked ? desk::ChipKind::problem : desk::ChipKind::done,
                      handler.locked ? "停止" : "有効")};
}

/// The 43 pairs with the roles that may use them: 取扱者と範囲.
Data matrix_table(const notice::Policy& policy) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t at = 0; at < notice::published_pairs.size(); ++at) {
    const auto bit = notice::PairMask{1} << at;
    const auto& pair = notice::published_pairs[at];
    std::string roles;
    for (std::size_t role = 0; role < notice::roles_count; ++role) {
      if ((policy.roles.pairs[role] & bit) == 0) continue;
      if (!roles.empty()) roles += "・";
      roles += notice::wording(static_cast<notice::Role>(role));
    }
    const bool in_force = (policy.notice.pairs & bit) != 0;
    rows.push_back({{std::to_string(at + 1)},
                    {std::string(notice::wording(pair.category))},
                    {std::string(notice::wording(pair.purpose))},
                    {roles},
                    desk::chip_cell(in_force ? desk::ChipKind::done : desk::ChipKind::problem,
                                    in_force ? "施行中" : "停止")});
  }
  return desk::table("利用目的ごとの役割",
                     {{"組", desk::Column::Holds::numbers},
                      {"個人情報の類型"},
                      {"利用目的"},
                      {"役割"},
                      {"公表事項"}},
                     rows, "43組");
}

Result<Response> handlers_page(const LogScreens& screens, notice::Gate& gate, const Visit& visit) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& named : screens.handlers()) rows.push_back(handler_row(named));
  const auto policy = gate.policy();
  Data data;
  data.section("handlers",
               desk::table("取扱者名簿",
                           {{"氏名"}, {"役割と期間"}, {"範囲"}, {"誓約"}, {"研修の期限"}, {"状態"}},
                           rows, std::to_string(rows.size()) + "人"))
      .section("matrix", matrix_table(*policy))
      .number("version", policy->notice.version);
  desk::PageHead head;
  head.title = "取扱者と範囲";
  head.section = "/handlers";
  return desk::page(visit, std::move(head), "handlers_page", std::move(data));
}

}  // namespace

void add_log_routes(desk::Router& router, const LogScreens& screens) {
  router.menu<staff::show_handlers_operation>("/handlers", "取扱者と範囲");
  router.menu<inspect_log_operation>("/audit", "監査記録");
  router.get<inspect_log_operation>(
      "/audit", [screens](const Visit& visit, const Permit<inspect_log_operation>& permit) {
        return audit_page(screens, visit, permit);
      });
  router.get<show_history_operation>(
      "/members/{id}/history",
      [screens](const Visit& visit, const Permit<show_history_operation>& permit) {
        return history_page(screens, visit, permit);
      });
  notice::Gate& gate = router.gate();
  router.get<staff::show_handlers_operation>(
      "/handlers",
      [screens, &gate](const Visit& visit, const Permit<staff::show_handlers_operation>&) {
        return handlers_page(screens, gate, visit);
      });
}

}  // namespace kenpo::safeguard
