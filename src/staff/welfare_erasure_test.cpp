// Pair 43: the yearly erasure of benefits whose period is over, by two people, with a certificate.
#include <gtest/gtest.h>

#include "staff/employee_act.h"
#include "staff/people_for_tests.h"
#include "staff/welfare_erasure_act.h"
#include "staff/welfare_erasure_rule.h"

namespace kenpo::staff {
namespace {

using notice::Role;
using test_support::must;

base::Date welfare_day(int year, int month, int of_month) {
  return *base::Date::make(year, month, of_month);
}

class WelfareErasureTest : public ListedSociety {
 protected:
  WelfareErasureTest() {
    approvals_.add(welfare_erasure_kind());
    for (const auto& each : {affairs_, clerk_}) meet_duties(each);
    const EmployeeFile file{
        .employee = {.staff = clerk_,
                     .details = {.name = "健保 花子",
                                 .name_kana = "ケンポ ハナコ",
                                 .born_on = welfare_day(1990, 5, 1),
                                 .address = "",
                                 .telephone = "",
                                 .emergency_name = "健保 太郎",
                                 .emergency_relation = "配偶者",
                                 .emergency_telephone = ""},
                     .joined_on = welfare_day(2016, 4, 1),
                     .left_on = {}},
        .posts = {{"適用課", welfare_day(2016, 4, 1), {}}},
        .contracts = {{ContractKind::permanent, welfare_day(2016, 4, 1), {}}}};
    must(hire(people(), acting(affairs_), file));
  }
  void give(WelfareKind kind, base::Date on) {
    must(enter_welfare(people(), acting(affairs_), clerk_, {kind, on, base::Yen(10'000), "給付"}));
  }
  base::Result<base::CaseId> propose(const base::StaffId& who) {
    return propose_welfare_erasure(people(), acting(who), "年度の消去");
  }
  std::size_t on_record() {
    return must(show_welfare(people(), acting(affairs_), clerk_)).size();
  }

  base::StaffId affairs_ = list("庶務 直子", {Role::general_affairs_clerk});
  base::StaffId clerk_ = list("健保 花子", {Role::member_clerk});
};

TEST(WelfareUntil, FollowsTheEndOfTheFiscalYear) {
  const auto until = [](WelfareKind kind, base::Date on) {
    return must(welfare_until(kind, on, welfare_day(2026, 11, 24))).value;
  };
  EXPECT_EQ(until(WelfareKind::celebration, welfare_day(2021, 3, 31)), welfare_day(2026, 3, 31));
  EXPECT_EQ(until(WelfareKind::celebration, welfare_day(2021, 4, 1)), welfare_day(2027, 3, 31));
  EXPECT_EQ(until(WelfareKind::loan, welfare_day(2021, 3, 31)), welfare_day(2031, 3, 31));
}

TEST_F(WelfareErasureTest, TwoPeopleEraseWhatIsDueAndNothingElse) {
  give(WelfareKind::celebration, welfare_day(2021, 3, 31));  // kept until 2026-03-31
  give(WelfareKind::checkup, welfare_day(2019, 6, 1));
  give(WelfareKind::loan, welfare_day(2019, 6, 1));          // ten years
  give(WelfareKind::recreation, welfare_day(2021, 4, 1));    // kept until 2027-03-31
  const auto due = must(show_welfare_due(people(), acting(affairs_)));
  ASSERT_EQ(due.due.size(), 2U);
  EXPECT_EQ(due.kept, 2);
  EXPECT_EQ(due.due.front().name, "健保 花子");
  EXPECT_EQ(due.due.front().kept_until, welfare_day(2025, 3, 31));
  const auto id = must(propose(affairs_));
  EXPECT_EQ(on_record(), 4U) << "a proposal erases nothing";
  EXPECT_FALSE(approvals_.approve(acting(affairs_), id).ok()) << "the proposer";
  must(approvals_.approve(acting(director_), id));
  EXPECT_EQ(on_record(), 2U);
  const auto after = must(show_welfare_due(people(), acting(affairs_)));
  EXPECT_TRUE(after.due.empty());
  ASSERT_EQ(after.certificates.size(), 1U);
  const auto& certificate = after.certificates.front();
  EXPECT_EQ(certificate.items, 2);
  EXPECT_EQ(certificate.proposed_by, affairs_);
  EXPECT_EQ(certificate.approved_by, director_);
  EXPECT_EQ(certificate.approval, id);
  EXPECT_FALSE(propose(affairs_).ok()) << "nothing is due any more";
}

TEST_F(WelfareErasureTest, WhatIsWrongIsRefusedAndErasesNothing) {
  give(WelfareKind::recreation, welfare_day(2021, 4, 1));
  EXPECT_FALSE(propose(affairs_).ok()) << "nothing is due";
  give(WelfareKind::celebration, welfare_day(2021, 3, 31));
  EXPECT_FALSE(propose(clerk_).ok());
  EXPECT_FALSE(propose(responsible_).ok()) << "has no pair 43";
  EXPECT_FALSE(show_welfare_due(people(), acting(clerk_)).ok());
  const auto id = must(propose(affairs_));
  give(WelfareKind::celebration, welfare_day(2020, 3, 31));
  EXPECT_FALSE(approvals_.approve(acting(director_), id).ok()) << "one more than was proposed";
  EXPECT_EQ(on_record(), 3U) << "and nothing went";
  EXPECT_TRUE(must(show_welfare_due(people(), acting(affairs_))).certificates.empty());
  // The row of the notice withdrawn: not even two people erase under it.
  must(approvals_.refuse(acting(director_), id, "数え直す"));
  const auto again = must(propose(affairs_));
  auto policy = *gate().policy();
  policy.notice.pairs &= ~notice::mask_of(welfare_pair);
  gate().set_policy(policy);
  EXPECT_FALSE(approvals_.approve(acting(director_), again).ok());
}

}  // namespace
}  // namespace kenpo::staff
