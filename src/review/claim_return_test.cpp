// Files of returns: filed under whoever the receipt names, whole or not at all, the same file once.
#include "format/reexamination/read.h"
#include "format/reexamination/write.h"
#include "review/claim_return_act.h"
#include "review/review_for_tests.h"

namespace kenpo::review {
namespace {

namespace file = format::reexamination;

class Returns : public ReviewTest {
 protected:
  static std::string bytes_of(const format::claim::ReceiptDraft& draft) {
    format::claim::Writer writer(format::claim::Form::insurer);
    writer.receipt(draft);
    return std::move(writer.bytes());
  }
  static std::string returned_file(const format::claim::ReceiptDraft& draft) {
    file::Writer writer;
    writer.begin_returns(draft.provider, '1', *base::Month::make(2026, 5));
    writer.returned(bytes_of(draft), format::claim::insured_points(draft),
                    std::vector{file::ReturnReason{.processed_in = *base::Month::make(2026, 5),
                                                   .kind = '2',
                                                   .treatment = "13",
                                                   .code = "A1",
                                                   .reason = "見本の返戻理由",
                                                   .supplement = "",
                                                   .search_number = draft.search_number,
                                                   .other_search_number = {},
                                                   .details = {}}});
    writer.end_returns();
    EXPECT_TRUE(writer.faults().empty());
    return writer.bytes();
  }
  base::Result<TakenReturns> take_back(const std::string& bytes) {
    return take_returns(office(), society_.clerk(), "返戻.HEN", bytes);
  }
};

TEST_F(Returns, AreFiledUnderTheirReceiptOnce) {
  const auto draft = receipt();
  take({draft});
  const auto bytes = returned_file(draft);
  const auto taken = must(take_back(bytes));
  EXPECT_EQ(taken.receipts, 1);
  EXPECT_EQ(taken.known, 1);
  EXPECT_TRUE(must(take_back(bytes)).already);
  const auto page = must(list_returns(office(), society_.clerk(), 0));
  ASSERT_EQ(page.count, 1);
  const auto shown = must(show_return(office(), society_.clerk(), page.lines[0].id));
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->reason, "見本の返戻理由");
  EXPECT_EQ(shown->claim, claims("2026-05").at(0).id);
  EXPECT_EQ(shown->person, claims("2026-05").at(0).person);
  EXPECT_EQ(kind_words(*shown), "審査上の返戻");
}

TEST_F(Returns, OfAReceiptThatNeverCameAreKeptWithoutIt) {
  const auto taken = must(take_back(returned_file(receipt())));
  EXPECT_EQ(taken.receipts, 1);
  EXPECT_EQ(taken.known, 0);
  EXPECT_FALSE(must(list_returns(office(), society_.clerk(), 0)).lines.at(0).claim.has_value());
}

TEST_F(Returns, ARefusedFileLeavesNothing) {
  EXPECT_FALSE(take_back(bytes_of(receipt())).ok()) << "a file of claims";
  auto broken = returned_file(receipt());
  broken.resize(broken.size() / 2);
  EXPECT_FALSE(take_back(broken).ok());
  EXPECT_EQ(must(list_returns(office(), society_.clerk(), 0)).count, 0);
  EXPECT_FALSE(
      take_returns(office(), society_.stranger(), "返戻.HEN", returned_file(receipt())).ok());
}

TEST_F(Returns, AFileOfResultsIsToldFromAFileOfClaims) {
  EXPECT_FALSE(file::looks_like_results(bytes_of(receipt())));
  file::Writer writer;
  file::Outcome outcome;
  outcome.received_on = base::Date::make(2026, 11, 20);
  outcome.requester = "101";
  outcome.processed_in = *base::Month::make(2027, 1);
  outcome.result = "102";
  outcome.insurer_number = "06139992";
  const std::vector<file::Outcome> outcomes{outcome};
  writer.outcome(bytes_of(receipt()), outcomes);
  ASSERT_TRUE(writer.faults().empty());
  EXPECT_TRUE(file::looks_like_results(writer.bytes()));
}

}  // namespace
}  // namespace kenpo::review
