// A month from its levy to its closing: on a real gate, log, store and approvals.
#include <gtest/gtest.h>

#include "premium/closing_store.h"
#include "report/bill_difference_act.h"
#include "report/report_for_tests.h"

namespace kenpo::report {
namespace {

using namespace test_support;
using eligibility::WorkState;
using staff::ApprovalState;

class ClosingTest : public ReportTest {
 protected:
  ClosingTest() {
    take(works_, acquisition("1", day(2026, 4, 1), 300'000));
    settle_work();
  }
  MonthBoard board(base::Month month, const AskedDecisions& asked = {}) {
    auto ledger = this->ledger();
    return must(show_month_board(ledger, clerk(), month, asked));
  }
  WorkState state(base::Month month, MonthTaskKind kind) {
    return board(month).tasks.at(static_cast<std::size_t>(kind) - 1).state;
  }
  base::Result<base::CaseId> ask_release(base::Month month) {
    auto ledger = this->ledger();
    const auto asked = must(asked_about(approvals_, clerk(), month, society_.clock().now()));
    return propose_release(ledger, approvals_, clerk(), month, asked, "差額を確かめた");
  }
  base::Result<base::CaseId> ask_closing(base::Month month) {
    auto ledger = this->ledger();
    return propose_closing(ledger, approvals_, clerk(), month, {}, "作業が終わった");
  }
  base::Result<premium::PaymentNotice> issue(base::Month month) {
    auto ledger = this->ledger();
    return premium::issue_payment_notice(ledger, clerk(), works_.id, month);
  }
  base::Result<> step(MonthTaskKind task, MonthTaskStepKind what) {
    auto ledger = this->ledger();
    return step_month_task(ledger, clerk(),
                           {.month = april_, .task = task, .step = what, .by = second_}, {});
  }

  base::Month april_ = month_of(2026, 4);
};

TEST_F(ClosingTest, NothingLeavesBeforeASecondPersonHasReleasedIt) {
  EXPECT_FALSE(ask_release(april_).ok()) << "not levied";
  levy(april_);
  settle_work();
  EXPECT_FALSE(issue(april_).ok());
  const auto id = must(ask_release(april_));
  EXPECT_FALSE(ask_release(april_).ok()) << "asked already";
  EXPECT_FALSE(issue(april_).ok());
  EXPECT_FALSE(approvals_.approve(clerk(), id).ok()) << "the proposer";
  EXPECT_FALSE(approvals_.approve(benefit_clerk(), id).ok()) << "another role";
  EXPECT_FALSE(issue(april_).ok());
  must(approvals_.approve(second(), id));
  EXPECT_EQ(state(april_, MonthTaskKind::differences), WorkState::finished);
  EXPECT_TRUE(issue(april_).ok());
  EXPECT_EQ(state(april_, MonthTaskKind::notices), WorkState::finished);
}

TEST_F(ClosingTest, ADecisionIsOfTheBillsThatWereShown) {
  levy(april_);
  settle_work();
  const auto id = must(ask_release(april_));
  auto other = acquisition("2", day(2026, 4, 1), 410'000);
  other.insured.name_kana = "ｽｽﾞｷ ｼﾞﾛｳ";
  other.insured.born = day(1980, 1, 2);
  take(works_, std::move(other));
  levy(april_);
  settle_work();
  EXPECT_FALSE(approvals_.approve(second(), id).ok());
  EXPECT_FALSE(issue(april_).ok());
}

TEST_F(ClosingTest, OpenDeterminationsHoldUpTheReleaseUntilTheyAreDoneOrHeld) {
  levy(april_);
  settle_work();
  auto transaction = must(society_.database().write());
  must(eligibility::add(transaction, {.kind = eligibility::WorkKind::not_determined,
                                      .person = base::PersonId::draw(),
                                      .case_id = base::CaseId::draw(),
                                      .month = april_,
                                      .due = day(2026, 5, 10)}));
  must(transaction.commit_without_personal_data());
  EXPECT_FALSE(ask_release(april_).ok());
  must(step(MonthTaskKind::determinations, MonthTaskStepKind::held));
  EXPECT_TRUE(ask_release(april_).ok());
}

TEST_F(ClosingTest, AMonthIsClosedByTwoPeopleAndWhatComesLaterGoesToTheNext) {
  levy(april_);
  settle_work();
  must(approvals_.approve(second(), must(ask_release(april_))));
  EXPECT_FALSE(ask_closing(april_).ok()) << "the notices are to come";
  must(issue(april_));
  EXPECT_FALSE(ask_closing(april_).ok()) << "the statistics are to come";
  must(step(MonthTaskKind::statistics, MonthTaskStepKind::finished));
  const auto id = must(ask_closing(april_));
  EXPECT_FALSE(approvals_.approve(clerk(), id).ok());
  must(approvals_.approve(second(), id));
  EXPECT_EQ(state(april_, MonthTaskKind::closing), WorkState::finished);
  auto ledger = this->ledger();
  EXPECT_FALSE(premium::levy_month(ledger, clerk(), april_, {}).ok());
  EXPECT_FALSE(ask_closing(april_).ok());
}

TEST_F(ClosingTest, WhoIsLeviedAsBeforeIsSaidToTheSecondPerson) {
  levy(april_);
  settle_work();
  EXPECT_EQ(board(april_).undetermined, 0);
  auto transaction = must(society_.database().write());
  const auto person = base::PersonId::draw();
  for (const auto kind : {eligibility::WorkKind::not_determined,
                          eligibility::WorkKind::annual_average}) {
    must(eligibility::add(transaction, {.kind = kind,
                                        .person = person,
                                        .case_id = base::CaseId::draw(),
                                        .month = april_,
                                        .due = day(2026, 5, 10)}));
  }
  must(transaction.commit_without_personal_data());
  EXPECT_EQ(board(april_).undetermined, 1);  // a person, not an item
  must(step(MonthTaskKind::determinations, MonthTaskStepKind::held));
  const auto id = must(ask_release(april_));
  const auto shown = must(approvals_.show(second(), id));
  EXPECT_NE(shown.text.find("undetermined\t\t1"), std::string::npos);
}

TEST_F(ClosingTest, AMonthIsNotClosedOverBooksThatAreBroken) {
  levy(april_);
  settle_work();
  must(approvals_.approve(second(), must(ask_release(april_))));
  must(issue(april_));
  must(step(MonthTaskKind::statistics, MonthTaskStepKind::finished));
  auto transaction = must(society_.database().write());
  must(collection::add(transaction, std::vector<collection::CashEntry>{
                                        {collection::Book::cash, collection::CashAccount::bank,
                                         base::Yen(1), collection::FundId::draw(),
                                         society_.clock().now()}}));
  must(transaction.commit_without_personal_data());
  EXPECT_FALSE(ask_closing(april_).ok());
}

TEST_F(ClosingTest, StepsAreForTheRolesOfTheLevy) {
  auto ledger = this->ledger();
  const MonthTaskStep taken{.month = april_,
                            .task = MonthTaskKind::statistics,
                            .step = MonthTaskStepKind::taken,
                            .by = benefit_};
  EXPECT_FALSE(step_month_task(ledger, benefit_clerk(), taken, {}).ok());
  EXPECT_FALSE(step_month_task(ledger, society_.stranger(), taken, {}).ok());
  must(step(MonthTaskKind::statistics, MonthTaskStepKind::taken));
  EXPECT_EQ(board(april_).tasks[7].holder, society_.clerk_id()) << "not who the caller says";
}

TEST_F(ClosingTest, DifferencesNameEverybodyWhoseBillDiffersAndNobodyElse) {
  levy(april_);
  levy(month_of(2026, 5));
  auto ledger = this->ledger();
  const auto first = must(show_bill_differences(ledger, clerk(), april_, 0, 10));
  ASSERT_EQ(first.people, 1);
  EXPECT_EQ(first.shown[0].this_month, first.sum);
  EXPECT_EQ(first.shown[0].insured.name, "山田　花子");
  const auto second = must(show_bill_differences(ledger, clerk(), month_of(2026, 5), 0, 10));
  EXPECT_EQ(second.people, 0);
  EXPECT_EQ(second.unchanged, 1);
  EXPECT_TRUE(must(show_bill_differences(ledger, clerk(), april_, 1, 10)).shown.empty());
  EXPECT_FALSE(show_bill_differences(ledger, benefit_clerk(), april_, 0, 10).ok());
}

TEST_F(ClosingTest, DifferencesThatCancelOutAreListedAllTheSame) {
  levy(april_);
  tick();
  auto ledger = this->ledger();
  const auto may = month_of(2026, 5);
  const auto basic = [](base::Month from, std::int64_t total) {
    return premium::SocietyRate{premium::RateKind::general_basic, from, base::Rate{total},
                                base::Rate{total / 2}};
  };
  // April costs more than was billed, May as much less.
  must(premium::enter_rates(ledger, clerk(), {basic(april_, 46'600), basic(may, 44'600)}));
  levy(may);
  const auto found = must(show_bill_differences(ledger, clerk(), may, 0, 10));
  ASSERT_EQ(found.people, 1);
  EXPECT_EQ(found.unchanged, 0);
  EXPECT_EQ(found.shown[0].difference(), base::Yen());
  EXPECT_NE(found.shown[0].earlier, base::Yen());
}

}  // namespace
}  // namespace kenpo::report
