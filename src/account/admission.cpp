#include "account/admission.h"

namespace kenpo::account {

namespace {

bool stands_on(const notice::Policy& policy, const base::StaffId& staff) {
  const auto* handler = policy.find(staff);
  return handler != nullptr && !handler->locked;
}

}  // namespace

MaySignIn those_on_list(const notice::Gate& gate) {
  return [&gate](const base::StaffId& staff) { return stands_on(*gate.policy(), staff); };
}

SessionsFollowPolicy::SessionsFollowPolicy(notice::Gate& gate, Sessions& sessions) : gate_(gate) {
  gate_.watch_policy([&sessions](const notice::Policy& policy) {
    sessions.keep_only(
        [&policy](const base::StaffId& staff) { return stands_on(policy, staff); });
  });
}

SessionsFollowPolicy::~SessionsFollowPolicy() { gate_.watch_policy({}); }

}  // namespace kenpo::account
