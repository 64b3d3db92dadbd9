// High-cost medical expense from a claims file to a decision.
#include <algorithm>

#include "benefit/benefits_for_tests.h"
#include "benefit/payment_act.h"
#include "claim/claim_recheck_act.h"
#include "eligibility/person_merge_store.h"
#include "review/request_store.h"

namespace kenpo::benefit {
namespace {

using base::Yen;

inline constexpr notice::Operation test_cut{.name = "test.cut",
                                            .japanese = "試験の書込み",
                                            .verb = notice::Verb::write,
                                            .pairs = {claim_pair}};

class HighCost : public BenefitTest {};

TEST_F(HighCost, ComputesWhatExceedsTheLimitAndProposesIt) {
  take({{.points = 50'000}});  // 500,000 yen: 150,000 paid; 85,800 + 2,140 is the limit
  const auto done = keep();
  EXPECT_EQ(done.households, 1);
  EXPECT_EQ(done.proposed, 1);
  const auto shown = show();
  EXPECT_EQ(shown.history.front().benefit.high_cost, Yen(150'000 - 87'940));
  EXPECT_EQ(shown.history.front().of, certificate::LimitClass::u);
  ASSERT_EQ(shown.awards.size(), 1U);
  EXPECT_EQ(shown.awards.front().state(), AwardState::proposed);
  EXPECT_GE(shown.basis.size(), 4U) << "class, frequent use, unit, household";
  EXPECT_EQ(shown.claimable.to, day(2028, 8, 31));
}

TEST_F(HighCost, ASecondRunChangesNothing) {
  take({{.points = 50'000}});
  keep();
  const auto again = keep();
  EXPECT_EQ(again.changed, 0);
  EXPECT_EQ(again.proposed, 0);
  EXPECT_EQ(show().history.size(), 1U);
}

// I1: 20,999 is dropped entirely, 21,000 joins.
TEST_F(HighCost, AddsUnitsFromTheThresholdOnOnly) {
  take({{.points = 50'000},
        {.points = 6'999, .provider = "990002"},    // 20,997 → 21,000 to 10 yen
        {.points = 6'996, .provider = "990003"}});  // 20,988 → 20,990
  keep();
  const auto benefit = show().history.front().benefit;
  // 150,000 + 21,000 less 85,800 + (500,000 + 69,990 − 286,000) × 1 % = 2,840 (2,839.9).
  EXPECT_EQ(benefit.high_cost, Yen(171'000 - 85'800 - 2'840));
}

TEST_F(HighCost, WhatWasGivenAtTheCounterIsNotGivenAgain) {
  take({{.points = 50'000, .inpatient = true, .charge = 87'940, .window = "01", .remarks = "28"}});
  const auto done = keep();
  EXPECT_EQ(done.proposed, 0);
  const auto result = show().history.front();
  EXPECT_EQ(result.benefit.in_kind, Yen(150'000 - 87'940));
  EXPECT_EQ(result.benefit.high_cost, Yen());
  EXPECT_EQ(result.doubts, 0);
}

TEST_F(HighCost, AnInstitutionWithAnotherClassIsLookedAt) {
  take({{.points = 50'000, .inpatient = true, .charge = 61'500, .window = "01", .remarks = "29"}});
  keep();
  EXPECT_NE(show().history.front().doubts & mask_of(Doubt::class_differs), 0);
}

// I2: the fourth month of twelve, in kind or in cash; three before it are not enough by gaps.
TEST_F(HighCost, TheFourthMonthHasTheLowerLimit) {
  for (int number = 5; number <= 8; ++number) {
    take({{.treated = month(2026, number), .points = 50'000}});
  }
  keep();
  EXPECT_EQ(show(month(2026, 7)).history.front().frequent, Frequent::no);
  const auto fourth = show(month(2026, 8)).history.front();
  EXPECT_EQ(fourth.frequent, Frequent::yes);
  EXPECT_EQ(fourth.benefit.high_cost, Yen(150'000 - 44'400));
}

TEST_F(HighCost, AMonthThatComesLateMovesTheLaterOnes) {
  for (const int number : {6, 7, 8}) {
    take({{.treated = month(2026, number), .points = 50'000}});
  }
  keep();
  EXPECT_EQ(show(month(2026, 8)).history.front().frequent, Frequent::no);
  take({{.treated = month(2026, 5), .points = 50'000}});
  keep();
  const auto shown = show(month(2026, 8));
  EXPECT_EQ(shown.history.size(), 2U);
  EXPECT_EQ(shown.history.front().frequent, Frequent::yes);
  ASSERT_EQ(shown.awards.size(), 2U);
  EXPECT_EQ(shown.awards[0].state(), AwardState::replaced);
  EXPECT_EQ(shown.awards[1].amounts.high_cost, Yen(150'000 - 44'400));
}

TEST_F(HighCost, WhatWasDecidedStaysAndTheDifferenceIsProposed) {
  take({{.points = 50'000}});
  keep();
  const auto first = must(decide(show().awards.front().id));
  EXPECT_EQ(first.state(), AwardState::decided);
  EXPECT_FALSE(decide(first.id).ok()) << "twice";
  take({{.points = 10'000, .provider = "990002"}});  // 30,000 more
  keep();
  const auto shown = show();
  ASSERT_EQ(shown.awards.size(), 2U);
  EXPECT_EQ(shown.awards[0].state(), AwardState::decided);
  // 30,000 less 1 % of 100,000.
  EXPECT_EQ(shown.awards[1].amounts.high_cost, Yen(29'000));
}

TEST_F(HighCost, WhatAReExaminationTakesOffIsNotPaidFor) {
  take({{.points = 50'000}});
  keep();
  tick();
  must(store::write_under<test_cut>(
      ledger(), society_.clerk(),
      [&](const notice::Permit<test_cut>& permit, store::Transaction& transaction,
          base::Moment now) -> base::Result<> {
        const claim::ClaimAccess access(
            permit.grant<notice::Purpose::benefit_examination_and_payment>());
        const auto claims = KENPO_TRY(claim::claims_of(transaction, access, insured_));
        const review::Request request{.person = insured_,
                                      .claim = claims.at(0).id,
                                      .claimed_in = month(2026, 9),
                                      .made_at = now};
        KENPO_TRY(review::add(transaction, access, request));
        return review::add(transaction, access, request,
                           review::RequestResult{.request = request.id,
                                                 .code = "103",
                                                 .reduction = Yen(100'000),
                                                 .at = now});
      }));
  keep();
  const auto shown = show();
  // 400,000 yen: 120,000 paid; 85,800 + 1,140 is the limit.
  EXPECT_EQ(shown.history.front().benefit.high_cost, Yen(33'060));
  EXPECT_EQ(shown.history.size(), 2U);
}

TEST_F(HighCost, ARefusedProposalDoesNotComeBack) {
  take({{.points = 50'000}});
  keep();
  auto ledger = this->ledger();
  tick();
  const auto id = show().awards.front().id;
  EXPECT_FALSE(refuse_award(ledger, society_.clerk(), id, "").ok()) << "without a reason";
  must(refuse_award(ledger, society_.clerk(), id, "同一の支給を別に行ったため"));
  must(recompute_high_cost(ledger, society_.clerk(), insured_, month(2026, 8)));
  EXPECT_EQ(show().awards.size(), 1U);
}

TEST_F(HighCost, FamilyMembersAreAddedTogether) {
  dependent(child_born_);
  take({{.points = 20'000}, {.branch = "01", .points = 20'000, .provider = "990002"}});
  keep();
  const auto result = show().history.front();
  EXPECT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.benefit.high_cost, Yen(120'000 - 85'800 - 1'140));
}

TEST_F(HighCost, AdditionalBenefitsFollowTheSocietysRules) {
  auto ledger = this->ledger();
  EXPECT_FALSE(enter_additional_rule(ledger, society_.clerk(),
                                     {.from = month(2026, 4),
                                      .rules = {Yen(25'000), Yen(100), Yen()}})
                   .ok())
      << "without a resolution";
  take({{.points = 20'000}});  // 60,000: under the limit
  keep();
  EXPECT_FALSE(computed());
  must(enter_additional_rule(ledger, society_.clerk(),
                             {.from = month(2026, 4),
                              .rules = {Yen(25'000), Yen(100), Yen(500), CountedBy::person},
                              .resolution = "組合会 令和8年2月20日議決"}));
  keep();
  const auto shown = show();
  EXPECT_EQ(shown.history.front().benefit.insured_addition, Yen(35'000));
  ASSERT_EQ(shown.awards.size(), 1U);
  EXPECT_EQ(shown.awards.front().amounts.total(), Yen(35'000));
}

// 名寄せ: two records of one person are one household; what was given under either counts, and when
// they are parted again each has its own.
TEST_F(HighCost, MergedPeopleAreOneHouseholdAndTheDifferenceIsProposed) {
  const auto second = insure("2", day(1990, 5, 15), 300'000, day(2025, 4, 1));
  take({{.points = 50'000}, {.number = "2", .points = 50'000, .provider = "990002"}});
  keep();
  must(decide(show().awards.front().id));
  const eligibility::PersonMerge merge{.kept = insured_, .merged = second};
  change_merge([&](store::Transaction& transaction, base::Moment now) -> base::Result<> {
    auto decided = merge;
    decided.decided_at = now;
    return eligibility::put(transaction, decided);
  });
  keep();
  const auto joined = show();
  EXPECT_EQ(joined.history.front().units.size(), 2U);
  // 1,000,000 yen: 300,000 paid; 85,800 + 7,140 is the limit.
  EXPECT_EQ(joined.history.front().benefit.high_cost, Yen(207'060));
  ASSERT_EQ(joined.awards.size(), 3U);
  const auto own = std::ranges::find(joined.awards, second, &Award::insured);
  ASSERT_NE(own, joined.awards.end());
  EXPECT_EQ(own->state(), AwardState::replaced) << "the second record's own";
  EXPECT_EQ(joined.awards[2].insured, insured_);
  EXPECT_EQ(joined.awards[2].amounts.high_cost, Yen(207'060 - 62'060));
  auto ledger = this->ledger();
  const auto other = must(show_household(ledger, society_.clerk(), second, month(2026, 8)));
  ASSERT_TRUE(other.has_value());
  EXPECT_EQ(other->history.front().benefit.total(), Yen());
  EXPECT_EQ(keep().changed, 0);
  change_merge([&](store::Transaction& transaction, base::Moment now) -> base::Result<> {
    KENPO_TRY(eligibility::reverse(transaction, merge.id, now, {}));
    return base::Done{};
  });
  keep();
  EXPECT_EQ(show().history.front().benefit.high_cost, Yen(62'060));
  const auto parted = must(show_household(ledger, society_.clerk(), second, month(2026, 8)));
  EXPECT_EQ(parted->history.front().benefit.high_cost, Yen(62'060));
  EXPECT_EQ(parted->awards.back().state(), AwardState::proposed);
}

// 名寄せ: the months of the other record count for 多数回該当.
TEST_F(HighCost, MonthsOfAMergedRecordCountAsFrequent) {
  const auto second = insure("2", day(1990, 5, 15), 300'000, day(2025, 4, 1));
  for (int number = 5; number <= 7; ++number) {
    take({{.number = "2", .treated = month(2026, number), .points = 50'000}});
  }
  take({{.points = 50'000}});
  keep();
  EXPECT_EQ(show().history.front().frequent, Frequent::no);
  change_merge([&](store::Transaction& transaction, base::Moment now) -> base::Result<> {
    return eligibility::put(transaction, {.kept = insured_, .merged = second, .decided_at = now});
  });
  keep();
  EXPECT_EQ(show().history.front().frequent, Frequent::yes);
}

// I2: a month that falls away, because the loss was notified late, is counted no more.
TEST_F(HighCost, ALateLossTakesBackWhatWasDecided) {
  take({{.points = 50'000}});
  keep();
  must(decide(show().awards.front().id));
  tick();
  auto ledger = this->ledger();
  must(eligibility::take_in_notifications(
      ledger, society_.clerk(),
      test_support::file_of(works_, test_support::contents_of(
                                        test_support::loss("1", day(2026, 8, 1)))),
      "喪失.csv"));
  tick();
  must(claim::follow_ledger(society_.gate(), society_.database(), society_.scheduler()));
  keep();
  const auto shown = show();
  EXPECT_EQ(shown.history.front().benefit.total(), Yen());
  EXPECT_FALSE(shown.history.front().benefit.counts_as_frequent);
  ASSERT_EQ(shown.awards.size(), 2U);
  EXPECT_EQ(shown.awards[1].amounts.high_cost, Yen(87'940 - 150'000)) << "to be paid back";
  EXPECT_EQ(must(list_awards(ledger, society_.clerk(), {}, {}, 0, 50)).clear, 0)
      << "never with the others";
  // What has not been paid yet is not paid: nothing is left to ask back.
  EXPECT_EQ(must(list_benefit_payments(ledger, society_.clerk(), 50)).count, 1);
  must(decide(shown.awards[1].id));
  EXPECT_EQ(must(list_benefit_payments(ledger, society_.clerk(), 50)).count, 0);
  EXPECT_TRUE(debts().empty());
}

TEST_F(HighCost, OnlyWhoHasTheRoleAndTheScopeSeesIt) {
  take({{.points = 50'000}});
  keep();
  auto ledger = this->ledger();
  EXPECT_FALSE(show_household(ledger, society_.stranger(), insured_, month(2026, 8)).ok());
  society_.change_policy([&](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  EXPECT_FALSE(show_household(ledger, society_.clerk(), insured_, month(2026, 8)).ok());
  EXPECT_EQ(must(list_awards(ledger, society_.clerk(), {}, {}, 0, 50)).count, 0);
}

TEST_F(HighCost, TheMonthsListCountsAndDecidesWhatIsClear) {
  take({{.points = 50'000}});
  keep();
  auto ledger = this->ledger();
  const auto list = must(list_awards(ledger, society_.clerk(), {}, {}, 0, 50));
  ASSERT_TRUE(list.month.has_value());
  EXPECT_EQ(*list.month, month(2026, 8));
  EXPECT_EQ(list.clear, 1);
  EXPECT_FALSE(decide_clear_awards(ledger, society_.clerk(), *list.month, 2).ok());
  EXPECT_EQ(must(decide_clear_awards(ledger, society_.clerk(), *list.month, 1)), 1);
  EXPECT_EQ(must(list_awards(ledger, society_.clerk(), {}, {}, 0, 50)).clear, 0);
  const auto letter =
      must(award_letter(ledger, society_.clerk(), list.lines.front().award.id));
  EXPECT_FALSE(letter.name.empty());
}

}  // namespace
}  // namespace kenpo::benefit
