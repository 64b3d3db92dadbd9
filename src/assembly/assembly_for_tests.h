// A society with a charter, two clerks of the general affairs and members of both sides.
#pragma once

#include <string>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/member_act.h"
#include "assembly/tables_store.h"
#include "eligibility/tables_store.h"
#include "staff/tables_store.h"
#include "tests/support/society.h"

namespace kenpo::assembly {

using test_support::must;

class AssemblySociety : public test_support::Society {
 public:
  AssemblySociety() : Society(tables, eligibility::tables, staff::tables) {
    for (const auto& [staff, roles] :
         {std::pair(clerk_one, std::vector{notice::Role::general_affairs_clerk}),
          std::pair(clerk_two,
                    std::vector{notice::Role::general_affairs_clerk, notice::Role::member_clerk}),
          std::pair(other, std::vector{notice::Role::claim_clerk})}) {
      change_policy([&](notice::Policy& policy) {
        const auto from = *base::Date::make(2015, 1, 1);
        notice::Handler handler{.staff = staff,
                                .assignments = {},
                                .undertaking_on = from,
                                .trained_until = *base::Date::make(2040, 3, 31),
                                .locked = false,
                                .establishments = {}};
        for (const auto role : roles) handler.assignments.push_back({role, from, {}});
        policy.handlers.push_back(handler);
      });
    }
    must(decide_charter(office(), one(),
                        {.from = *base::Date::make(2015, 4, 1),
                         .fixed_number = 4,
                         .term_years = 3,
                         .written_vote = Charter::WrittenVote::allowed}));
  }

  AssemblyOffice office() { return {gate(), database()}; }
  notice::Acting one() const { return notice::Acting{clerk_one}; }
  notice::Acting two() const { return notice::Acting{clerk_two}; }
  notice::Acting outsider() const { return notice::Acting{other}; }
  base::Date today() { return clock().now().day(); }
  void go_to(base::Date day) { clock().set(base::start_of(day)); }

  Membership seat(MemberKind kind, const std::string& name, base::Date from) {
    return must(enter_member(office(), one(), {.kind = kind, .from = from, .name = name}));
  }
  /// Two members of each side, in office since the day.
  std::vector<Membership> seat_all(base::Date from) {
    return {seat(MemberKind::appointed, "選定 一", from),
            seat(MemberKind::appointed, "選定 二", from),
            seat(MemberKind::elected, "互選 一", from), seat(MemberKind::elected, "互選 二", from)};
  }

  base::StaffId clerk_one = base::StaffId::draw();
  base::StaffId clerk_two = base::StaffId::draw();
  base::StaffId other = base::StaffId::draw();
};

}  // namespace kenpo::assembly
