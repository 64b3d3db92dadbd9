// The pure rules of the collection: books that balance, matching, set-off, reminder, limitation.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "collection/arrears_rule.h"
#include "collection/collection_ledger.h"
#include "collection/credit_rule.h"
#include "collection/matching_rule.h"
#include "collection/voluntary_rule.h"

namespace kenpo::collection {
namespace {

using base::Date;
using base::Month;
using base::Yen;

Date day_of(const char* iso) { return *Date::parse(iso); }

Debt debt_of(const PayerId& payer, const char* month, const char* due, std::int64_t health,
             std::int64_t child = 0) {
  return {.key = {DebtKind::employer_bill, payer, *Month::parse(month)},
          .due = day_of(due),
          .health = Yen(health),
          .child = Yen(child)};
}

TEST(CollectionRule, PaidInAnyPartsTheBooksEndTheSame) {
  EXPECT_TRUE(rc::check([] {
    const auto health = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
    const auto child = *rc::gen::inRange<std::int64_t>(0, 30'000);
    RC_PRE(health + child > 0);
    const auto debt = debt_of(PayerId::draw(), "2026-04", "2026-05-31", health, child);
    Yen paid;
    BookAmount sums;
    while (paid < debt.total()) {
      const auto part = Yen(*rc::gen::inRange<std::int64_t>(
          1, std::min<std::int64_t>(debt.rest().amount() - paid.amount(), 400'000) + 1));
      const auto books = books_of(debt, paid, part);
      RC_ASSERT(books.total() == part);
      RC_ASSERT(books.child >= Yen() && books.health >= Yen());
      sums.health += books.health;
      sums.child += books.child;
      paid += part;
    }
    RC_ASSERT(sums.health == debt.health && sums.child == debt.child);
  }));
}

TEST(CollectionRule, EveryEventBalancesInEachBook) {
  EXPECT_TRUE(rc::check([] {
    const auto amount = Yen(*rc::gen::inRange<std::int64_t>(1, 1'000'000));
    const auto child = Yen(*rc::gen::inRange<std::int64_t>(0, amount.amount() + 1));
    const auto debt = debt_of(PayerId::draw(), "2026-04", "2026-05-31",
                              (amount - child).amount(), child.amount());
    std::vector<CashEntry> all = entries_of(Receipt{.amount = amount});
    const auto add = [&](const std::vector<CashEntry>& more) {
      all.insert(all.end(), more.begin(), more.end());
    };
    add(entries_of(
        Allocation{.source = FundId::draw(), .debt = debt.key, .amount = amount},
        books_of(debt, Yen(), amount)));
    add(entries_of(Allocation{.source = FundId::draw(),
                              .target_kind = TargetKind::credit,
                              .amount = amount},
                   {}));
    add(entries_of(Allocation{.source_kind = SourceKind::credit,
                              .source = FundId::draw(),
                              .target_kind = TargetKind::refund,
                              .amount = amount},
                   {}));
    add(entries_of_over_levy(Credit{.payer = debt.key.payer, .amount = amount, .child = child}));
    add(entries_of_unexpired(Credit{.payer = debt.key.payer, .amount = amount, .child = child}));
    add(entries_of_demand(debt, FundId::draw(), {}));
    add(entries_of_payment(
        Refund{.payer = debt.key.payer, .credit = FundId::draw(), .amount = amount}, {}));
    std::map<std::pair<FundId, Book>, Yen> sums;
    Yen clearing;
    for (const auto& entry : all) {
      sums[{entry.event, entry.book}] += entry.amount;
      if (entry.account == CashAccount::clearing) clearing += entry.amount;
    }
    for (const auto& [event, sum] : sums) RC_ASSERT(sum == Yen());
    RC_ASSERT(clearing == Yen());
  }));
}

TEST(CollectionRule, MatchingSaysWhy) {
  const auto one = PayerId::draw();
  const auto other = PayerId::draw();
  const std::vector<Debt> open = {debt_of(one, "2026-05", "2026-06-30", 500),
                                  debt_of(one, "2026-04", "2026-05-31", 300),
                                  debt_of(other, "2026-04", "2026-05-31", 300)};
  const auto proposed = [&](std::int64_t yen, std::vector<PayerId> by_code,
                            std::vector<PayerId> by_name) {
    return propose_matches({Yen(yen), std::move(by_code), std::move(by_name)}, open);
  };
  EXPECT_TRUE(is_certain(proposed(500, {one}, {})));
  EXPECT_TRUE(is_certain(proposed(800, {}, {one})));       // both bills
  EXPECT_EQ(proposed(700, {one}, {}).at(0).fit, MatchFit::part);
  EXPECT_EQ(proposed(700, {one}, {}).at(0).parts.at(0).amount, Yen(300));  // the older one first
  EXPECT_EQ(proposed(900, {one}, {}).at(0).left, Yen(100));
  EXPECT_EQ(proposed(300, {}, {}).size(), 2U);             // two owe it: nobody is certain
  EXPECT_FALSE(is_certain(proposed(500, {one}, {other})));  // two are named
  EXPECT_FALSE(is_certain(proposed(500, {}, {})));
  EXPECT_TRUE(proposed(123, {}, {}).empty());
  EXPECT_EQ(proposed(100, {PayerId::draw()}, {}).at(0).fit, MatchFit::over);  // owes nothing
}

TEST(CollectionRule, SetOffWithinSixMonthsOfTheDayAfter) {
  EXPECT_EQ(set_off_until(day_of("2026-05-20"))->value, day_of("2026-11-20"));
  EXPECT_EQ(set_off_until(day_of("2026-08-31"))->value, day_of("2027-02-28"));
}

TEST(CollectionRule, TheRightToARefundLapsesAfterTwoYears) {
  EXPECT_EQ(refund_lapses_on(day_of("2026-05-20"))->value, day_of("2028-05-21"));
}

TEST(CollectionRule, AReminderIsDueTwentyDaysAfterTheDueDate) {
  const auto debt = debt_of(PayerId::draw(), "2026-04", "2026-05-31", 300);
  EXPECT_FALSE(*reminder_is_due(debt, {}, day_of("2026-06-20")));
  EXPECT_TRUE(*reminder_is_due(debt, {}, day_of("2026-06-21")));
  EXPECT_FALSE(*reminder_is_due(debt, {{day_of("2026-06-15")}, {}}, day_of("2026-06-21")));
}

TEST(CollectionRule, AReminderLeavesTenDays) {
  const auto debt = debt_of(PayerId::draw(), "2026-04", "2026-05-31", 300);
  EXPECT_TRUE(check_reminder(debt, day_of("2026-06-10"), day_of("2026-06-20")).ok());
  EXPECT_FALSE(check_reminder(debt, day_of("2026-06-10"), day_of("2026-06-19")).ok());
  EXPECT_FALSE(check_reminder(debt, day_of("2026-05-31"), day_of("2026-06-30")).ok());
  auto paid = debt;
  paid.paid = Yen(300);
  EXPECT_FALSE(check_reminder(paid, day_of("2026-06-10"), day_of("2026-06-20")).ok());
}

TEST(CollectionRule, TheRightToCollectLapsesAfterTwoYearsBegunAnewByWhatRenews) {
  const auto debt = debt_of(PayerId::draw(), "2026-04", "2026-05-31", 300);
  EXPECT_EQ(lapses_on(debt, {})->value, day_of("2028-06-01"));
  EXPECT_EQ(lapses_on(debt, {{day_of("2026-06-10")}, {}})->value, day_of("2028-06-11"));
  EXPECT_EQ(lapses_on(debt, {{day_of("2026-06-10")}, {day_of("2027-01-15")}})->value,
            day_of("2029-01-16"));
  // What came before the due date renews nothing.
  EXPECT_EQ(lapses_on(debt, {{}, {day_of("2026-05-01")}})->value, day_of("2028-06-01"));
}

// 健康保険法193条: what has lapsed is not revived.
TEST(CollectionRule, NothingRenewsTheRightToCollectOnceItHasLapsed) {
  const auto debt = debt_of(PayerId::draw(), "2023-04", "2023-05-31", 300);
  EXPECT_EQ(lapses_on(debt, {})->value, day_of("2025-06-01"));
  EXPECT_EQ(lapses_on(debt, {{day_of("2025-05-31")}, {}})->value, day_of("2027-06-01"));
  EXPECT_EQ(lapses_on(debt, {{day_of("2025-06-01")}, {}})->value, day_of("2025-06-01"));
  EXPECT_EQ(lapses_on(debt, {{day_of("2026-11-24")}, {}})->value, day_of("2025-06-01"));
  EXPECT_EQ(lapses_on(debt, {{}, {day_of("2026-11-24")}})->value, day_of("2025-06-01"));
  // In the order of their days: an acknowledgement that was renewed in time carries a reminder.
  EXPECT_EQ(lapses_on(debt, {{day_of("2026-11-24")}, {day_of("2025-01-10")}})->value,
            day_of("2028-11-25"));
  const auto lapses = *lapses_on(debt, {});
  EXPECT_TRUE(check_not_lapsed(lapses, day_of("2025-05-31")).ok());
  const auto refused = check_not_lapsed(lapses, day_of("2025-06-01"));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.faults()[0].why.ja.text().find("2025-06-01"), std::string::npos);
}

TEST(CollectionRule, AgesOfDebts) {
  const auto debt = debt_of(PayerId::draw(), "2026-04", "2026-05-31", 300);
  EXPECT_EQ(age_of(debt, day_of("2026-05-31")), DebtAge::not_due);
  EXPECT_EQ(age_of(debt, day_of("2026-06-30")), DebtAge::to_one_month);
  EXPECT_EQ(age_of(debt, day_of("2026-07-01")), DebtAge::to_three_months);
  EXPECT_EQ(age_of(debt, day_of("2026-09-01")), DebtAge::to_one_year);
  EXPECT_EQ(age_of(debt, day_of("2027-06-01")), DebtAge::over_one_year);
}

TEST(CollectionRule, TextOfADebtComesBack) {
  const DebtKey key{DebtKind::voluntary_prepayment, PayerId::draw(), *Month::parse("2026-04")};
  EXPECT_EQ(parse_debt(debt_text(key)), key);
  EXPECT_FALSE(parse_debt("9" + debt_text(key).substr(1)));
  EXPECT_FALSE(parse_debt("3-2026-04"));
  EXPECT_FALSE(parse_debt(""));
}

}  // namespace
}  // namespace kenpo::collection
