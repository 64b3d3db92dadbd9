// The reversal of a decision: what stood before stands again.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "eligibility/notification_for_tests.h"

namespace kenpo::eligibility {
namespace {

TEST_F(NotificationTest, ALossEndsTheDependentsAndItsReversalBringsThemBack) {
  const auto hired = done(hiring());
  auto child = entry(dependent_added, day(2026, 5, 1));
  child.content.name = "山田　一郎";
  child.content.name_kana = "ﾔﾏﾀﾞ ｲﾁﾛｳ";
  child.content.sex = Sex::male;
  child.content.born = day(2026, 5, 1);
  child.content.relation = Relation::child;
  done(child);
  const auto before = standing(hired.person);
  ASSERT_EQ(before.links.size(), 1U);
  EXPECT_EQ(before.links[0].branch, 1);

  const auto left = must(enter(leaving(day(2026, 10, 1))));
  EXPECT_TRUE(has(show(left), Caution::dependents_end));
  ask(left);
  must(decide(left, director_));
  const auto after = standing(hired.person);
  EXPECT_EQ(after.periods[0].lost, day(2026, 10, 1));
  EXPECT_EQ(after.links[0].until, day(2026, 9, 30));

  must(reverse(left));
  EXPECT_EQ(standing(hired.person), before);
  EXPECT_FALSE(reverse(left).ok());  // once
}

TEST_F(NotificationTest, WhatOthersBuiltUponIsNotReversed) {
  const auto hired = done(hiring());
  const auto left = done(leaving(day(2026, 10, 1)));
  EXPECT_FALSE(reverse(hired).ok());
  must(reverse(left));
  EXPECT_FALSE(reverse(hired).ok());  // the reversal is a decision of its own
}

TEST_F(NotificationTest, AReversedAcquisitionLeavesNobody) {
  const auto hired = done(hiring());
  must(reverse(hired));
  const auto after = standing(hired.person);
  EXPECT_FALSE(after.person.has_value());
  EXPECT_TRUE(after.periods.empty());
  EXPECT_EQ(members_.size(), 0U);
  // The levy hears of it: what was cancelled is a change of the person.
  int told = 0;
  must(society_.gate().perform<look>(
      society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<> {
        const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
        const auto view = KENPO_TRY(society_.database().read());
        return each_period_change(view, access, society_.clock().now(),
                                  [&](const base::PersonId& person, base::Date) {
                                    told += person == hired.person ? 1 : 0;
                                  });
      }));
  EXPECT_GT(told, 0);
  // The number is free for the same notification once more.
  EXPECT_TRUE(enter(hiring()).ok());
}

TEST_F(NotificationTest, NamesNumbersAndCircumstancesChangeAndComeBack) {
  const auto hired = done(hiring());
  const auto before = standing(hired.person);
  auto name = entry(name_change, day(2026, 6, 1));
  name.content.name = "佐藤　花子";
  name.content.name_kana = "ｻﾄｳ ﾊﾅｺ";
  auto address = entry(address_change, day(2026, 6, 1));
  address.content.postal_code = "5300001";
  address.content.address = "大阪府大阪市見本町１";
  auto personal = entry(personal_change, day(2026, 6, 1));
  personal.content.sex = Sex::male;
  auto number = entry(number_change, day(2026, 6, 1));
  number.content.number = "77";
  auto both = entry(two_workplaces, day(2026, 6, 1));
  both.content.detail = "別の会社";
  auto prison = entry(detention, day(2026, 6, 1));
  auto absent = entry(absence, day(2026, 6, 1));
  absent.content.detail = "私傷病";
  for (const auto& one : {name, address, personal, number, both, prison, absent}) {
    const auto decided = done(one);
    EXPECT_NE(standing(hired.person), before) << wording(one.content.kind).en.text();
    must(reverse(decided));
    EXPECT_EQ(standing(hired.person), before) << wording(one.content.kind).en.text();
  }
}

/// 健康保険法44条3項: what began by a notification ends by one, and the reversal brings it back.
TEST_F(NotificationTest, TwoWorkplacesEndByANotificationOfTheirOwn) {
  const auto hired = done(hiring());
  EXPECT_FALSE(enter(entry(two_workplaces_end, day(2026, 7, 1))).ok());
  auto both = entry(two_workplaces, day(2026, 6, 1));
  both.content.detail = "別の会社";
  done(both);
  const auto before = standing(hired.person);
  const auto ended = done(entry(two_workplaces_end, day(2026, 7, 1)));
  EXPECT_NE(standing(hired.person), before);
  EXPECT_FALSE(enter(entry(two_workplaces_end, day(2026, 8, 1))).ok());
  must(reverse(ended));
  EXPECT_EQ(standing(hired.person), before);
}

/// Any notification that the rules let through, on any day, after any others: decided and reversed,
/// it leaves the ledger as it was.
TEST_F(NotificationTest, WhateverIsDecidedAndReversedLeavesTheLedgerAsItWas) {
  constexpr NotificationKind all[] = {loss,     name_change, address_change, personal_change,
                                      transfer, rehire,      number_change,  dependent_added,
                                      voluntary, voluntary_end, special,     two_workplaces,
                                      detention, detention_end, absence,     absence_end,
                                      two_workplaces_end};
  const auto hired = done(hiring(day(2024, 4, 1)));
  int decided = 0;
  EXPECT_TRUE(rc::check("decided and reversed", [&] {
    auto one = entry(*rc::gen::elementOf(std::vector(std::begin(all), std::end(all))),
                     day(2024, 1, 1).plus_days(*rc::gen::inRange(0, 1050)));
    auto& content = one.content;
    content.received_on = content.on.plus_days(*rc::gen::inRange(0, 40));
    content.name = *rc::gen::element("佐藤　花子", "山田　花子");
    content.name_kana = "ｻﾄｳ ﾊﾅｺ";
    content.sex = *rc::gen::element(Sex::male, Sex::female);
    if (content.kind == dependent_added) content.born = content.on;
    content.address = "東京都千代田区見本町３";
    content.number = *rc::gen::element("", "77", "78");
    content.pay = base::Yen(250'000);
    const bool of_status = content.kind == voluntary_end;
    content.end_reason = of_status ? *rc::gen::element(EndReason::left_on_request,
                                                       EndReason::premium_unpaid)
                                   : EndReason::retirement;
    if (content.kind == loss) content.ended_on = content.on.plus_days(-1);
    if (content.kind == transfer) one.to_symbol = "202";
    const auto entered = enter(one);
    if (!entered.ok()) return;
    const auto before = standing(hired.person);
    ask(*entered);
    const auto made = decide(*entered, director_);
    RC_ASSERT(made.ok());
    ++decided;
    // Some stay, so that the next ones meet another ledger; none that ends the status.
    const bool may_stay = content.kind == name_change || content.kind == address_change ||
                          content.kind == number_change || content.kind == dependent_added;
    if (may_stay && *rc::gen::inRange(0, 4) == 0) return;
    RC_ASSERT(reverse(*entered).ok());
    RC_ASSERT(standing(hired.person) == before);
  }));
  EXPECT_GT(decided, 0);
}

TEST_F(NotificationTest, ADetentionGoesOnUntilTheRelease) {
  const auto hired = done(hiring());
  done(entry(detention, day(2026, 6, 10)));
  EXPECT_FALSE(enter(entry(detention, day(2026, 7, 1))).ok());  // it goes on
  done(entry(detention_end, day(2026, 9, 1)));
  const auto now = standing(hired.person);
  ASSERT_EQ(now.circumstances.size(), 1U);
  EXPECT_EQ(now.circumstances[0].until, day(2026, 8, 31));
}

}  // namespace
}  // namespace kenpo::eligibility
