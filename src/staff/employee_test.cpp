// Pairs 41 to 43 of the notice: employment, training, welfare; and privacy property 29.
#include <gtest/gtest.h>

#include "staff/duty_rule.h"
#include "staff/employee_act.h"
#include "staff/employee_rule.h"
#include "staff/people_for_tests.h"

namespace kenpo::staff {
namespace {

using notice::Refusal;
using notice::Role;
using test_support::must;

// An employee who is also insured is two subjects: one id does not become the other.
static_assert(!std::is_convertible_v<base::StaffId, base::PersonId>);
static_assert(!std::is_convertible_v<base::PersonId, base::StaffId>);

base::Date day(int year, int month, int of_month) {
  return *base::Date::make(year, month, of_month);
}

class EmployeeTest : public ListedSociety {
 protected:
  EmployeeTest() {
    meet_duties(affairs_);
    meet_duties(clerk_);
  }

  EmployeeFile newcomer(const base::StaffId& staff) const {
    return {.employee = {.staff = staff,
                         .details = {.name = "健保 花子",
                                     .name_kana = "ケンポ ハナコ",
                                     .born_on = day(1990, 5, 1),
                                     .address = "東京都多摩市1-1",
                                     .telephone = "042-000-0000",
                                     .emergency_name = "健保 太郎",
                                     .emergency_relation = "配偶者",
                                     .emergency_telephone = "042-000-0001"},
                         .joined_on = day(2026, 4, 1),
                         .left_on = {}},
            .posts = {{"適用課", day(2026, 4, 1), {}}},
            .contracts = {{ContractKind::permanent, day(2026, 4, 1), {}}}};
  }
  notice::Acting affairs() const { return acting(affairs_); }

  base::StaffId affairs_ = list("庶務 直子", {Role::general_affairs_clerk});
  base::StaffId clerk_ = list("健保 花子", {Role::member_clerk});
};

TEST_F(EmployeeTest, JoinsChangesPostAndLeavesWithHistory) {
  ASSERT_TRUE(hire(people(), affairs(), newcomer(clerk_)).ok());
  EXPECT_FALSE(hire(people(), affairs(), newcomer(clerk_)).ok());
  ASSERT_TRUE(enter_post(people(), affairs(), clerk_, {"給付課 主任", day(2026, 12, 1), {}}).ok());
  EXPECT_FALSE(enter_post(people(), affairs(), clerk_, {"前", day(2026, 11, 1), {}}).ok());
  const auto file = must(show_employee(people(), affairs(), clerk_));
  ASSERT_EQ(file.posts.size(), 2U);
  EXPECT_EQ(file.posts[0].to, day(2026, 11, 30));
  EXPECT_EQ(file.posts[1].title, "給付課 主任");
  EXPECT_EQ(file.employee.details.emergency_name, "健保 太郎");
  ASSERT_TRUE(leave(people(), affairs(), clerk_, day(2026, 12, 31), LeavesAt::end_of_day).ok());
  EXPECT_EQ(must(show_employee(people(), affairs(), clerk_)).employee.left_on, day(2026, 12, 31));
  EXPECT_FALSE(leave(people(), affairs(), clerk_, day(2027, 1, 31), LeavesAt::end_of_day).ok());
}

TEST_F(EmployeeTest, LeavingEndsTheRightsTheSameMinute) {
  ASSERT_TRUE(hire(people(), affairs(), newcomer(clerk_)).ok());
  ASSERT_TRUE(leave(people(), affairs(), clerk_, day(2026, 11, 24), LeavesAt::once).ok());
  EXPECT_EQ(gate().ruling(show_employee_operation, clerk_).refusal, Refusal::locked);
}

TEST_F(EmployeeTest, ALeavingThatIsRefusedChangesNothing) {
  auto file = newcomer(responsible_);
  ASSERT_TRUE(hire(people(), affairs(), file).ok());
  EXPECT_FALSE(
      leave(people(), affairs(), responsible_, day(2026, 12, 31), LeavesAt::end_of_day).ok());
  EXPECT_FALSE(must(show_employee(people(), affairs(), responsible_)).employee.left_on.has_value());
}

TEST_F(EmployeeTest, EveryPurposeOpensItsOwnLedgerAndOnlyForItsRole) {
  ASSERT_TRUE(hire(people(), affairs(), newcomer(clerk_)).ok());
  ASSERT_TRUE(enter_attendance(people(), affairs(), clerk_,
                               {"情報セキュリティ講習", "健康保険組合連合会", day(2026, 10, 1), 3})
                  .ok());
  ASSERT_TRUE(enter_welfare(people(), affairs(), clerk_,
                            {WelfareKind::celebration, day(2026, 10, 2), base::Yen(10'000), "結婚"})
                  .ok());
  EXPECT_EQ(must(show_attendances(people(), affairs(), clerk_)).at(0).hours, 3);
  EXPECT_EQ(must(show_welfare(people(), affairs(), clerk_)).at(0).amount, base::Yen(10'000));
  for (const auto* operation :
       {&show_employee_operation, &show_attendances_operation, &show_welfare_operation}) {
    EXPECT_EQ(gate().ruling(*operation, clerk_).refusal, Refusal::no_role) << operation->name;
    EXPECT_EQ(gate().ruling(*operation, responsible_).refusal, Refusal::no_role);
  }
  // A row of the notice withdrawn closes its own ledger and no other.
  auto policy = *gate().policy();
  policy.notice.pairs &= ~notice::mask_of(welfare_pair);
  gate().set_policy(policy);
  EXPECT_FALSE(show_welfare(people(), affairs(), clerk_).ok());
  EXPECT_TRUE(show_attendances(people(), affairs(), clerk_).ok());
}

TEST_F(EmployeeTest, WhatIsWrongIsRefused) {
  auto unborn = newcomer(base::StaffId::draw());
  unborn.employee.details.born_on = day(2026, 4, 1);
  auto nameless = newcomer(base::StaffId::draw());
  nameless.employee.details.name.clear();
  auto endless_term = newcomer(base::StaffId::draw());
  endless_term.contracts[0].kind = ContractKind::fixed_term;
  auto early_post = newcomer(base::StaffId::draw());
  early_post.posts[0].from = day(2026, 3, 31);
  for (const auto& file : {unborn, nameless, endless_term, early_post}) {
    EXPECT_FALSE(hire(people(), affairs(), file).ok());
  }
  EXPECT_TRUE(must(show_employees(people(), affairs())).empty());
  EXPECT_FALSE(check_attendance({"", "", day(2026, 10, 1), 3}).ok());
  EXPECT_FALSE(check_attendance({"講習", "", day(2026, 10, 1), 0}).ok());
  EXPECT_FALSE(check_welfare({WelfareKind::other, day(2026, 10, 1), base::Yen(-1), ""}).ok());
  EXPECT_FALSE(check_welfare({WelfareKind::other, day(2026, 10, 1),
                              base::Yen(welfare_amount_limit_yen + 1), ""})
                   .ok());
  EXPECT_FALSE(show_employee(people(), affairs(), base::StaffId::draw()).ok());
}

// Privacy property 29: each condition removed in turn.
TEST_F(EmployeeTest, P29_ARoleIsUsableOnlyWithEveryConditionMet) {
  const auto& operation = list_employees_operation;
  EXPECT_EQ(gate().ruling(operation, affairs_).refusal, Refusal::none);
  const auto good = *gate().policy();
  struct Row {
    void (*spoil)(notice::Handler&);
    Refusal refusal;
  };
  const Row rows[] = {
      {[](notice::Handler& handler) { handler.trained_until.reset(); }, Refusal::not_trained},
      {[](notice::Handler& handler) { handler.undertaking_on.reset(); }, Refusal::no_undertaking},
      {[](notice::Handler& handler) { handler.locked = true; }, Refusal::locked},
      {[](notice::Handler& handler) { handler.assignments.clear(); }, Refusal::no_role},
  };
  for (const auto& row : rows) {
    auto policy = good;
    for (auto& handler : policy.handlers) {
      if (handler.staff == affairs_) row.spoil(handler);
    }
    gate().set_policy(policy);
    EXPECT_EQ(gate().ruling(operation, affairs_).refusal, row.refusal);
  }
  // The second factor, the lock-out and the end of a session left alone stand in account_test:
  // ACodeIsTakenOnce, RepeatedFailuresMakeEvenTheRightPartsWait, EndsWhenLeftAlone….
}

}  // namespace
}  // namespace kenpo::staff
