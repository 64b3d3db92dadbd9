// Candidates for a revision: found, asked about, decided, dismissed.
#include "remuneration/candidate_act.h"

#include <gtest/gtest.h>

#include "eligibility/pay_entry_act.h"
#include "eligibility/work_item_store.h"
#include "remuneration/manual_for_tests.h"
#include "remuneration/regular_round_act.h"

namespace kenpo::remuneration {
namespace {

using namespace manual_tests;

eligibility::PayEntry raised_in(Month changed, std::vector<int> pay) {
  eligibility::PayEntry entry;
  entry.symbol = sample_establishment().symbol;
  entry.number = "1";
  entry.known_born = day(1990, 5, 15);
  entry.pay.form = eligibility::PayForm::pay_report;
  entry.pay.on = changed.first_day();
  entry.pay.direction = 1;
  for (std::size_t at = 0; at < pay.size(); ++at) {
    entry.pay.months.at(at) = {1, 30, Yen(pay[at])};  // the month's number is the program's
  }
  return entry;
}

TEST_F(ManualTest, ARaiseInAprilIsACandidateAndARevisionInJulyEndsTheRegularOne) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  csv::RegularDetermination regular;
  regular.pay = spring_pay({30, 31, 30}, {360'000, 360'000, 360'000});
  regular.pay.change = csv::PayDirection::raised;
  regular.pay.change_month = 4;
  take(std::move(regular));
  ASSERT_EQ(standards().size(), 2U);  // decided from September
  auto ledger = this->ledger();
  const auto list = must(list_candidates(ledger, society_.clerk(), 2026));
  ASSERT_EQ(list.candidates.size(), 1U);
  const auto& candidate = list.candidates.front().candidate;
  EXPECT_EQ(candidate.kind, CandidateKind::certain);
  EXPECT_EQ(candidate.from, month_at(2026, 7));
  EXPECT_EQ(candidate.standard, Yen(360'000));
  const auto entered = must(determine_candidate(
      ledger, society_.clerk(), list.candidates.front().pay.id, "算定基礎届による"));
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].from, month_at(2026, 7));
  EXPECT_EQ(found[1].kind, DeterminationKind::revision);
  EXPECT_TRUE(must(list_candidates(ledger, society_.clerk(), 2026)).candidates.empty());
  const auto round = must(show_regular_round(ledger, society_.clerk(), 2026));
  EXPECT_EQ(round.total.due, 0);  // art 41(3)
}

TEST_F(ManualTest, AReportedChangeOfAnyMonthBecomesACandidateAndADecision) {
  take(acquisition("1", day(2025, 4, 1), 300'000));
  auto ledger = this->ledger();
  // Raised in December 2025: the first month, then all three.
  must(eligibility::enter_pay(ledger, society_.clerk(),
                              raised_in(month_at(2025, 12), {360'000})));
  auto list = must(list_candidates(ledger, society_.clerk(), 2025)).candidates;
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].candidate.kind, CandidateKind::expected);
  EXPECT_EQ(must(propose_candidates(ledger, society_.clerk(), month_at(2026, 2))).opened, 0)
      << "the three months have not passed";
  EXPECT_EQ(must(propose_candidates(ledger, society_.clerk(), month_at(2026, 3))).opened, 1);
  EXPECT_EQ(must(propose_candidates(ledger, society_.clerk(), month_at(2026, 3))).opened, 0);
  must(eligibility::enter_pay(ledger, society_.clerk(),
                              raised_in(month_at(2025, 12), {360'000, 360'000, 360'000})));
  list = must(list_candidates(ledger, society_.clerk(), 2025)).candidates;
  ASSERT_EQ(list.size(), 1U) << "what was told later takes the place";
  EXPECT_EQ(list[0].candidate.kind, CandidateKind::certain);
  EXPECT_EQ(list[0].candidate.from, month_at(2026, 3));
  const auto entered =
      must(determine_candidate(ledger, society_.clerk(), list[0].pay.id, "事業所の報告による"));
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].from, month_at(2026, 3));
  EXPECT_EQ(found[1].standard, Yen(360'000));
  EXPECT_TRUE(must(list_candidates(ledger, society_.clerk(), 2025)).candidates.empty());
  const auto view = must(society_.database().read());
  EXPECT_TRUE(must(eligibility::list_work_items(
                       view, {.kind = eligibility::WorkKind::revision_candidate,
                              .state = eligibility::WorkState::waiting}))
                  .empty())
      << "the decision has settled it";
}

TEST_F(ManualTest, TheRegularNotificationFillsTheMonthsOfAReport) {
  take(acquisition("1", day(2025, 4, 1), 300'000));
  csv::RegularDetermination regular;
  regular.pay = spring_pay({30, 31, 30}, {360'000, 360'000, 360'000});
  take(std::move(regular));
  auto ledger = this->ledger();
  must(eligibility::enter_pay(ledger, society_.clerk(), raised_in(month_at(2026, 3), {360'000})));
  const auto list = must(list_candidates(ledger, society_.clerk(), 2026)).candidates;
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].candidate.kind, CandidateKind::certain);  // March told, April and May notified
  EXPECT_EQ(list[0].candidate.from, month_at(2026, 6));
}

// The pay of months that no notification carries: no change by itself, but it fills a report.
TEST_F(ManualTest, PayAloneIsNoCandidateButFillsTheMonthsOfAChange) {
  take(acquisition("1", day(2025, 4, 1), 300'000));
  auto ledger = this->ledger();
  auto alone = raised_in(month_at(2026, 1), {360'000, 360'000, 360'000});
  alone.pay.direction = 0;
  must(eligibility::enter_pay(ledger, society_.clerk(), alone));
  EXPECT_TRUE(must(list_candidates(ledger, society_.clerk(), 2026)).candidates.empty());
  must(eligibility::enter_pay(ledger, society_.clerk(), raised_in(month_at(2026, 1), {360'000})));
  must(eligibility::enter_pay(ledger, society_.clerk(), alone));  // once more: the change stays
  const auto list = must(list_candidates(ledger, society_.clerk(), 2026)).candidates;
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].candidate.kind, CandidateKind::certain);
  EXPECT_EQ(list[0].candidate.from, month_at(2026, 4));
}

TEST_F(ManualTest, AReportThatCannotBeIsRefused) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  auto ledger = this->ledger();
  const auto refused = [&](const eligibility::PayEntry& entry) {
    return !eligibility::enter_pay(ledger, society_.clerk(), entry).ok();
  };
  const auto sound = raised_in(month_at(2026, 2), {360'000});
  auto entry = sound;
  entry.pay.direction = 3;
  EXPECT_TRUE(refused(entry));
  entry = sound;
  entry.known_born = day(1990, 5, 16);
  EXPECT_TRUE(refused(entry));
  EXPECT_TRUE(refused(raised_in(month_at(2025, 8), {360'000}))) << "not insured then";
  entry = raised_in(month_at(2026, 2), {360'000, 0, 360'000});
  entry.pay.months[1] = {};
  EXPECT_TRUE(refused(entry)) << "a month is left out";
  EXPECT_TRUE(refused(raised_in(month_at(2027, 12), {360'000}))) << "to come";
  EXPECT_FALSE(eligibility::enter_pay(ledger, society_.stranger(), sound).ok());
  EXPECT_TRUE(must(list_candidates(ledger, society_.clerk(), 2026)).candidates.empty());
}

TEST_F(ManualTest, ADismissedCandidateIsNone) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  csv::RegularDetermination regular;
  regular.pay = spring_pay({30, 31, 30}, {300'000, 360'000, 360'000});
  regular.pay.change = csv::PayDirection::raised;
  regular.pay.change_month = 5;
  take(std::move(regular));
  auto ledger = this->ledger();
  const auto list = must(list_candidates(ledger, society_.clerk(), 2026));
  ASSERT_EQ(list.candidates.size(), 1U);
  const auto& one = list.candidates.front();
  EXPECT_EQ(one.candidate.kind, CandidateKind::expected);
  EXPECT_EQ(one.candidate.from, month_at(2026, 8));
  EXPECT_EQ(what(determine_candidate(ledger, society_.clerk(), one.pay.id, "見込み").faults()),
            "3か月の報酬がそろっていません");
  EXPECT_FALSE(dismiss_candidate(ledger, society_.clerk(), one.pay.id, "").ok());
  must(dismiss_candidate(ledger, society_.clerk(), one.pay.id, "月額変更届を受け付けた"));
  EXPECT_TRUE(must(list_candidates(ledger, society_.clerk(), 2026)).candidates.empty());
}

}  // namespace
}  // namespace kenpo::remuneration
