#include "staff/people_page.h"

#include <algorithm>

namespace kenpo::staff {

std::string name_of(const std::vector<NamedHandler>& handlers, const base::StaffId& staff) {
  const auto at = std::ranges::find_if(
      handlers, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  return at == handlers.end() ? std::string(staff.text()) : at->name;
}

std::string period_words(base::Date from, const std::optional<base::Date>& to) {
  return from.iso() + " 〜" + (to ? " " + to->iso() : std::string());
}

const std::vector<desk::Choice>& grantable_roles() {
  static const auto choices = [] {
    std::vector<desk::Choice> made;
    for (std::size_t at = 0; at < notice::roles_count; ++at) {
      const auto role = static_cast<notice::Role>(at);
      if (role == notice::Role::responsible_person) continue;
      made.push_back({notice::identifier(role), notice::wording(role)});
    }
    return made;
  }();
  return choices;
}

const std::vector<desk::Choice>& contract_kinds() {
  static const std::vector<desk::Choice> choices{
      {"1", "期間の定めなし"}, {"2", "有期"}, {"3", "短時間"}, {"4", "再雇用"}, {"5", "派遣"}};
  return choices;
}

void add_people_routes(desk::Router& router, const PeopleScreens& screens) {
  add_duty_routes(router, screens);
  add_approval_routes(router, screens);
  add_handler_routes(router, screens);
  add_handler_lock_routes(router, screens);
  add_scope_routes(router, screens);
  add_emergency_routes(router, screens);
  add_effect_routes(router, screens);
  add_course_routes(router, screens);
  add_employee_routes(router, screens);
  add_welfare_erasure_routes(router, screens);
}

}  // namespace kenpo::staff
