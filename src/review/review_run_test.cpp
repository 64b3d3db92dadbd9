// The content checks on real receipts: each rule finds its case and leaves the neighbour alone, a
// second run changes nothing, a new receipt looks back.
#include <set>

#include "claim/claim_recheck_act.h"
#include "review/review_for_tests.h"

namespace kenpo::review {
namespace {

using format::claim::ReceiptDraft;
using format::claim::Service;
using format::master::Kind;

TEST(CheckRows, AreReadWithTheirReasonsAndHoldOneIdEach) {
  ASSERT_FALSE(check_rows().empty());
  std::set<std::string_view> ids;
  for (const auto& row : check_rows()) {
    EXPECT_TRUE(ids.insert(row.id).second) << row.id;
    EXPECT_FALSE(row.title.empty()) << row.id;
    EXPECT_FALSE(row.basis.empty()) << row.id;
    EXPECT_TRUE(row.reason.empty() || row.reason.size() == 6) << row.id;
  }
  EXPECT_EQ(find_check("no_such_rule"), nullptr);
}

TEST(IcdBlocks, HoldTheirFirstAndLastCode) {
  EXPECT_TRUE(in_icd_blocks("S525", "S00-S99"));
  EXPECT_TRUE(in_icd_blocks("D29", "C60-C63 D29"));
  EXPECT_TRUE(in_icd_blocks("O998", "O00-O99"));
  EXPECT_FALSE(in_icd_blocks("D30", "C60-C63 D29"));
  EXPECT_FALSE(in_icd_blocks("T36", "T00-T35"));
  EXPECT_FALSE(in_icd_blocks("", "S00-S99"));
}

TEST_F(ReviewTest, AReceiptInOrderHasNoFinding) {
  take({receipt()});
  const auto done = review("2026-05");
  EXPECT_EQ(done.receipts, 1);
  EXPECT_EQ(done.found, 0);
  EXPECT_EQ(list("2026-05").waiting_receipts, 0);
}

TEST_F(ReviewTest, ASecondRunChangesNothingAndANewReceiptLooksBack) {
  take({receipt()});
  EXPECT_EQ(review("2026-05").receipts, 1);
  EXPECT_EQ(review("2026-05").receipts, 0);
  EXPECT_EQ(list("2026-05").rounds.size(), 1U);
  auto again = receipt("2026-05");
  again.details.front().code = "111000110";
  take({again});
  EXPECT_EQ(list("2026-06").waiting_receipts, 1);
  const auto done = review("2026-06");
  EXPECT_EQ(done.receipts, 1);
  const auto findings = found("2026-06", "first_visit_again");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings[0].other.has_value());
  // The line stands twice in the month: 73 points each time.
  EXPECT_EQ(findings[0].yen, 73 * 2 * 10);
  EXPECT_EQ(review("2026-06").found, 0);
}

TEST_F(ReviewTest, TheSameReceiptUnderAnotherNumberIsADuplicate) {
  auto other_day = receipt();
  other_day.visits[8] = 1;
  for (auto& detail : other_day.details) detail.days = other_day.visits;
  take({receipt(), receipt(), other_day});
  review("2026-05");
  const auto findings = found("2026-05", "duplicate");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::error);
  EXPECT_GT(findings[0].yen, 0);
}

TEST_F(ReviewTest, ThePharmacyIsHeldAgainstItsPrescriber) {
  take({receipt(Service::pharmacy, "2026-04")});
  review("2026-05");
  ASSERT_EQ(found("2026-05", "no_visit").size(), 1U);
  // The prescriber's receipt comes late: the question is gone, another one comes.
  take({receipt()});
  const auto done = review("2026-05");
  EXPECT_EQ(done.gone, 1);
  EXPECT_TRUE(found("2026-05", "no_visit").empty());
  EXPECT_EQ(found("2026-05", "drug_twice").size(), 2U);  // two drugs, given and dispensed
}

TEST_F(ReviewTest, ADecidedFindingStaysWhateverComesLater) {
  take({receipt(Service::pharmacy, "2026-04")});
  review("2026-05");
  const auto finding = found("2026-05", "no_visit").at(0);
  must(decide(finding.id, Verdict::no_problem));
  take({receipt()});
  EXPECT_EQ(review("2026-05").gone, 0);
  EXPECT_EQ(show(finding.id).finding.state, FindingState::no_problem);
}

TEST_F(ReviewTest, AVisitOnAnInnerDayOfAStayIsFoundAndOnItsEdgeIsNot) {
  auto stay = receipt();
  stay.kind = "1111";
  stay.admitted_on = day(2026, 4, 6);
  stay.window_charge = "01";
  stay.visits = {};
  for (std::size_t at = 5; at < 12; ++at) stay.visits[at] = 1;  // the 6th to the 12th
  for (auto& detail : stay.details) {
    detail.days = {};
    detail.days[6] = 1;
  }
  take({stay, receipt()});  // visits on the 7th and the 21st
  review("2026-05");
  const auto findings = found("2026-05", "while_inpatient");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].evidence.find("7日"), std::string::npos);
  EXPECT_EQ(findings[0].evidence.find("21日"), std::string::npos);
}

TEST_F(ReviewTest, TheMastersSayAgesAndTimes) {
  auto for_children = item(Kind::act, "113001810");
  for_children.below_age = 15;
  auto once = item(Kind::act, "112007410");
  once.times_limit = 1;
  auto twice = item(Kind::act, "112011010");
  twice.times_limit = 2;
  twice.youngest = 15;
  for (const auto& each : {for_children, once, twice}) master(each);
  take({receipt()});
  review("2026-05");
  const auto ages = found("2026-05", "age");
  ASSERT_EQ(ages.size(), 1U);  // 35 years old: not below 15
  EXPECT_EQ(ages[0].yen, 2250);
  EXPECT_GT(ages[0].row, 0U);
  const auto times = found("2026-05", "times_a_month");
  ASSERT_EQ(times.size(), 1U);  // twice where once is allowed; twice where twice is
  EXPECT_EQ(times[0].yen, 730);
}

TEST_F(ReviewTest, TimesAreCountedOverTheReceiptsOfTheMonth) {
  auto once = item(Kind::act, "113001810");
  once.times_limit = 1;
  master(once);
  auto second = receipt();
  second.visits = {};
  second.visits[10] = 1;
  for (auto& detail : second.details) detail.days = second.visits;
  take({receipt(), second});
  review("2026-05");
  const auto times = found("2026-05", "times_a_month");
  ASSERT_EQ(times.size(), 1U);
  EXPECT_TRUE(times[0].other.has_value());
}

TEST_F(ReviewTest, ADiseaseOfTheOtherSexAndAnInjuryAreFoundByIcd) {
  master(disease("N40"));
  take({receipt()});
  review("2026-05");
  EXPECT_EQ(found("2026-05", "sex_male_only").size(), 1U);
  EXPECT_TRUE(found("2026-05", "sex_female_only").empty());
  EXPECT_TRUE(found("2026-05", "injury").empty());
}

TEST_F(ReviewTest, AnInjuryIsAskedAboutUnlessTheReceiptSaysThirdParty) {
  master(disease("S525"));
  auto said = receipt("2026-05");
  said.remarks = "10";
  take({receipt(), said});
  review("2026-05");
  review("2026-06");
  EXPECT_EQ(found("2026-05", "injury").size(), 1U);
  EXPECT_TRUE(found("2026-06", "injury").empty());
  EXPECT_EQ(found("2026-06", "third_party").size(), 1U);
}

TEST_F(ReviewTest, TheGroupFollowsTheAge) {
  auto preschool = receipt();
  preschool.kind = "1114";  // 未就学, 入院外
  auto elderly = receipt();
  elderly.kind = "1118";  // 高齢受給者
  auto classes = receipt();
  classes.remarks = "2627";
  take({receipt(), preschool, elderly, classes});
  review("2026-05");
  EXPECT_EQ(found("2026-05", "patient_group").size(), 2U);
  EXPECT_EQ(found("2026-05", "limit_class").size(), 1U);
}

TEST_F(ReviewTest, WhatTheEligibilityCheckSaysToSendBackIsRequestedWithItsReason) {
  auto stranger = receipt();
  stranger.number = "999";
  take({stranger});
  review("2026-05");
  const auto findings = found("2026-05", "standing");
  ASSERT_EQ(findings.size(), 1U);
  must(decide(findings[0].id, Verdict::request, "該当する人がいません。"));
  EXPECT_EQ(show(findings[0].id).decisions.at(0).reason, "100014");
}

// A receipt moves to whoever the number belongs to since a late notification. What was decided
// about it, and the letter that asked, go with it.
TEST_F(ReviewTest, FindingsGoWithAReceiptThatIsAnotherPersonsNow) {
  master(disease("S525"));
  auto early = receipt();
  early.number = "2";  // nobody's yet
  auto hers = receipt();
  take({early, hers});
  review("2026-05");
  const auto before = found("2026-05", "injury");
  ASSERT_EQ(before.size(), 2U);
  const auto& stray = before[0].establishment ? before[1] : before[0];
  must(decide(stray.id, Verdict::no_problem));
  later();
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
  must(eligibility::take_in_notifications(
      ledger, society_.clerk(), file_of(works_, contents_of(acquisition("2"))), "取得.csv"));
  must(claim::recheck_claims(society_.gate(), society_.database(), society_.clerk(),
                             *base::Month::parse("2026-05")));
  review("2026-05");
  const auto after = found("2026-05", "injury");
  ASSERT_EQ(after.size(), 2U) << "none came twice";
  const auto shown = show(stray.id);
  EXPECT_EQ(shown.finding.state, FindingState::no_problem);
  EXPECT_NE(shown.finding.person, stray.person);
  EXPECT_EQ(shown.finding.person, shown.receipt.claim.person);
  ASSERT_EQ(shown.decisions.size(), 1U);
  EXPECT_TRUE(found("2026-05", "standing").empty()) << "it has its person now";
  EXPECT_EQ(review("2026-05").receipts, 0);
}

// 縦覧: the older month is looked at when its receipt has moved, and not for other rules alone.
TEST_F(ReviewTest, APastMonthIsLookedAtForWhatHasChangedOnly) {
  auto early = receipt();
  early.number = "2";
  take({early, receipt()});
  review("2026-05");
  master(disease("N40"));
  const auto again = [&](LookAt which) {
    return must(review_month(society_.gate(), society_.database(), society_.clerk(),
                             *base::Month::parse("2026-05"), {}, which));
  };
  EXPECT_EQ(again(LookAt::changed).receipts, 0);
  later();
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
  must(eligibility::take_in_notifications(
      ledger, society_.clerk(), file_of(works_, contents_of(acquisition("2"))), "取得.csv"));
  must(claim::recheck_claims(society_.gate(), society_.database(), society_.clerk(),
                             *base::Month::parse("2026-05")));
  EXPECT_EQ(again(LookAt::changed).receipts, 1);
}

// 返戻: a receipt that went back is claimed anew under another number; the old one is no duplicate.
TEST_F(ReviewTest, AReturnedReceiptIsNoNeighbourOfTheOneThatReplacesIt) {
  take({receipt()});
  review("2026-05");
  const auto old = claims("2026-05");
  take({receipt()});
  review("2026-05");
  ASSERT_EQ(found("2026-05", "duplicate").size(), 1U);
  put_result(old.at(0), "101");
  EXPECT_EQ(review("2026-05").gone, 1);
  EXPECT_TRUE(found("2026-05", "duplicate").empty());
}

TEST_F(ReviewTest, WhoMayNotRunItIsRefused) {
  take({receipt()});
  EXPECT_FALSE(review_month(society_.gate(), society_.database(), society_.stranger(),
                            *base::Month::parse("2026-05"))
                   .ok());
  EXPECT_TRUE(review_month(society_.gate(), society_.database(), Society::scheduler(),
                           *base::Month::parse("2026-05"))
                  .ok());
}

}  // namespace
}  // namespace kenpo::review
