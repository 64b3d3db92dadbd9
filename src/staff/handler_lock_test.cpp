// Locking a handler takes one person, giving the rights back takes two; sessions follow the list.
#include <gtest/gtest.h>

#include "account/admission.h"
#include "account/session.h"
#include "staff/employee_act.h"
#include "staff/handler_lock_act.h"
#include "staff/people_for_tests.h"

namespace kenpo::staff {
namespace {

using notice::Refusal;
using notice::Role;
using test_support::must;

inline constexpr notice::Operation lock_test_work{
    .name = "test.lock",
    .japanese = "試し",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

class HandlerLockTest : public ListedSociety {
 protected:
  HandlerLockTest() {
    for (const auto& each : {clerk_, operator_, affairs_}) meet_duties(each);
  }

  Refusal refusal(const base::StaffId& staff) {
    return gate().ruling(lock_test_work, staff).refusal;
  }
  base::Result<> lock(const base::StaffId& who, const base::StaffId& staff,
                      const char* reason = "秘密が漏れたおそれ") {
    return lock_handler(people(), acting(who), staff, reason);
  }
  base::Result<base::CaseId> release(const base::StaffId& who, const base::StaffId& staff) {
    return propose_release(people(), acting(who), staff, "確かめた。心配はない。");
  }

  base::StaffId clerk_ = list("健保 花子", {Role::member_clerk});
  base::StaffId operator_ = list("情報 二郎", {Role::system_operator});
  base::StaffId affairs_ = list("庶務 直子", {Role::general_affairs_clerk});
  account::Sessions sessions_;
  account::SessionsFollowPolicy following_{gate(), sessions_};
};

TEST_F(HandlerLockTest, OnePersonLocksAtOnceAndEndsTheOpenScreens) {
  const auto now = clock().now();
  const auto own = sessions_.begin(clerk_, now);
  const auto other = sessions_.begin(affairs_, now);
  ASSERT_TRUE(own && other);
  must(lock(operator_, clerk_));
  EXPECT_EQ(refusal(clerk_), Refusal::locked);
  EXPECT_FALSE(sessions_.use(*own, now).has_value());
  EXPECT_TRUE(sessions_.use(*other, now).has_value());
  EXPECT_FALSE(account::those_on_list(gate())(clerk_)) << "no new sign-in";
  const auto view = must(show_locks(people(), acting(responsible_)));
  ASSERT_EQ(view.locks.size(), 1U);
  EXPECT_EQ(view.locks.front().staff, clerk_);
  EXPECT_EQ(view.locks.front().by, operator_);
  EXPECT_EQ(view.locks.front().reason, "秘密が漏れたおそれ");
}

TEST_F(HandlerLockTest, TwoGiveTheRightsBack) {
  must(lock(responsible_, clerk_));
  const auto id = must(release(responsible_, clerk_));
  EXPECT_EQ(refusal(clerk_), Refusal::locked) << "a proposal alone gives nothing";
  EXPECT_FALSE(approvals_.approve(acting(responsible_), id).ok()) << "the proposer";
  EXPECT_FALSE(approvals_.approve(acting(operator_), id).ok()) << "not of his role";
  must(approvals_.approve(acting(director_), id));
  EXPECT_EQ(refusal(clerk_), Refusal::none);
  EXPECT_EQ(gate().policy()->find(clerk_)->assignments.size(), 1U) << "as before the lock";
}

TEST_F(HandlerLockTest, WhatIsWrongIsRefusedAndChangesNothing) {
  struct Row {
    base::StaffId who;
    base::StaffId staff;
    const char* reason;
    const char* why;
  };
  const Row rows[] = {
      {affairs_, clerk_, "理由", "not for general affairs"},
      {clerk_, affairs_, "理由", "not for a clerk"},
      {operator_, responsible_, "理由", "O-1: the responsible person"},
      {operator_, base::StaffId::draw(), "理由", "nobody of the list"},
      {operator_, clerk_, "", "no reason"},
  };
  for (const auto& row : rows) EXPECT_FALSE(lock(row.who, row.staff, row.reason).ok()) << row.why;
  EXPECT_FALSE(lock_handler(people(), scheduler(), clerk_, "理由").ok()) << "people only";
  EXPECT_EQ(refusal(clerk_), Refusal::none);
  EXPECT_TRUE(must(show_locks(people(), acting(operator_))).locks.empty());
  EXPECT_FALSE(release(responsible_, clerk_).ok()) << "not locked";
  must(lock(operator_, clerk_));
  EXPECT_FALSE(lock(operator_, clerk_).ok()) << "locked already";
  EXPECT_FALSE(show_locks(people(), acting(affairs_)).ok());
}

TEST_F(HandlerLockTest, ALockedProposerGivesNothingBack) {
  must(lock(responsible_, clerk_));
  const auto id = must(release(operator_, clerk_));
  must(lock(responsible_, operator_));
  EXPECT_FALSE(approvals_.approve(acting(director_), id).ok()) << "the proposer lost the right";
  EXPECT_EQ(refusal(clerk_), Refusal::locked);
}

// Pair 41: leaving ends the rights and the sessions the same minute, and for good.
TEST_F(HandlerLockTest, LeavingEndsTheSessionsAtOnceAndNoReleaseBringsThemBack) {
  const EmployeeFile file{.employee = {.staff = clerk_,
                                       .details = {.name = "健保 花子",
                                                   .name_kana = "ケンポ ハナコ",
                                                   .born_on = *base::Date::make(1990, 5, 1),
                                                   .address = "東京都多摩市1-1",
                                                   .telephone = "042-000-0000",
                                                   .emergency_name = "健保 太郎",
                                                   .emergency_relation = "配偶者",
                                                   .emergency_telephone = "042-000-0001"},
                                       .joined_on = *base::Date::make(2026, 4, 1),
                                       .left_on = {}},
                          .posts = {{"適用課", *base::Date::make(2026, 4, 1), {}}},
                          .contracts = {{ContractKind::permanent, *base::Date::make(2026, 4, 1),
                                         {}}}};
  must(hire(people(), acting(affairs_), file));
  const auto now = clock().now();
  const auto session = sessions_.begin(clerk_, now);
  ASSERT_TRUE(session && sessions_.use(*session, now));
  must(leave(people(), acting(affairs_), clerk_, now.day(), LeavesAt::once));
  EXPECT_FALSE(sessions_.use(*session, now).has_value()) << "the clock has not moved";
  EXPECT_EQ(sessions_.count(), 0U);
  EXPECT_FALSE(release(responsible_, clerk_).ok()) << "leaving is for good";
  const Change forged{std::string(clerk_.text()), {{"state", "locked", "open"}}};
  const auto id = approvals_.propose(
      acting(operator_), {.kind = handler_kind_name, .reason = "理由", .change = forged});
  EXPECT_FALSE(id.ok() && approvals_.approve(acting(director_), *id).ok());
  EXPECT_EQ(refusal(clerk_), Refusal::locked);
}

TEST_F(HandlerLockTest, ALeaverOfTheDayIsSignedOutWhenTheDayIsOver) {
  must(end_handler(people(), clerk_, clock().now().day(), LeavesAt::end_of_day));
  const auto session = sessions_.begin(clerk_, clock().now());
  must(refresh());
  EXPECT_TRUE(sessions_.use(*session, clock().now()).has_value()) << "the last day is for work";
  clock().set(base::start_of(clock().now().day().plus_days(1)));
  must(refresh());  // the program does it every second
  EXPECT_EQ(sessions_.count(), 0U);
}

}  // namespace
}  // namespace kenpo::staff
