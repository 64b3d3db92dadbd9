// A society whose people sit in the list of handlers, for the tests of this folder.
#pragma once

#include "staff/approval_act.h"
#include "staff/break_glass_act.h"
#include "staff/course.h"
#include "staff/duty_act.h"
#include "staff/handler_act.h"
#include "staff/tables_store.h"
#include "tests/support/society.h"

namespace kenpo::staff {

/// A handler of a policy with roles from 2015, an undertaking and a training until 2030.
inline notice::Handler trained_handler(const base::StaffId& staff,
                                       std::vector<notice::Role> roles) {
  const auto from = *base::Date::make(2015, 1, 1);
  notice::Handler handler{.staff = staff,
                          .assignments = {},
                          .undertaking_on = from,
                          .trained_until = *base::Date::make(2030, 3, 31),
                          .locked = false,
                          .establishments = {}};
  for (const auto role : roles) handler.assignments.push_back({role, from, {}});
  return handler;
}

/// The society of tests/support with one more person in the policy for each list of roles.
class PeopleSociety : public test_support::Society {
 public:
  PeopleSociety() : Society(tables) {}

  base::StaffId hire(std::vector<notice::Role> roles) {
    const auto staff = base::StaffId::draw();
    change_policy([&](notice::Policy& policy) {
      policy.handlers.push_back(trained_handler(staff, std::move(roles)));
    });
    return staff;
  }
  static notice::Acting acting(const base::StaffId& staff) { return notice::Acting{staff}; }
};

/// A society whose policy comes from the kept list and ledgers, as the program's does: the
/// responsible person and the executive director have met their duties.
class ListedSociety : public ::testing::Test {
 protected:
  ListedSociety() {
    approvals_.add(handler_kind(people()));
    approvals_.add(responsible_kind(people()));
    approvals_.add(break_glass_kind(people()));
    test_support::must(
        register_rules(duties(), scheduler(), rules(1, *base::Date::make(2026, 4, 1))));
    responsible_ = list("保護 守", {notice::Role::responsible_person});
    director_ = list("常務 一郎", {notice::Role::executive_director});
    meet_duties(responsible_);
    meet_duties(director_);
  }

  static EmploymentRules rules(int version, base::Date from) {
    return {version, "就業規則", from, "第12条"};
  }
  static notice::Acting acting(const base::StaffId& staff) { return notice::Acting{staff}; }
  static notice::Acting scheduler() { return test_support::Society::scheduler(); }
  notice::Acting stranger() const { return society_.stranger(); }

  /// Enters a handler with roles from 2026-04-01.
  base::StaffId list(std::string name, std::vector<notice::Role> roles) {
    const auto staff = base::StaffId::draw();
    NamedHandler named{.handler = trained_handler(staff, {}), .name = std::move(name)};
    for (const auto role : roles) {
      named.handler.assignments.push_back({role, *base::Date::make(2026, 4, 1), {}});
    }
    test_support::must(appoint_handler(gate(), database(), named));
    test_support::must(refresh());
    return staff;
  }
  /// Undertaking under the first rules and a passed test, today.
  void meet_duties(const base::StaffId& staff) {
    test_support::must(sign_undertaking(duties(), scheduler(), staff, 1));
    const auto& course = *course_on(carried_courses(), clock().now().day());
    Answers answers;
    for (const auto& question : course.questions) answers.emplace_back(question.right);
    test_support::must(answer_test(duties(), scheduler(), staff, course, answers));
    test_support::must(refresh());
  }
  /// The policy anew, as the program makes it every second.
  base::Result<> refresh() {
    auto staffing = load_staffing(gate(), database());
    if (!staffing.ok()) return std::move(staffing).faults();
    gate().set_policy(policy_of(*staffing, {.version = 1, .sha256 = {}, .pairs = notice::all_pairs},
                                notice::carried_role_matrix(), clock().now()));
    return base::Done{};
  }

  notice::Gate& gate() { return society_.gate(); }
  store::Database& database() { return society_.database(); }
  base::SetClock& clock() { return society_.clock(); }
  DutyOffice duties() { return {gate(), database()}; }
  PeopleOffice people() {
    return {gate(), database(), approvals_, [this] { return refresh(); }};
  }

  test_support::Society society_{tables};
  Approvals approvals_{society_.gate(), society_.database()};
  base::StaffId responsible_ = base::StaffId::draw();
  base::StaffId director_ = base::StaffId::draw();
};

}  // namespace kenpo::staff
