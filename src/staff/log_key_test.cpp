// Item 9: the key of the audit log's checkpoints changes by two people.
#include <gtest/gtest.h>

#include "staff/log_key_act.h"
#include "staff/people_for_tests.h"

namespace kenpo::staff {
namespace {

using test_support::must;

TEST_F(ListedSociety, TheLogKeyChangesWhenTheSecondPersonAgrees) {
  approvals_.add(log_key_kind(gate().log()));
  const auto id = must(propose_log_key(people(), acting(responsible_), "漏えいのおそれ"));
  const auto before = gate().log().state().durable;
  EXPECT_FALSE(approvals_.approve(acting(responsible_), id).ok());
  must(approvals_.approve(acting(director_), id));
  // The approval, the rotation's own leaf, and that it was carried out.
  EXPECT_GE(gate().log().state().durable, before + 3);
  EXPECT_TRUE(gate().log().state().healthy);
  EXPECT_FALSE(approvals_.carry_out(acting(director_), id).ok());
}

}  // namespace
}  // namespace kenpo::staff
