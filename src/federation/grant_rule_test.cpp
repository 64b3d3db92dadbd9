// The year, what is missed and what is applied for twice.
#include "federation/grant_rule.h"

#include <gtest/gtest.h>

namespace kenpo::federation {
namespace {

base::Month month(int year, int number) { return *base::Month::make(year, number); }

Grant grant_of(GrantState state, std::int64_t cost) {
  Grant grant;
  grant.now.treated_in = month(2026, 4);
  grant.now.cost = base::Yen(cost);
  grant.now.receipts = {{claim::ClaimId::draw(), base::Yen(cost)}};
  grant.threshold = base::Yen(1'000'000);
  grant.state = state;
  if (state != GrantState::candidate) grant.applied_cost = grant.now.cost;
  return grant;
}

TEST(GrantRule, TheYearRunsFromNovemberToOctober) {
  struct Row {
    base::Month treated_in;
    int ends_in;
  };
  for (const auto& row : {Row{month(2025, 10), 2025}, Row{month(2025, 11), 2026},
                          Row{month(2026, 1), 2026}, Row{month(2026, 10), 2026},
                          Row{month(2026, 11), 2027}}) {
    EXPECT_EQ(GrantYear::of(row.treated_in).ends_in, row.ends_in) << row.treated_in.iso();
  }
  EXPECT_EQ(GrantYear{2026}.first(), month(2025, 11));
  EXPECT_EQ(GrantYear{2026}.last(), month(2026, 10));
}

TEST(GrantRule, OneYenAboveTheThresholdIsACandidate) {
  const GrantStandard standard{.year = {2026},
                               .general = base::Yen(1'200'000),
                               .special = base::Yen(400'000),
                               .rate = {},
                               .source = ""};
  const auto person = base::PersonId::draw();
  claim::Claim claim;
  claim.treated_in = month(2026, 4);
  claim.decided_points = 120'000;
  Joining joining;
  joining.add(person, claim);
  joining.add(person, claim);  // the same claim counts once
  EXPECT_TRUE(joining.above(standard).empty());
  claim::Claim nursing;
  nursing.service = claim::Service::nursing;  // claimed in yen
  nursing.treated_in = month(2026, 4);
  nursing.decided_points = 1;
  joining.add(person, nursing);
  ASSERT_EQ(joining.above(standard).size(), 1U);
  EXPECT_EQ(joining.above(standard).front().cost, base::Yen(1'200'001));
}

TEST(GrantRule, ACandidateIsMissedAfterTheDayByWhichItIsAppliedFor) {
  const auto due = apply_by({2026}).value();
  EXPECT_EQ(due, *base::Date::make(2026, 12, 31));
  const std::vector grants = {grant_of(GrantState::candidate, 1'500'000)};
  EXPECT_TRUE(findings_of(grants, {2026}, due)->empty());
  const auto late = findings_of(grants, {2026}, due.plus_days(1)).value();
  ASSERT_EQ(late.size(), 1U);
  EXPECT_EQ(late.front().finding, GrantFinding::missed);
}

TEST(GrantRule, OneReceiptInTwoApplicationsIsFoundInBoth) {
  auto one = grant_of(GrantState::applied, 1'500'000);
  auto other = grant_of(GrantState::granted, 1'500'000);
  const auto today = *base::Date::make(2026, 11, 23);
  EXPECT_TRUE(findings_of(std::vector{one, other}, {2026}, today)->empty());
  other.now.receipts = one.now.receipts;
  const auto found = findings_of(std::vector{one, other}, {2026}, today).value();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.front().finding, GrantFinding::doubled);
  other.state = GrantState::refused;  // refused: the other may stand
  EXPECT_TRUE(findings_of(std::vector{one, other}, {2026}, today)->empty());
}

TEST(GrantRule, AnApplicationThatFellBelowIsFound) {
  auto grant = grant_of(GrantState::applied, 1'500'000);
  grant.now.cost = base::Yen(900'000);
  const auto found =
      findings_of(std::vector{grant}, {2026}, *base::Date::make(2026, 11, 23)).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().finding, GrantFinding::no_longer);
}

TEST(GrantRule, WithoutARateNothingIsExpected) {
  GrantStandard standard;
  const auto grant = grant_of(GrantState::candidate, 1'500'000);
  EXPECT_FALSE(expected_of(grant, standard).has_value());
  standard.rate = base::Rate{855'000};
  EXPECT_EQ(expected_of(grant, standard), base::Yen(427'500));
}

TEST(GrantRule, TheRowsAreUncheckedAndSaySo) {
  const auto standard = standard_of({2026}, std::nullopt);
  ASSERT_TRUE(standard.ok());
  EXPECT_FALSE(standard->confirmed);
  EXPECT_FALSE(standard->rate.has_value());
}

}  // namespace
}  // namespace kenpo::federation
