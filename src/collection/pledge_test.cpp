// Payment pledges: a plan that adds up, two people, how it is kept, what follows when it is not.
#include "collection/pledge_act.h"

#include "collection/collection_for_tests.h"
#include "collection/pledge_print.h"
#include "eligibility/work_item_store.h"
#include "premium/late_charge_rule.h"
#include "tests/support/sender.h"

namespace kenpo::collection {
namespace {

const PayerId somebody = PayerId::draw();

Pledge pledge_of(Yen rest, std::vector<Instalment> plan) {
  return {.payer = somebody,
          .pledged_on = day(2026, 11, 20),
          .debts = {{{DebtKind::employer_bill, somebody, month_in(2026, 4)}, rest}},
          .instalments = std::move(plan),
          .made_at = base::start_of(day(2026, 11, 20))};
}
Debt debt_of(Yen rest) {
  return {.key = {DebtKind::employer_bill, somebody, month_in(2026, 4)},
          .due = day(2026, 5, 31),
          .health = rest};
}
Allocation paid(const Pledge& pledge, base::Date on, int yen) {
  return {.source = FundId::draw(),
          .debt = pledge.debts[0].debt,
          .amount = Yen(yen),
          .on = on,
          .decided_at = base::start_of(on.plus_days(1))};
}

struct PlanRow {
  const char* why;
  std::vector<Instalment> plan;
  bool taken;
};

TEST(PledgeRule, APlanAddsUpToTheDebtInDaysThatFollow) {
  const auto first = day(2026, 12, 25);
  const auto second = day(2027, 1, 25);
  const std::vector<PlanRow> rows{
      {"adds up", {{first, Yen(10'000)}, {second, Yen(14'600)}}, true},
      {"on the day of the pledge", {{day(2026, 11, 20), Yen(24'600)}}, true},
      {"too little", {{first, Yen(10'000)}, {second, Yen(14'599)}}, false},
      {"too much", {{first, Yen(10'000)}, {second, Yen(14'601)}}, false},
      {"nothing", {}, false},
      {"before the pledge", {{day(2026, 11, 19), Yen(24'600)}}, false},
      {"not in order", {{second, Yen(10'000)}, {first, Yen(14'600)}}, false},
      {"two on a day", {{first, Yen(10'000)}, {first, Yen(14'600)}}, false},
      {"a part of zero", {{first, Yen(0)}, {second, Yen(24'600)}}, false},
      {"a part below zero", {{first, Yen(-1)}, {second, Yen(24'601)}}, false},
  };
  for (const auto& row : rows) {
    const auto pledge = pledge_of(Yen(24'600), row.plan);
    const auto checked = check_pledge(pledge, {debt_of(Yen(24'600))}, day(2026, 11, 24));
    EXPECT_EQ(checked.ok(), row.taken) << row.why;
  }
  const auto good = pledge_of(Yen(24'600), {{first, Yen(24'600)}});
  EXPECT_FALSE(check_pledge(good, {debt_of(Yen(24'599))}, day(2026, 11, 24)).ok());
  EXPECT_FALSE(check_pledge(good, {}, day(2026, 11, 24)).ok());
  EXPECT_FALSE(check_pledge(good, {debt_of(Yen(24'600))}, day(2026, 11, 19)).ok());
  auto early = debt_of(Yen(24'600));
  early.due = day(2026, 11, 20);
  EXPECT_FALSE(check_pledge(good, {early}, day(2026, 11, 24)).ok());
}

TEST(PledgeRule, EvenInstalmentsAddUpAndKeepWithinTheirMonths) {
  for (int count = 1; count <= static_cast<int>(instalments_limit); ++count) {
    const auto plan = even_instalments(Yen(100'001), day(2026, 12, 31), count);
    ASSERT_EQ(plan.size(), static_cast<std::size_t>(count));
    Yen sum;
    for (const auto& one : plan) sum += one.amount;
    EXPECT_EQ(sum, Yen(100'001));
    const auto pledge = pledge_of(Yen(100'001), plan);
    EXPECT_TRUE(check_pledge(pledge, {debt_of(Yen(100'001))}, day(2026, 11, 24)).ok()) << count;
  }
  EXPECT_EQ(even_instalments(Yen(3), day(2027, 1, 31), 3)[1].due, day(2027, 2, 28));
  EXPECT_TRUE(even_instalments(Yen(2), day(2027, 1, 31), 3).empty());
}

TEST(PledgeRule, APlanIsReadAsItIsWritten) {
  const auto plan = must(read_plan("2026-12-25 10,000\n\nR9.1.25\t１４６００円\n2027/2/25,5\n"));
  ASSERT_EQ(plan.size(), 3U);
  EXPECT_EQ(plan[1], (Instalment{day(2027, 1, 25), Yen(14'600)}));
  EXPECT_EQ(must(read_plan(plan_text(plan))), plan);
  const auto bad = read_plan("2026-12-25 10000\n2026-13-25 x\n");
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.faults().size(), 2U);
  EXPECT_EQ(bad.faults()[0].place.line, 2U);
}

TEST(PledgeRule, PaymentsCoverTheEarliestInstalmentsFirst) {
  const auto pledge = pledge_of(Yen(30'000), {{day(2026, 12, 25), Yen(10'000)},
                                              {day(2027, 1, 25), Yen(10'000)},
                                              {day(2027, 2, 25), Yen(10'000)}});
  const auto keeping = [&](const std::vector<Allocation>& payments, base::Date today) {
    return standing_of(pledge, payments, today);
  };
  EXPECT_EQ(keeping({}, day(2026, 12, 25)).keeping, PledgeKeeping::kept);
  const auto missed = keeping({}, day(2026, 12, 26));
  EXPECT_EQ(missed.keeping, PledgeKeeping::broken);
  EXPECT_EQ(missed.broken_since, day(2026, 12, 26));
  EXPECT_EQ(missed.overdue, Yen(10'000));
  const auto part = keeping({paid(pledge, day(2026, 12, 20), 4'000)}, day(2026, 12, 26));
  EXPECT_EQ(part.overdue, Yen(6'000));
  const auto late = keeping({paid(pledge, day(2026, 12, 28), 10'000)}, day(2027, 1, 5));
  EXPECT_EQ(late.keeping, PledgeKeeping::kept);
  EXPECT_TRUE(late.instalments[0].late);
  EXPECT_EQ(late.instalments[0].covered_on, day(2026, 12, 28));
  const auto ahead = keeping({paid(pledge, day(2026, 12, 1), 25'000)}, day(2027, 2, 20));
  EXPECT_EQ(ahead.keeping, PledgeKeeping::kept);
  EXPECT_EQ(ahead.instalments[2].missing, Yen(5'000));
  EXPECT_EQ(keeping({paid(pledge, day(2026, 12, 1), 30'000)}, day(2027, 3, 1)).keeping,
            PledgeKeeping::fulfilled);
  // Taken back, it does not count.
  EXPECT_EQ(keeping({paid(pledge, day(2026, 12, 1), 10'000),
                     paid(pledge, day(2026, 12, 1), -10'000)},
                    day(2026, 12, 26))
                .keeping,
            PledgeKeeping::broken);
}

class PledgeTest : public CollectionTest {
 protected:
  PledgeTest() {
    society_.change_policy([this](notice::Policy& policy) {
      using notice::Role;
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back(
          {director_, {{Role::executive_director, from, {}}}, from, day(2030, 3, 31), false, {}});
    });
    approvals_.add(pledge_kind());
    bill(month_in(2026, 4));  // due on 2026-05-31
  }
  DebtKey april() const { return bill_of(works(), month_in(2026, 4)); }
  PayerView payer() {
    auto ledger = this->ledger();
    return must(show_payer(ledger, society_.clerk(), works()));
  }
  Pledge wanted() const {
    return {.payer = works(),
            .pledged_on = day(2026, 11, 20),
            .debts = {{april(), Yen(24'600)}},
            .instalments = {{day(2026, 11, 30), Yen(10'000)}, {day(2026, 12, 25), Yen(14'600)}}};
  }
  base::Result<base::CaseId> propose(Pledge pledge) {
    tick();
    auto ledger = this->ledger();
    return propose_pledge(ledger, approvals_, society_.clerk(), std::move(pledge), "試験");
  }
  WatchedPledges watch() {
    tick();
    auto ledger = this->ledger();
    return must(watch_pledges(ledger, Society::scheduler()));
  }
  base::Result<> dispose(base::Date on) {
    tick();
    auto ledger = this->ledger();
    return record_step(ledger, society_.clerk(),
                       {.debt = april(), .measure = Measure::disposition, .on = on});
  }
  void at(base::Date on) { society_.clock().set(base::start_of(on)); }

  base::StaffId director_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
};

TEST_F(PledgeTest, ASecondPersonDecidesAndTheStepsTellIt) {
  const auto proposal = must(propose(wanted()));
  EXPECT_FALSE(propose(wanted()).ok());  // its debt is pledged
  auto shown = payer();
  ASSERT_EQ(shown.pledges.size(), 1U);
  EXPECT_EQ(shown.pledges[0].pledge.state(), PledgeState::proposed);
  EXPECT_EQ(shown.debts[0].stage, ArrearsStage::not_reminded);
  ASSERT_EQ(shown.steps.size(), 1U);
  EXPECT_EQ(shown.steps[0].measure, Measure::promise);
  EXPECT_EQ(shown.debts[0].lapses.value, day(2028, 11, 21));  // acknowledged on November 20
  EXPECT_FALSE(approvals_.approve(society_.clerk(), proposal).ok());
  must(approvals_.approve(notice::Acting{director_}, proposal));
  shown = payer();
  EXPECT_EQ(shown.pledges[0].pledge.state(), PledgeState::agreed);
  EXPECT_EQ(shown.debts[0].stage, ArrearsStage::pledged);
  EXPECT_EQ(shown.steps.size(), 2U);
  const auto sender = test_support::sample_sender();
  const auto now = society_.clock().now();
  const auto paper = must(print_pledge(shown, shown.pledges[0].pledge, sender, now));
  EXPECT_EQ(paper.missing_glyphs, 0);
  EXPECT_EQ(must(print_arrears_record(shown, sender, now)).missing_glyphs, 0);
}

TEST_F(PledgeTest, ABrokenPlanIsPutOnTheWorkListOnce) {
  must(approvals_.approve(notice::Acting{director_}, must(propose(wanted()))));
  EXPECT_EQ(watch().broken, 0);
  at(day(2026, 12, 1));
  const auto first = watch();
  EXPECT_EQ(first.agreed, 1);
  EXPECT_EQ(first.broken, 1);
  EXPECT_EQ(first.opened, 1);
  EXPECT_EQ(watch().opened, 0);
  EXPECT_EQ(payer().debts[0].stage, ArrearsStage::broken);
  const auto view = must(society_.database().read());
  const auto items = must(eligibility::list_work_items(
      view, {.kind = eligibility::WorkKind::pledge_broken}));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].establishment, works_.id);
  const auto receipt = receive("ﾐﾎﾝ", 10'000, day(2026, 12, 1), "101");
  must(order({.receipt = receipt.id, .parts = {{april(), Yen(10'000)}}}));
  EXPECT_EQ(watch().broken, 0);  // late, and kept again
}

TEST_F(PledgeTest, TheLateChargeGoesOnUnderAPledge) {
  tick();
  auto ledger = this->ledger();
  must(issue_reminder(ledger, society_.clerk(), april(), day(2026, 12, 4)));
  at(day(2026, 12, 10));
  const auto before = payer().debts[0].charge.value;
  EXPECT_GT(before, Yen());
  must(approvals_.approve(notice::Acting{director_}, must(propose(wanted()))));
  EXPECT_EQ(payer().debts[0].charge.value, before);
  at(day(2026, 12, 20));
  EXPECT_EQ(payer().debts[0].charge.value,
            must(premium::late_charge(Yen(24'600), day(2026, 5, 31), day(2026, 12, 20))).value);
}

// 健康保険法180条4項
TEST_F(PledgeTest, ADispositionFollowsAReminderThatHasRunOutAndNoPledgeThatIsKept) {
  EXPECT_FALSE(dispose(day(2026, 11, 24)).ok());  // no reminder
  tick();
  auto ledger = this->ledger();
  must(issue_reminder(ledger, society_.clerk(), april(), day(2026, 12, 4)));
  EXPECT_EQ(payer().debts[0].stage, ArrearsStage::reminded);
  EXPECT_FALSE(dispose(day(2026, 11, 24)).ok());
  at(day(2026, 12, 5));
  EXPECT_EQ(payer().debts[0].stage, ArrearsStage::reminder_over);
  must(record_step(ledger, society_.clerk(),
                   {.debt = april(), .measure = Measure::letter, .on = day(2026, 12, 5)}));
  EXPECT_EQ(payer().debts[0].stage, ArrearsStage::demanded);
  auto pledge = wanted();
  pledge.pledged_on = day(2026, 12, 5);
  pledge.instalments = {{day(2026, 12, 25), Yen(24'600)}};
  must(approvals_.approve(notice::Acting{director_}, must(propose(pledge))));
  at(day(2026, 12, 10));
  EXPECT_FALSE(dispose(day(2026, 12, 10)).ok());  // it is kept
  at(day(2026, 12, 26));
  must(dispose(day(2026, 12, 26)));
  EXPECT_EQ(payer().debts[0].stage, ArrearsStage::disposition);
}

TEST_F(PledgeTest, APledgeIsWithdrawnOrCancelledAndItsDebtIsFreeAgain) {
  auto ledger = this->ledger();
  const auto proposal = must(propose(wanted()));
  const auto first = payer().pledges.at(0).pledge.id;
  tick();
  EXPECT_EQ(must(end_pledge(ledger, society_.clerk(), works(), first)), PledgeState::withdrawn);
  EXPECT_FALSE(end_pledge(ledger, society_.clerk(), works(), first).ok());
  EXPECT_FALSE(approvals_.approve(notice::Acting{director_}, proposal).ok());
  must(approvals_.approve(notice::Acting{director_}, must(propose(wanted()))));
  const auto second = payer().pledges.at(0).pledge.id;
  EXPECT_FALSE(end_pledge(ledger, society_.clerk(), shop(), second).ok());
  tick();
  EXPECT_EQ(must(end_pledge(ledger, society_.clerk(), works(), second)), PledgeState::cancelled);
  EXPECT_TRUE(propose(wanted()).ok());
}

TEST_F(PledgeTest, PledgesAreForTheRolesOfTheLevy) {
  auto ledger = this->ledger();
  EXPECT_FALSE(
      propose_pledge(ledger, approvals_, society_.stranger(), wanted(), "試験").ok());
  EXPECT_TRUE(payer().pledges.empty());
}

}  // namespace
}  // namespace kenpo::collection
