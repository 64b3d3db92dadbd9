// `/handlers/{staff}/scope`: the establishments that a handler is limited to (O-3), changed by two
// people like every right.
#include <algorithm>

#include "desk/page.h"
#include "desk/visit.h"
#include "staff/handler_act.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field scope_place_field{.name = "establishment", .label = "事業所", .mode = {}};
constexpr Field scope_change_field{.name = "change", .label = "変更", .mode = {}};
constexpr Field scope_reason_field{
    .name = "reason", .label = "理由", .length_limit = reason_characters_limit, .mode = {}};

const std::vector<desk::Choice> scope_changes{{"add", "範囲に加える"}, {"remove", "範囲から外す"}};

std::vector<desk::Choice> place_choices(const std::vector<Place>& places) {
  std::vector<desk::Choice> choices;
  for (const auto& each : places) choices.push_back({each.id.text(), each.name});
  return choices;
}

Result<NamedHandler> kept_handler(const PeopleScreens& screens, const Visit& visit) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  for (const auto& each : screens.staffing().handlers) {
    if (each.handler.staff == staff) return each;
  }
  return Visit::no_such_page();
}

std::string scope_handler_address(const NamedHandler& named) {
  return "/handlers/" + std::string(named.handler.staff.text());
}

Result<Response> scope_page(const PeopleScreens& screens, const Visit& visit,
                            const desk::Form& form) {
  const auto named = KENPO_TRY(kept_handler(screens, visit));
  const auto places = KENPO_TRY(screens.places({visit.staff()}));
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : places) {
    const auto& limited_to = named.handler.establishments;
    if (std::ranges::find(limited_to, each.id) != limited_to.end()) rows.push_back({{each.name}});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .when("unlimited", named.handler.establishments.empty())
      .section("places", desk::table("範囲の事業所", {{"事業所"}}, rows,
                                     std::to_string(rows.size()) + "事業所"))
      .text("form_address", scope_handler_address(named) + "/scope")
      .section("establishment", form.select(scope_place_field, place_choices(places)))
      .section("change", form.select(scope_change_field, scope_changes))
      .section("reason", form.input(scope_reason_field));
  desk::PageHead head;
  head.title = "範囲の変更：" + named.name;
  head.section = "/handlers";
  head.crumbs = {{"取扱者と範囲", "/handlers"}, {named.name, scope_handler_address(named)}};
  head.submit_label = "提案する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "scope_page", std::move(data));
}

Result<Response> propose_scope(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto form = visit.form();
  const auto places = KENPO_TRY(screens.places(acting));
  const auto place = form.choice(scope_place_field, place_choices(places));
  const auto change = form.choice(scope_change_field, scope_changes);
  const auto reason = form.text(scope_reason_field);
  if (form.ok()) {
    const auto before = KENPO_TRY(kept_handler(screens, visit));
    auto after = before;
    const auto id = *base::EstablishmentId::parse(*place);
    std::erase(after.handler.establishments, id);
    if (*change == "add") after.handler.establishments.push_back(id);
    const auto proposed = propose_handler_change(screens.office, acting, before, after, *reason);
    if (proposed.ok()) {
      return visit.redirect_with("/approvals/" + std::string(proposed->text()),
                                 "提案しました。別の人が決めます。");
    }
    form.note(proposed.faults());
  }
  return scope_page(screens, visit, form);
}

}  // namespace

void add_scope_routes(desk::Router& router, const PeopleScreens& screens) {
  router.get<show_handlers_operation>(
      "/handlers/{staff}/scope",
      [screens](const Visit& visit, const notice::Permit<show_handlers_operation>&) {
        return scope_page(screens, visit, desk::Form());
      });
  router.post_act<propose_operation>("/handlers/{staff}/scope",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return propose_scope(screens, visit, acting);
                                     });
}

}  // namespace kenpo::staff
