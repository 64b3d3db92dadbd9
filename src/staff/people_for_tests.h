// A society whose people sit in the list of handlers, for the tests of this folder.
#pragma once

#include "staff/approval_act.h"
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

}  // namespace kenpo::staff
