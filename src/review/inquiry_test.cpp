// The question to a patient about an injury: the letter, its day, the answer.
#include "review/inquiry_act.h"
#include "review/review_for_tests.h"
#include "tests/support/sender.h"

namespace kenpo::review {
namespace {

class InquiryTest : public ReviewTest {
 protected:
  FindingId injury() {
    master(disease("S525"));
    take({receipt()});
    review("2026-05");
    return found("2026-05", "injury").at(0).id;
  }
  base::Result<> answer(const FindingId& id, base::Date on, std::string words = "転びました。") {
    return record_answer(office(), society_.clerk(), id,
                         {.cause = InjuryCause::third_party, .answered_on = on,
                          .words = std::move(words)});
  }
  base::Date today() { return society_.clock().now().day(); }
};

TEST_F(InquiryTest, TheLetterHasOneDayAndItsAnswerIsRecordedOnce) {
  const auto id = injury();
  EXPECT_FALSE(issue_inquiry(office(), society_.clerk(), id).ok());  // nobody decided to ask
  must(decide(id, Verdict::inquire, "けがの原因を確かめます。"));
  EXPECT_FALSE(answer(id, today()).ok());  // no letter went out
  EXPECT_FALSE(read_letter(office(), society_.clerk(), id).ok());  // not issued
  must(issue_inquiry(office(), society_.clerk(), id));
  const auto letter = must(read_letter(office(), society_.clerk(), id));
  EXPECT_EQ(letter.inquiry.issued_on, today());
  EXPECT_EQ(letter.inquiry.answer_by, today().plus_days(14));
  EXPECT_FALSE(letter.address.empty());
  const auto sent = today();
  later(3);
  must(issue_inquiry(office(), society_.clerk(), id));
  EXPECT_EQ(must(read_letter(office(), society_.clerk(), id)).inquiry.issued_on, sent);
  EXPECT_FALSE(answer(id, sent.plus_days(-1)).ok());
  EXPECT_FALSE(answer(id, today().plus_days(1)).ok());
  EXPECT_FALSE(answer(id, today(), "").ok());
  must(answer(id, today()));
  EXPECT_EQ(show(id).finding.state, FindingState::inquiry_done);
  EXPECT_FALSE(answer(id, today()).ok());
  EXPECT_FALSE(issue_inquiry(office(), society_.clerk(), id).ok());
  const auto shown = must(show_inquiry(office(), society_.clerk(), id));
  ASSERT_TRUE(shown && shown->inquiry && shown->inquiry->answer);
  EXPECT_EQ(shown->inquiry->answer->cause, InjuryCause::third_party);
}

TEST_F(InquiryTest, TheLetterNamesTheComplaintDeskAndAsksNeutrally) {
  const auto id = injury();
  must(decide(id, Verdict::inquire, "けがの原因を確かめます。"));
  must(issue_inquiry(office(), society_.clerk(), id));
  const auto letter = must(read_letter(office(), society_.clerk(), id));
  const auto printed = must(
      print_inquiry(letter, test_support::sample_sender(), society_.clock().now()));
  EXPECT_EQ(printed.pages, 1);
  EXPECT_EQ(printed.missing_glyphs, 0);
}

TEST_F(InquiryTest, OthersEstablishmentsAreRefused) {
  const auto id = injury();
  must(decide(id, Verdict::inquire, "けがの原因を確かめます。"));
  limit_to(base::EstablishmentId::draw());
  EXPECT_FALSE(issue_inquiry(office(), society_.clerk(), id).ok());
  EXPECT_FALSE(show_inquiry(office(), society_.clerk(), id).ok());
  EXPECT_FALSE(answer(id, today()).ok());
}

}  // namespace
}  // namespace kenpo::review
