// Privacy property 10: break-glass has two people, an article, an end, and a review.
#include <gtest/gtest.h>

#include "staff/break_glass_rule.h"
#include "staff/duty_rule.h"
#include "staff/people_for_tests.h"

namespace kenpo::staff {
namespace {

using notice::Refusal;
using notice::Role;
using test_support::must;

inline constexpr notice::Operation urgent_work{
    .name = "test.urgent",
    .japanese = "試し",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment}}};

constexpr std::int64_t minute = 60'000;

class BreakGlassTest : public ListedSociety {
 protected:
  BreakGlassTest() { meet_duties(clerk_); }

  base::Result<base::CaseId> ask(const base::StaffId& who, int minutes = 60,
                                 Role role = Role::claim_clerk) {
    return propose_break_glass(people(), acting(who),
                               {role, EmergencyGround::life, minutes, "救急搬送先からの照会"});
  }
  base::CaseId begin() {
    const auto id = must(ask(clerk_));
    must(approvals_.approve(acting(director_), id));
    return id;
  }
  void later(std::int64_t milliseconds) {
    clock().set(clock().now().plus_milliseconds(milliseconds));
    must(refresh());
  }
  Refusal refusal() { return gate().ruling(urgent_work, clerk_).refusal; }
  base::Result<> review(const base::StaffId& who, const base::CaseId& id,
                        std::string words = "照会の記録と合っている。") {
    return review_emergency(people(), acting(who), id, EmergencyFinding::proper, std::move(words));
  }

  base::StaffId clerk_ = list("健保 花子", {Role::member_clerk});
};

TEST_F(BreakGlassTest, P10_NothingIsOpenUntilTheSecondPersonAgrees) {
  const auto id = must(ask(clerk_));
  EXPECT_EQ(refusal(), Refusal::no_role);
  EXPECT_FALSE(approvals_.approve(acting(clerk_), id).ok());
  EXPECT_EQ(refusal(), Refusal::no_role);
  ASSERT_TRUE(approvals_.approve(acting(director_), id).ok());
  EXPECT_EQ(refusal(), Refusal::none);
}

TEST_F(BreakGlassTest, P10_TheRoleIsGoneWhenItsTimeIsOver) {
  begin();
  later(60 * minute - 1);
  EXPECT_EQ(refusal(), Refusal::none);
  later(1);
  EXPECT_EQ(refusal(), Refusal::no_role);
}

TEST_F(BreakGlassTest, P10_ItEndsEarlierByHand) {
  const auto id = begin();
  const auto other = list("別 人", {Role::premium_clerk});
  meet_duties(other);
  EXPECT_FALSE(end_emergency(people(), acting(other), id).ok());
  EXPECT_EQ(refusal(), Refusal::none);
  ASSERT_TRUE(end_emergency(people(), acting(clerk_), id).ok());
  EXPECT_EQ(refusal(), Refusal::no_role);
  EXPECT_FALSE(end_emergency(people(), acting(clerk_), id).ok());
}

TEST_F(BreakGlassTest, P10_AnUnresolvedReviewBlocksTheNextOne) {
  const auto id = begin();
  EXPECT_FALSE(ask(clerk_, 30).ok());
  later(61 * minute);
  EXPECT_FALSE(ask(clerk_, 30).ok());
  EXPECT_FALSE(ask(responsible_).ok());
  ASSERT_TRUE(review(responsible_, id).ok());
  EXPECT_TRUE(ask(clerk_, 30).ok());
}

TEST_F(BreakGlassTest, P10_AProposalFromBeforeIsBlockedToo) {
  const auto first = must(ask(clerk_));
  const auto second = must(ask(clerk_, 30));
  ASSERT_TRUE(approvals_.approve(acting(director_), first).ok());
  EXPECT_FALSE(approvals_.approve(acting(director_), second).ok());
}

TEST_F(BreakGlassTest, P10_TheReviewIsAnotherPersonsAndComesAfterTheEnd) {
  const auto id = begin();
  EXPECT_FALSE(review(responsible_, id).ok());
  later(61 * minute);
  EXPECT_FALSE(review(clerk_, id).ok());
  EXPECT_FALSE(review(responsible_, id, "").ok());
  ASSERT_TRUE(review(responsible_, id).ok());
  EXPECT_FALSE(review(responsible_, id).ok());
  const auto uses = must(show_emergencies(people(), acting(responsible_)));
  ASSERT_EQ(uses.size(), 1U);
  EXPECT_EQ(uses[0].review->by, responsible_);
  EXPECT_EQ(uses[0].approver, director_);
  EXPECT_EQ(uses[0].reason, "救急搬送先からの照会");
}

TEST_F(BreakGlassTest, P10_TimeIsLimitedAndSupervisorsAreNoEmergencyRole) {
  EXPECT_FALSE(ask(clerk_, 0).ok());
  EXPECT_FALSE(ask(clerk_, 4 * 60 + 1).ok());
  EXPECT_FALSE(ask(clerk_, 60, Role::responsible_person).ok());
  EXPECT_FALSE(ask(clerk_, 60, Role::auditor).ok());
  EXPECT_TRUE(ask(clerk_, 4 * 60).ok());
}

TEST_F(BreakGlassTest, P10_AnUndecidedRequestExpiresAfterAnHour) {
  const auto id = must(ask(clerk_));
  later(60 * minute);
  EXPECT_FALSE(approvals_.approve(acting(director_), id).ok());
}

TEST_F(BreakGlassTest, P10_ItWidensNoPurposeAndReplacesNoTraining) {
  begin();
  auto policy = *gate().policy();
  policy.notice.pairs = 0;
  gate().set_policy(policy);
  EXPECT_EQ(refusal(), Refusal::not_in_force);
  must(refresh());
  const auto trained = trained_until(must(load_duties(duties())), clerk_);
  clock().set(base::start_of(trained->plus_days(1)));
  EXPECT_EQ(refusal(), Refusal::not_trained);
}

TEST_F(BreakGlassTest, P10_OthersSeeOnlyTheirOwn) {
  begin();
  const auto other = list("別 人", {Role::premium_clerk});
  meet_duties(other);
  EXPECT_TRUE(must(show_emergencies(people(), acting(other))).empty());
  EXPECT_EQ(must(show_emergencies(people(), acting(clerk_))).size(), 1U);
}

}  // namespace
}  // namespace kenpo::staff
