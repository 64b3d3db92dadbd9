// The reviewer's list and decisions: order, neighbours, scope, what may not be decided.
#include "review/review_for_tests.h"

namespace kenpo::review {
namespace {

using format::claim::Service;

TEST_F(ReviewTest, FindingsStandInOneOrderWithTheirNeighbours) {
  take({receipt(), receipt(), receipt()});
  review("2026-05");
  const auto page = list("2026-05");
  ASSERT_EQ(page.count, 3);  // each pair once
  EXPECT_EQ(page.by_state[0], 3);
  const auto second = show(page.lines[1].finding.id);
  EXPECT_EQ(second.position, 2);
  EXPECT_EQ(second.undecided, 3);
  EXPECT_EQ(second.previous, page.lines[0].finding.id);
  EXPECT_EQ(second.next, page.lines[2].finding.id);
  EXPECT_TRUE(second.other.has_value());
  EXPECT_FALSE(second.receipt.sheet.sections.empty());
  must(decide(page.lines[1].finding.id, Verdict::no_problem));
  EXPECT_EQ(show(page.lines[0].finding.id).undecided, 2);
  EXPECT_EQ(list("2026-05").by_state[1], 1);
}

TEST_F(ReviewTest, TheListIsFilteredAndPaged) {
  take({receipt(), receipt(), receipt(Service::pharmacy, "2026-04")});
  review("2026-05");
  const auto all = list("2026-05");
  const auto some = must(list_findings(
      office(), society_.clerk(),
      {.claimed_in = base::Month::parse("2026-05"), .check = "duplicate"}));
  EXPECT_GT(all.count, some.count);
  for (const auto& line : some.lines) EXPECT_EQ(line.finding.check, "duplicate");
  const auto behind = must(list_findings(
      office(), society_.clerk(),
      {.claimed_in = base::Month::parse("2026-05"), .offset = all.count}));
  EXPECT_TRUE(behind.lines.empty());
  EXPECT_EQ(behind.count, all.count);
}

TEST_F(ReviewTest, ADecisionTakesTheReasonOfItsRule) {
  take({receipt(), receipt()});
  review("2026-05");
  const auto finding = found("2026-05", "duplicate").at(0);
  must(decide(finding.id, Verdict::request, "重複していないか、ご審査願います。"));
  const auto shown = show(finding.id);
  EXPECT_EQ(shown.finding.state, FindingState::to_request);
  ASSERT_EQ(shown.decisions.size(), 1U);
  EXPECT_EQ(shown.decisions[0].reason, "100019");
  EXPECT_EQ(shown.decisions[0].by, society_.clerk_id());
  // Taken back before it is sent, and decided anew: both stand in the record.
  must(decide(finding.id, Verdict::reopen, "見直します。"));
  EXPECT_EQ(show(finding.id).finding.state, FindingState::open);
  must(decide(finding.id, Verdict::no_problem));
  EXPECT_EQ(show(finding.id).decisions.size(), 3U);
}

TEST_F(ReviewTest, WhatMayNotBeDecidedIsRefused) {
  auto unnumbered = receipt();
  take({receipt(), receipt()});
  review("2026-05");
  const auto finding = found("2026-05", "duplicate").at(0);
  EXPECT_FALSE(decide(finding.id, Verdict::no_problem, "").ok());
  EXPECT_FALSE(decide(finding.id, Verdict::reopen).ok());
  EXPECT_FALSE(decide(FindingId::draw(), Verdict::no_problem).ok());
  Finding gone = finding;
  gone.state = FindingState::gone;
  claim::Claim claim = show(finding.id).receipt.claim;
  EXPECT_FALSE(may_decide(gone, claim, Verdict::no_problem).ok());
  claim.management_number.clear();
  EXPECT_FALSE(may_decide(finding, claim, Verdict::request).ok());
  EXPECT_TRUE(may_decide(finding, claim, Verdict::no_problem).ok());
  Finding question = finding;
  question.check = "injury";
  EXPECT_FALSE(may_decide(question, show(finding.id).receipt.claim, Verdict::request).ok());
  EXPECT_TRUE(may_decide(question, show(finding.id).receipt.claim, Verdict::inquire).ok());
}

TEST_F(ReviewTest, AHandlerSeesTheFindingsOfTheirEstablishmentsAlone) {
  take({receipt(), receipt()});
  review("2026-05");
  const auto finding = found("2026-05", "duplicate").at(0);
  limit_to(base::EstablishmentId::draw());
  EXPECT_EQ(list("2026-05").count, 0);
  EXPECT_TRUE(list("2026-05").lines.empty());
  EXPECT_FALSE(show_finding(office(), society_.clerk(), finding.id).ok());
  EXPECT_FALSE(decide(finding.id, Verdict::no_problem).ok());
  limit_to(works_.id);
  EXPECT_EQ(list("2026-05").count, 1);
  EXPECT_FALSE(list_findings(office(), society_.stranger(), {}).ok());
}

}  // namespace
}  // namespace kenpo::review
