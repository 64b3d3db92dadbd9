// The demand for resolutions comes into force by two people, never by one.
#include "app/rate_requirement.h"

#include <gtest/gtest.h>

#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "premium/society_rate_act.h"
#include "premium/tables_store.h"
#include "staff/tables_store.h"
#include "tests/support/society.h"

namespace kenpo::app {
namespace {

using notice::Role;
using premium::RateRequirement;
using test_support::must;

class RateRequirementTest : public testing::Test {
 protected:
  RateRequirementTest() { approvals_.add(rate_requirement_kind()); }

  base::StaffId hire(Role role) {
    const auto staff = base::StaffId::draw();
    society_.change_policy([&](notice::Policy& policy) {
      const auto from = *base::Date::make(2015, 1, 1);
      policy.handlers.push_back({.staff = staff,
                                 .assignments = {{role, from, {}}},
                                 .undertaking_on = from,
                                 .trained_until = *base::Date::make(2040, 3, 31),
                                 .locked = false,
                                 .establishments = {}});
    });
    return staff;
  }
  base::Result<base::CaseId> propose(const base::StaffId& who) {
    return propose_rate_requirement(
        approvals_, notice::Acting{who},
        {.from = month_, .resolution = RateRequirement::Resolution::needed}, "議決を先に記録する");
  }
  std::vector<RateRequirement> rows() {
    eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
    return must(premium::show_requirements(ledger, society_.clerk()));
  }

  test_support::Society society_{eligibility::tables, premium::tables, staff::tables};
  eligibility::MemberIndex members_;
  staff::Approvals approvals_{society_.gate(), society_.database()};
  const base::StaffId director_ = hire(Role::executive_director);
  const base::StaffId responsible_ = hire(Role::responsible_person);
  const base::StaffId claims_ = hire(Role::claim_clerk);
  const base::Month month_ = *base::Month::parse("2027-03");
};

TEST_F(RateRequirementTest, OneProposesAndAnotherPutsItIntoForce) {
  const auto id = must(propose(director_));
  EXPECT_TRUE(rows().empty()) << "a proposal changes nothing";
  EXPECT_FALSE(approvals_.approve(notice::Acting{director_}, id).ok());
  EXPECT_FALSE(approvals_.approve(notice::Acting{claims_}, id).ok());
  EXPECT_TRUE(rows().empty());
  must(approvals_.approve(notice::Acting{responsible_}, id));
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows().at(0).from, month_);
  EXPECT_EQ(rows().at(0).resolution, RateRequirement::Resolution::needed);
}

TEST_F(RateRequirementTest, WhoMayNotProposeIsRefused) {
  EXPECT_FALSE(propose(claims_).ok());
  EXPECT_FALSE(propose(responsible_).ok());
  EXPECT_TRUE(propose(society_.clerk_id()).ok()) << "the clerk of the levy";
}

}  // namespace
}  // namespace kenpo::app
