// Requests for re-examination: out in a sealed file that a second person releases, results in, the
// claim adjusted, the effect counted.
#include "format/reexamination/read.h"
#include "format/reexamination/write.h"
#include "review/effect_act.h"
#include "review/request_act.h"
#include "review/request_store.h"
#include "review/review_for_tests.h"

namespace kenpo::review {
namespace {

using format::claim::ReceiptDraft;

class RequestTest : public ReviewTest {
 protected:
  safeguard::RegisterOffice exports() {
    return {society_.gate(), society_.database(), society_.directory()};
  }
  base::Result<MadeRequests> make() {
    return make_request_file(exports(), society_.clerk(), day(2027, 3, 31));
  }
  RequestPage requests() { return must(list_requests(office(), society_.clerk(), 0)); }

  /// A duplicate of which the second receipt is requested for.
  FindingId requested_finding() {
    second_receipt_ = receipt();
    take({receipt(), second_receipt_});
    review("2026-05");
    const auto finding = found("2026-05", "duplicate").at(0);
    must(decide(finding.id, Verdict::request, "重複していないか、ご審査願います。"));
    return finding.id;
  }
  /// The reviewing organisation's answer to request 1 about the receipt that was requested for.
  std::string answer(const FindingId& finding, const char* code, bool cut = false) {
    const auto number = show(finding).receipt.claim.management_number;
    auto draft = receipt();
    draft.management_number = number;
    if (cut) draft.corrections = format::claim::sample_corrections();
    format::claim::Writer writer(format::claim::Form::insurer);
    writer.receipt(draft);
    format::reexamination::Writer results;
    format::reexamination::Outcome outcome;
    outcome.requester = "101";
    outcome.processed_in = *base::Month::parse("2027-01");
    outcome.result = code;
    results.outcome(writer.bytes(), std::vector{outcome});
    EXPECT_TRUE(results.faults().empty());
    return results.bytes();
  }
  base::Result<TakenResults> take_answer(const std::string& bytes) {
    return take_results(office(), society_.clerk(), "結果.csv", bytes);
  }

  ReceiptDraft second_receipt_;
};

TEST_F(RequestTest, ARequestLeavesSealedAndASecondPersonReleasesIt) {
  const auto finding = requested_finding();
  EXPECT_EQ(requests().waiting, 1);
  const auto made = must(make());
  EXPECT_EQ(made.requests, 1);
  EXPECT_EQ(made.receipts, 1);
  EXPECT_EQ(show(finding).finding.state, FindingState::requested);
  const auto sent = requests();
  ASSERT_EQ(sent.count, 1);
  EXPECT_EQ(sent.lines[0].request.reason, "100019");
  EXPECT_EQ(sent.lines[0].request.file_number.size(), 17U);
  ASSERT_EQ(sent.unreleased.size(), 1U);
  const auto release = must(safeguard::propose_release(exports(), approvals_, society_.clerk(),
                                                       made.made.id));
  EXPECT_FALSE(approvals_.approve(society_.clerk(), release).ok());  // not one's own
  must(approvals_.approve(notice::Acting{second_}, release));
  EXPECT_TRUE(requests().unreleased.empty());
  const auto archive = must(safeguard::hand_over(exports(), society_.clerk(), made.made.id));
  EXPECT_EQ(archive.find("重複"), std::string::npos);  // sealed
  // What was sent cannot be decided anew, nor taken back after its release.
  EXPECT_FALSE(decide(finding, Verdict::no_problem).ok());
  EXPECT_FALSE(drop_request_file(exports(), society_.clerk(), made.made.id).ok());
}

TEST_F(RequestTest, NothingWaitsNothingIsMade) {
  take({receipt()});
  review("2026-05");
  EXPECT_FALSE(make().ok());
  EXPECT_FALSE(make_request_file(exports(), society_.stranger(), day(2027, 3, 31)).ok());
}

TEST_F(RequestTest, AFileThatIsNotReleasedCanBeTakenBack) {
  const auto finding = requested_finding();
  const auto made = must(make());
  must(drop_request_file(exports(), society_.clerk(), made.made.id));
  EXPECT_EQ(show(finding).finding.state, FindingState::to_request);
  EXPECT_FALSE(drop_request_file(exports(), society_.clerk(), made.made.id).ok());
  const auto again = must(make());
  EXPECT_EQ(again.requests, 1);
  const auto page = requests();
  ASSERT_EQ(page.count, 2);
  EXPECT_EQ(page.lines[0].request.number, 2U);  // the number of the file that was not sent stays
}

TEST_F(RequestTest, ACutIsPostedToTheClaimOnce) {
  const auto finding = requested_finding();
  must(make());
  const auto bytes = answer(finding, "103", true);
  const auto before = show(finding).receipt.claim.decided_points;
  const auto taken = must(take_answer(bytes));
  EXPECT_EQ(taken.results, 1);
  EXPECT_GT(taken.reduction, base::Yen());
  EXPECT_LT(taken.reduction, base::Yen(before * 10));
  EXPECT_EQ(show(finding).finding.state, FindingState::answered);
  ASSERT_EQ(show(finding).requests.size(), 1U);
  EXPECT_EQ(show(finding).requests[0].result->reduction, taken.reduction);
  const auto again = must(take_answer(bytes));
  EXPECT_TRUE(again.already);
  EXPECT_EQ(again.results, 0);
  const auto effects = must(show_effects(office(), society_.clerk()));
  const auto at = std::ranges::find_if(effects.checks, [](const CheckEffect& each) {
    return each.check->id == "duplicate";
  });
  ASSERT_NE(at, effects.checks.end());
  EXPECT_EQ(at->found, 1);
  EXPECT_EQ(at->upheld, 1);
  EXPECT_EQ(at->hit_percent(), 100);
  EXPECT_EQ(at->reduction, taken.reduction);
  ASSERT_EQ(effects.months.size(), 1U);
  EXPECT_EQ(effects.months[0].processed_in, *base::Month::parse("2027-01"));
  EXPECT_EQ(effects.months[0].reduction, taken.reduction);
}

TEST_F(RequestTest, AReturnTakesAllAndAnUpheldReceiptNothing) {
  const auto finding = requested_finding();
  must(make());
  const auto points = show(finding).receipt.claim.decided_points;
  const auto claim = show(finding).receipt.claim;
  EXPECT_EQ(reduction_of(claim, "101", points), base::Yen(points * 10));
  EXPECT_EQ(reduction_of(claim, "103", points - 5), base::Yen(50));
  EXPECT_EQ(reduction_of(claim, "103", points + 5), base::Yen());
  const auto taken = must(take_answer(answer(finding, "102")));
  EXPECT_EQ(taken.reduction, base::Yen());
  const auto effects = must(show_effects(office(), society_.clerk()));
  for (const auto& effect : effects.checks) EXPECT_EQ(effect.upheld, 0);
}

TEST_F(RequestTest, ResultsThatFitNoRequestAreRefusedAsAWhole) {
  const auto finding = requested_finding();
  const auto early = answer(finding, "103", true);
  EXPECT_FALSE(take_answer(early).ok());  // nothing was requested yet
  must(make());
  EXPECT_FALSE(take_answer("見本のファイル").ok());
  format::claim::Writer unknown(format::claim::Form::insurer);
  unknown.receipt(receipt());
  EXPECT_FALSE(take_answer(unknown.bytes()).ok());
  // One good result and one bad one: nothing is kept.
  EXPECT_FALSE(take_answer(answer(finding, "103", true) + unknown.bytes()).ok());
  EXPECT_EQ(show(finding).finding.state, FindingState::requested);
  must(take_answer(early));
  EXPECT_FALSE(take_answer(answer(finding, "102")).ok());  // answered before
}

TEST_F(RequestTest, ARuleIsSwitchedOffAndItsUndecidedFindingsGo) {
  take({receipt(), receipt()});
  review("2026-05");
  EXPECT_EQ(found("2026-05", "duplicate").size(), 1U);
  const auto choose = [&](const char* check, Use use, const char* reason) {
    return choose_check(office(), society_.clerk(), check, use, reason);
  };
  EXPECT_FALSE(choose("duplicate", Use::on, "使います。").ok());  // is used
  EXPECT_FALSE(choose("duplicate", Use::off, "").ok());
  EXPECT_FALSE(choose("no_such_rule", Use::off, "理由").ok());
  must(choose("duplicate", Use::off, "審査支払機関の点検で足りるため"));
  const auto done = review("2026-05");
  EXPECT_EQ(done.receipts, 2);  // other rules look again
  EXPECT_EQ(done.gone, 1);
  later();
  must(choose("duplicate", Use::on, "再開します。"));
  EXPECT_EQ(review("2026-05").found, 1);
}

TEST_F(RequestTest, RulesAndFilesAreOfTheWholeSociety) {
  requested_finding();
  limit_to(works_.id);
  EXPECT_FALSE(make().ok());
  EXPECT_FALSE(list_requests(office(), society_.clerk(), 0).ok());
  EXPECT_FALSE(show_effects(office(), society_.clerk()).ok());
  EXPECT_FALSE(choose_check(office(), society_.clerk(), "age", Use::off, "理由").ok());
}

}  // namespace
}  // namespace kenpo::review
