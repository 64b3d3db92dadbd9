// 療養費 in the household's month: counted as 一部負担金等, cancelled, refused.
#include <algorithm>

#include "benefit/benefits_for_tests.h"
#include "benefit/medical_expense_act.h"

namespace kenpo::benefit {
namespace {

using base::Yen;

inline constexpr notice::Operation test_expense{.name = "test.expense",
                                                .japanese = "試験の書込み",
                                                .verb = notice::Verb::write,
                                                .pairs = {benefit_pair}};

class MedicalExpenses : public BenefitTest {
 protected:
  MedicalExpense expense(std::int64_t found, std::int64_t paid) const {
    return {.person = insured_,
            .month = month(2026, 8),
            .reason = ExpenseReason::device,
            .institution = "見本義肢製作所",
            .found = Yen(found),
            .paid = Yen(paid),
            .decided_on = day(2026, 9, 10),
            .evidence = "療養費支給決定 令和8年9月10日 第12号"};
  }
  base::Result<> enter(const MedicalExpense& expense) {
    tick();
    auto ledger = this->ledger();
    return enter_medical_expense(ledger, society_.clerk(), expense);
  }
  base::Result<base::PersonId> cancel(const MedicalExpenseId& id, const std::string& reason) {
    tick();
    auto ledger = this->ledger();
    return cancel_medical_expense(ledger, society_.clerk(), id, reason);
  }
  /// Into the store alone: nothing is computed.
  void put_quietly(const MedicalExpense& expense) {
    tick();
    must(store::write_under<test_expense>(
        ledger(), society_.clerk(),
        [&](const notice::Permit<test_expense>& permit, store::Transaction& transaction,
            base::Moment now) -> base::Result<> {
          const ExpenseAccess access(
              permit.grant<notice::Purpose::benefit_examination_and_payment>());
          return put(transaction, access, expense, now);
        }));
  }
  ExpenseView listed(const base::PersonId& person) {
    auto ledger = this->ledger();
    return must(list_medical_expenses(ledger, society_.clerk(), person));
  }
  Yen due() { return show().history.front().benefit.high_cost; }
  HouseholdView household_of_elder(const base::PersonId& elder, base::Month treated) {
    auto ledger = this->ledger();
    return must(show_household(ledger, society_.clerk(), elder, treated)).value();
  }
};

// 300,000 yen by a receipt, 100,000 by 療養費: 120,000 borne; 85,800 + 1,140 is the limit.
TEST_F(MedicalExpenses, WhatStaysOfItIsAddedToTheHousehold) {
  take({{.points = 30'000}});
  keep();
  EXPECT_EQ(due(), Yen(4'060));
  must(enter(expense(100'000, 70'000)));
  EXPECT_EQ(due(), Yen(120'000 - 86'940));
  const auto shown = show();
  EXPECT_EQ(shown.history.front().cause, ComputedFor::change);
  ASSERT_EQ(shown.history.front().units.size(), 2U);
  const auto& unit = shown.history.front().units[1];
  EXPECT_EQ(unit.unit.care, Care::medical_expense);
  EXPECT_EQ(unit.unit.burden, Yen(30'000));
  EXPECT_EQ(unit.institution_name, "見本義肢製作所");
  // The line that says so, with its article.
  const auto part = std::ranges::find_if(shown.basis, [](const BasisPart& each) {
    return each.heading.find("見本義肢製作所　外来（療養費）") != std::string::npos;
  });
  ASSERT_NE(part, shown.basis.end());
  ASSERT_EQ(part->lines.size(), 3U);
  EXPECT_EQ(part->lines[2].article, "健康保険法115条1項・施行令41条1項");
  EXPECT_NE(part->lines[2].fact_ja.find("30,000"), std::string::npos);
  EXPECT_EQ(keep().changed, 0) << "computed already";
}

// I1: 協会けんぽ added what was below the threshold.
TEST_F(MedicalExpenses, BelowTheThresholdItIsLeftOutWithItsCost) {
  take({{.points = 30'000}});
  keep();
  auto below = expense(70'000, 49'001);  // 20,999 borne
  must(enter(below));
  EXPECT_EQ(due(), Yen(4'060));
  must(cancel(below.id, "額の誤り"));
  must(enter(expense(70'000, 49'000)));  // 21,000 borne
  EXPECT_EQ(due(), Yen(111'000 - 86'640));
}

// 施行令41条1項: the amounts of one institution are one, of a receipt and of 療養費 each for itself.
TEST_F(MedicalExpenses, SeveralOfOneInstitutionAreOneUnit) {
  take({{.points = 30'000}});
  keep();
  must(enter(expense(35'000, 24'500)));
  EXPECT_EQ(due(), Yen(4'060)) << "10,500 alone";
  auto second = expense(35'000, 24'500);
  second.decided_on = day(2026, 9, 20);
  must(enter(second));
  EXPECT_EQ(due(), Yen(111'000 - 86'640));
  EXPECT_EQ(show().history.front().units[1].receipts, 2);
}

// 1,000,000 yen: 300,000 borne; 85,800 + 7,140 is the limit.
TEST_F(MedicalExpenses, AloneItLeadsToABenefitAndIsTakenBackWhenCancelled) {
  const auto one = expense(1'000'000, 700'000);
  must(enter(one));
  EXPECT_EQ(due(), Yen(207'060));
  EXPECT_TRUE(show().history.front().benefit.counts_as_frequent);
  must(decide(show().awards.front().id));
  EXPECT_EQ(must(cancel(one.id, "支給決定の取消し")), insured_);
  EXPECT_EQ(due(), Yen());
  ASSERT_EQ(show().awards.size(), 2U);
  EXPECT_EQ(show().awards[1].amounts.high_cost, Yen(-207'060)) << "to be paid back";
  const auto shown = listed(insured_);
  ASSERT_EQ(shown.lines.size(), 1U) << "it stays with its reason";
  EXPECT_EQ(shown.lines.front().expense.state, ExpenseState::cancelled);
  EXPECT_EQ(shown.lines.front().expense.evidence, "支給決定の取消し");
  EXPECT_EQ(keep().changed, 0);
}

TEST_F(MedicalExpenses, ADependentsCountsInTheInsuredPersonsHousehold) {
  const auto child = dependent(child_born_);
  take({{.points = 30'000}});
  keep();
  auto of_child = expense(100'000, 70'000);
  of_child.person = child;
  of_child.setting = Setting::inpatient;
  must(enter(of_child));
  EXPECT_EQ(due(), Yen(120'000 - 86'940));
  EXPECT_EQ(listed(child).lines.front().insured, insured_);
}

// 70 to 74: no threshold, and outpatient care stands under the limit of the person.
TEST_F(MedicalExpenses, OfAPersonPastSeventyEveryYenCounts) {
  const auto elder = insure("7", day(1953, 3, 10), 260'000, day(2025, 4, 1));
  take({{.number = "7", .treated = month(2026, 7), .points = 8'800, .born = day(1953, 3, 10)}});
  keep();
  auto small = expense(20'000, 16'000);
  small.person = elder;
  small.month = month(2026, 7);
  must(enter(small));
  const auto shown = household_of_elder(elder, month(2026, 7));
  EXPECT_EQ(shown.history.front().benefit.high_cost, Yen(17'600 + 4'000 - 18'000));
}

// The society's kinds of additions are about receipts; what was added together is one sum.
TEST_F(MedicalExpenses, NoAdditionIsGivenForItAlone) {
  auto ledger = this->ledger();
  must(enter_additional_rule(ledger, society_.clerk(),
                             {.from = month(2026, 4),
                              .rules = {Yen(20'000), Yen(1), Yen(), CountedBy::person},
                              .resolution = "組合会 令和8年2月20日議決"}));
  must(enter(expense(160'000, 112'000)));
  EXPECT_FALSE(computed()) << "48,000 borne, under the limit, nothing to give";
  take({{.points = 30'000}});
  keep();
  // 138,000 borne of 460,000: the limit is 87,540; 20,000 stay.
  EXPECT_EQ(due(), Yen(138'000 - 87'540));
  EXPECT_EQ(show().history.front().benefit.insured_addition, Yen());
  EXPECT_EQ(show().history.front().benefit.combined_addition, Yen(87'540 - 20'000));
}

TEST_F(MedicalExpenses, TheNextRunFindsWhatWasEnteredOrCancelled) {
  take({{.points = 30'000}});
  keep();
  auto one = expense(100'000, 70'000);
  put_quietly(one);
  EXPECT_EQ(due(), Yen(4'060));
  EXPECT_EQ(keep().changed, 1);
  EXPECT_EQ(due(), Yen(33'060));
  one.state = ExpenseState::cancelled;
  put_quietly(one);
  EXPECT_EQ(keep().changed, 1);
  EXPECT_EQ(due(), Yen(4'060));
}

TEST_F(MedicalExpenses, TheFirstRunFindsThemWithoutAnyReceipt) {
  put_quietly(expense(1'000'000, 700'000));
  EXPECT_EQ(keep().changed, 1);
  EXPECT_EQ(due(), Yen(207'060));
}

// Rules decided afterwards reach the months from theirs on, also where nothing but 療養費 is.
TEST_F(MedicalExpenses, RulesDecidedAfterwardsReachTheirMonths) {
  put_quietly(expense(1'000'000, 700'000));
  auto other = expense(100'000, 70'000);
  other.institution = "見本鍼灸院";
  put_quietly(other);
  EXPECT_EQ(keep().changed, 1);
  const auto decide = [&](base::Month from) {
    tick();
    auto ledger = this->ledger();
    must(enter_additional_rule(ledger, society_.clerk(),
                               {.from = from,
                                .rules = {Yen(20'000), Yen(1), Yen(), CountedBy::person},
                                .resolution = "組合会 令和8年2月20日議決"}));
  };
  decide(month(2026, 9));
  EXPECT_EQ(keep().changed, 0) << "treated before";
  const auto limit = Yen(330'000) - due();
  decide(month(2026, 8));
  EXPECT_EQ(keep().changed, 1);
  EXPECT_EQ(show().history.front().benefit.combined_addition, limit - Yen(20'000));
}

TEST_F(MedicalExpenses, WhatCannotBeIsRefused) {
  const auto refused = [&](const auto& change) {
    auto wrong = expense(100'000, 70'000);
    change(wrong);
    return !enter(wrong).ok();
  };
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.institution.clear(); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.evidence.clear(); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.paid = Yen(100'001); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.paid = Yen(-1); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.found = each.paid = Yen(); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.found = Yen(expense_limit_yen + 1); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.decided_on = day(2026, 11, 25); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.decided_on = day(2026, 7, 31); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.month = month(2026, 12); }));
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.month = month(2025, 3); }))
      << "insured since April 2025";
  EXPECT_TRUE(refused([](MedicalExpense& each) { each.person = base::PersonId::draw(); }));
  EXPECT_TRUE(listed(insured_).lines.empty()) << "nothing of it is kept";
}

TEST_F(MedicalExpenses, TheSameDecisionTwiceIsRefusedUntilItIsCancelled) {
  const auto one = expense(100'000, 70'000);
  must(enter(one));
  EXPECT_FALSE(enter(expense(100'000, 70'000)).ok());
  EXPECT_FALSE(cancel(one.id, "").ok()) << "without a reason";
  EXPECT_FALSE(cancel(MedicalExpenseId::draw(), "誤り").ok());
  must(cancel(one.id, "誤り"));
  EXPECT_FALSE(cancel(one.id, "誤り").ok()) << "a second time";
  EXPECT_TRUE(enter(expense(100'000, 70'000)).ok());
}

TEST_F(MedicalExpenses, OnlyWhoHasTheRoleAndTheScopeEntersIt) {
  auto ledger = this->ledger();
  const auto one = expense(100'000, 70'000);
  EXPECT_FALSE(enter_medical_expense(ledger, society_.stranger(), one).ok());
  EXPECT_FALSE(list_medical_expenses(ledger, society_.stranger(), insured_).ok());
  must(enter(one));
  EXPECT_FALSE(cancel_medical_expense(ledger, society_.stranger(), one.id, "誤り").ok());
  society_.change_policy([](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  EXPECT_FALSE(enter(expense(200'000, 140'000)).ok());
  EXPECT_FALSE(cancel(one.id, "誤り").ok());
  EXPECT_FALSE(list_medical_expenses(ledger, society_.clerk(), insured_).ok());
}

}  // namespace
}  // namespace kenpo::benefit
