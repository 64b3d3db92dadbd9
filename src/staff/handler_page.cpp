// `/handlers`: the dated list with the responsible person's signature, one handler, its changes.
#include <algorithm>

#include "desk/page.h"
#include "desk/visit.h"
#include "notice/wording.h"
#include "staff/handler_act.h"
#include "staff/handler_print.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;
using notice::Permit;

constexpr Field grant_role_field{.name = "role", .label = "役割", .mode = {}};
constexpr Field grant_from_field{
    .name = "from", .label = "始まりの日", .support = "例：R8.4.1、2026/4/1", .mode = {}};
constexpr Field grant_to_field{.name = "to",
                               .label = "終わりの日",
                               .need = Field::Need::optional,
                               .support = "決まっていなければ空けます。",
                               .mode = {}};
constexpr Field grant_reason_field{
    .name = "reason", .label = "理由", .length_limit = reason_characters_limit, .mode = {}};
constexpr Field grant_name_field{.name = "name", .label = "氏名", .length_limit = 40, .mode = {}};
constexpr Field successor_field{.name = "successor", .label = "後任", .mode = {}};
constexpr Field succession_from_field{.name = "from",
                                      .label = "交代の日",
                                      .support = "前の日までが前任、この日からが後任です。",
                                      .mode = {}};

std::string day_or_none(const std::optional<base::Date>& date) {
  return date ? date->iso() : std::string("なし");
}

std::string handler_address(const NamedHandler& named) {
  return "/handlers/" + std::string(named.handler.staff.text());
}

/// One handler: roles with their periods, undertaking, training, state.
std::vector<Cell> list_row(const NamedHandler& named) {
  std::string roles;
  for (const auto& each : named.handler.assignments) {
    if (!roles.empty()) roles += "・";
    roles += std::string(notice::wording(each.role)) + "(" + each.from.iso() + "〜" +
             (each.to ? each.to->iso() : "") + ")";
  }
  const auto& handler = named.handler;
  return {
      desk::link_cell(named.name, handler_address(named)),
      {roles},
      {handler.establishments.empty()
           ? "すべての事業所"
           : desk::grouped(static_cast<std::int64_t>(handler.establishments.size())) + "事業所"},
      {day_or_none(handler.undertaking_on)},
      {day_or_none(handler.trained_until)},
      desk::chip_cell(handler.locked ? ChipKind::problem : ChipKind::done,
                      handler.locked ? "停止" : "有効")};
}

Data handlers_table(const std::vector<NamedHandler>& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& named : handlers) rows.push_back(list_row(named));
  return desk::table("取扱者名簿",
                     {{"氏名"}, {"役割と期間"}, {"範囲"}, {"誓約"}, {"研修の期限"}, {"状態"}}, rows,
                     std::to_string(rows.size()) + "人");
}

/// The 43 pairs with the roles that may use them, of the pairs in the mask.
Data pairs_table(const notice::Policy& policy, notice::PairMask shown, std::string caption) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t at = 0; at < notice::published_pairs.size(); ++at) {
    const auto bit = notice::PairMask{1} << at;
    if ((shown & bit) == 0) continue;
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
                    desk::chip_cell(in_force ? ChipKind::done : ChipKind::problem,
                                    in_force ? "施行中" : "停止")});
  }
  const auto count = std::to_string(rows.size()) + "組";
  return desk::table(std::move(caption),
                     {{"組", desk::Column::Holds::numbers},
                      {"個人情報の類型"},
                      {"利用目的"},
                      {"役割"},
                      {"公表事項"}},
                     rows, count);
}

std::string signature_words(const PeopleScreens& screens, const SignedList& list) {
  if (!list.last) return "まだ確認していません";
  return list.last->signed_at.short_text() + " " +
         name_of(screens.handlers(), list.last->signed_by);
}

/// Whether the visitor may propose changes of the list.
bool may_propose(const PeopleScreens& screens, const Visit& visit) {
  const auto* kind = screens.office.approvals.find_kind(handler_kind_name);
  return kind != nullptr && (roles_now(screens.office.gate, visit.staff()) & kind->proposers) != 0;
}

Result<Response> handlers_page(const PeopleScreens& screens, const Visit& visit) {
  auto& office = screens.office;
  const auto handlers = screens.handlers();
  const auto policy = office.gate.policy();
  const auto list =
      KENPO_TRY(signed_list(office.gate, office.database, screens.staffing().handlers));
  const bool responsible = policy->responsible_person == visit.staff();
  Data data;
  data.section("handlers", handlers_table(handlers))
      .section("matrix", pairs_table(*policy, notice::all_pairs, "利用目的ごとの役割"))
      .number("version", policy->notice.version)
      .section("signature_state", list.holds() ? desk::chip(ChipKind::done, "確認済み")
                                               : desk::chip(ChipKind::problem, "確認が要ります"))
      .section("signature",
               desk::description_list(
                   {{"個人情報取扱責任者", policy->responsible_person
                                               ? name_of(handlers, *policy->responsible_person)
                                               : std::string("置かれていません")},
                    {"最後の確認", signature_words(screens, list)},
                    {"いまの名簿の指紋", list.text_sha256}}))
      .when("stale", list.last && !list.holds())
      .when("may_propose", may_propose(screens, visit))
      .text_if_any("list_sha256", responsible && !list.holds() ? list.text_sha256 : "");
  desk::PageHead head;
  head.title = "取扱者と範囲";
  head.section = "/handlers";
  return desk::page(visit, std::move(head), "handlers_page", std::move(data));
}

Result<Response> list_pdf(const PeopleScreens& screens, const Visit& visit) {
  auto& office = screens.office;
  const auto kept = screens.staffing().handlers;
  const auto list = KENPO_TRY(signed_list(office.gate, office.database, kept));
  auto printed =
      KENPO_TRY(print_handlers(kept, office.gate.policy()->roles,
                               {.sender = screens.sender,
                                .drawn_by = visit.visitor().name,
                                .at = visit.now(),
                                .list_sha256 = list.text_sha256,
                                .signature = list.holds() ? signature_words(screens, list) : ""}));
  return visit.paper("取扱者名簿-" + visit.now().day().iso() + ".pdf", std::move(printed));
}

Result<NamedHandler> handler_of(const Visit& visit, const std::vector<NamedHandler>& handlers) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  for (const auto& each : handlers) {
    if (each.handler.staff == staff) return each;
  }
  return Visit::no_such_page();
}

Result<Response> handler_page(const PeopleScreens& screens, const Visit& visit,
                              const desk::Form& form) {
  const auto handlers = screens.handlers();
  const auto named = KENPO_TRY(handler_of(visit, handlers));
  const auto policy = screens.office.gate.policy();
  const auto pairs = pairs_on(named, policy->roles, visit.now().day());
  std::vector<std::vector<Cell>> roles;
  for (const auto& each : named.handler.assignments) {
    const bool holds = each.holds_on(visit.now().day());
    roles.push_back(
        {{std::string(notice::wording(each.role))},
         {period_words(each.from, each.to)},
         desk::chip_cell(holds ? ChipKind::done : ChipKind::plain, holds ? "いま有効" : "期間外")});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .section("facts",
               desk::description_list({{"氏名", named.name},
                                       {"誓約", day_or_none(named.handler.undertaking_on)},
                                       {"研修の期限", day_or_none(named.handler.trained_until)},
                                       {"退職の日", day_or_none(named.leaves_on)}}))
      .section("roles", desk::table("役割", {{"役割"}, {"期間"}, {"状態"}}, roles))
      .section("pairs", pairs_table(*policy, pairs, "取り扱える利用目的"))
      .text_if_any("grant_address",
                   may_propose(screens, visit) ? handler_address(named) + "/changes" : "")
      .text("enrolment_address", handler_address(named) + "/enrolment")
      .text("scope_address", handler_address(named) + "/scope")
      .section("role", form.select(grant_role_field, grantable_roles()))
      .section("from", form.input(grant_from_field))
      .section("to", form.input(grant_to_field))
      .section("reason", form.input(grant_reason_field));
  desk::PageHead head;
  head.title = "取扱者：" + named.name;
  head.section = "/handlers";
  head.crumbs = {{"取扱者と範囲", "/handlers"}};
  head.submit_label = "提案する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "handler_page", std::move(data));
}

Response proposed(const Visit& visit, const base::CaseId& id) {
  return visit.redirect_with("/approvals/" + std::string(id.text()),
                             "提案しました。別の人が決めます。");
}

/// Puts the period in the place of those of the role that reach into it.
void put_period(notice::Handler& handler, const notice::Assignment& period) {
  std::erase_if(handler.assignments, [&](const notice::Assignment& each) {
    return each.role == period.role && period.from <= each.from;
  });
  for (auto& each : handler.assignments) {
    const bool reaches = !each.to || period.from <= *each.to;
    if (each.role == period.role && reaches) each.to = period.from.plus_days(-1);
  }
  const bool ends_only = period.to && *period.to < period.from;
  if (!ends_only) handler.assignments.push_back(period);
}

Result<Response> propose_grant(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto form = visit.form();
  const auto role = form.choice(grant_role_field, grantable_roles());
  const auto from = form.date(grant_from_field);
  const auto to = form.date(grant_to_field);
  const auto reason = form.text(grant_reason_field);
  if (form.ok()) {
    const auto before = KENPO_TRY(handler_of(visit, screens.staffing().handlers));
    auto after = before;
    put_period(after.handler, {*notice::parse_role(*role), *from, to});
    const auto id = propose_handler_change(screens.office, acting, before, after, *reason);
    if (id.ok()) return proposed(visit, *id);
    form.note(id.faults());
  }
  return handler_page(screens, visit, form);
}

Result<Response> newcomer_page(const Visit& visit, const desk::Form& form) {
  Data data;
  data.section("error_summary", form.error_summary())
      .section("name", form.input(grant_name_field))
      .section("role", form.select(grant_role_field, grantable_roles()))
      .section("from", form.input(grant_from_field))
      .section("to", form.input(grant_to_field))
      .section("reason", form.input(grant_reason_field));
  desk::PageHead head;
  head.title = "取扱者の追加";
  head.section = "/handlers";
  head.crumbs = {{"取扱者と範囲", "/handlers"}};
  head.submit_label = "提案する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "newcomer_page", std::move(data));
}

Result<Response> propose_newcomer(const PeopleScreens& screens, const Visit& visit,
                                  const Acting& acting) {
  auto form = visit.form();
  const auto name = form.text(grant_name_field);
  const auto role = form.choice(grant_role_field, grantable_roles());
  const auto from = form.date(grant_from_field);
  const auto to = form.date(grant_to_field);
  const auto reason = form.text(grant_reason_field);
  if (form.ok()) {
    const NamedHandler before{.handler = {.staff = base::StaffId::draw(),
                                          .assignments = {},
                                          .undertaking_on = {},
                                          .trained_until = {},
                                          .locked = false,
                                          .establishments = {}},
                              .name = {}};
    auto after = before;
    after.name = *name;
    after.handler.assignments.push_back({*notice::parse_role(*role), *from, to});
    const auto id = propose_handler_change(screens.office, acting, before, after, *reason);
    if (id.ok()) return proposed(visit, *id);
    form.note(id.faults());
  }
  return newcomer_page(visit, form);
}

/// The handlers of the list as choices; the strings live in `handlers`.
std::vector<desk::Choice> people_choices(const std::vector<NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& each : handlers) {
    if (!each.handler.locked) choices.push_back({each.handler.staff.text(), each.name});
  }
  return choices;
}

Result<Response> succession_page(const PeopleScreens& screens, const Visit& visit,
                                 const desk::Form& form) {
  const auto handlers = screens.handlers();
  const auto present = screens.office.gate.policy()->responsible_person;
  Data data;
  data.section("error_summary", form.error_summary())
      .section("facts", desk::description_list(
                            {{"いまの個人情報取扱責任者",
                              present ? name_of(handlers, *present) : "置かれていません"}}))
      .section("successor", form.select(successor_field, people_choices(handlers)))
      .section("from", form.input(succession_from_field))
      .section("reason", form.input(grant_reason_field));
  desk::PageHead head;
  head.title = "個人情報取扱責任者の交代";
  head.section = "/handlers";
  head.crumbs = {{"取扱者と範囲", "/handlers"}};
  head.submit_label = "提案する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "succession_page", std::move(data));
}

Result<Response> propose_succession(const PeopleScreens& screens, const Visit& visit,
                                    const Acting& acting) {
  auto form = visit.form();
  const auto handlers = screens.handlers();
  const auto successor = form.choice(successor_field, people_choices(handlers));
  const auto from = form.date(succession_from_field);
  const auto reason = form.text(grant_reason_field);
  if (form.ok()) {
    const auto id = propose_responsible_person(screens.office, acting,
                                               *base::StaffId::parse(*successor), *from, *reason);
    if (id.ok()) return proposed(visit, *id);
    form.note(id.faults());
  }
  return succession_page(screens, visit, form);
}

}  // namespace

void add_handler_routes(desk::Router& router, const PeopleScreens& screens) {
  using Show = Permit<show_handlers_operation>;
  using Propose = Permit<list_approvals_operation>;
  router.menu<show_handlers_operation>(desk::MenuGroup::people, "/handlers", "取扱者と範囲");
  router.get<show_handlers_operation>("/handlers", [screens](const Visit& visit, const Show&) {
    return handlers_page(screens, visit);
  });
  router.get<show_handlers_operation>(
      "/handler-list.pdf",
      [screens](const Visit& visit, const Show&) { return list_pdf(screens, visit); });
  router.get<show_handlers_operation>("/handlers/{staff}",
                                      [screens](const Visit& visit, const Show&) {
                                        return handler_page(screens, visit, desk::Form());
                                      });
  router.post_act<propose_operation>("/handlers/{staff}/changes",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return propose_grant(screens, visit, acting);
                                     });
  router.get<list_approvals_operation>("/newcomers", [](const Visit& visit, const Propose&) {
    return newcomer_page(visit, desk::Form());
  });
  router.post_act<propose_operation>("/newcomers",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return propose_newcomer(screens, visit, acting);
                                     });
  router.get<show_handlers_operation>("/responsible-person",
                                      [screens](const Visit& visit, const Show&) {
                                        return succession_page(screens, visit, desk::Form());
                                      });
  router.post_act<propose_operation>("/responsible-person",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return propose_succession(screens, visit, acting);
                                     });
  router.post_act<sign_list_operation>(
      "/handler-signatures",
      [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        KENPO_TRY(sign_list(screens.office, acting,
                            std::string(visit.request().form.text("list_sha256"))));
        return visit.redirect_with("/handlers", "名簿を確認しました。");
      });
}

}  // namespace kenpo::staff
