// Property 27 on what is not a page of the ledger: the cases of people's requests and complaints
// hide where people are reached and what they wrote until somebody asks, and no paper shows an
// individual number or an insured number.
#include <cstdlib>

#include "app/canary_for_tests.h"

namespace kenpo::app::canary_tests {
namespace {

constexpr std::string_view contact = "電話 090-1357-2468";

class CanaryPapers : public Canary {};

TEST_F(CanaryPapers, Property27ARequestHidesAddressAndWordsUntilSomebodyAsks) {
  enter("sekinin");
  const auto page = receive("1");
  ASSERT_TRUE(page.starts_with("/requests/")) << page;
  hides_until_asked(page, page + "/contact-details", {address, wanted});
}

TEST_F(CanaryPapers, Property27ACorrectionHidesTheValuesUntilSomebodyAsks) {
  enter("sekinin");
  const auto page = receive("2");
  ASSERT_TRUE(page.starts_with("/requests/")) << page;
  hides_until_asked(page + "/correction", page + "/held-values", {address, "2020-04-01"});
  // What is left empty stays: the address is not sent to the screen to be kept.
  const auto previewed = post(page + "/correction-previews", {{"name", "金糸雀　鳴々子"}});
  EXPECT_EQ(previewed.status, 200);
  EXPECT_NE(previewed.body.find("金糸雀　鳴々子"), std::string::npos);
  EXPECT_EQ(previewed.body.find(address), std::string::npos);
}

TEST_F(CanaryPapers, Property27AComplaintHidesTheContactUntilSomebodyAsks) {
  enter("sekinin");
  const auto page = goal_of(post("/complaints", {{"channel", "1"},
                                                 {"class", "1"},
                                                 {"received_on", clock_.now().day().iso()},
                                                 {"name", std::string(name)},
                                                 {"contact", std::string(contact)},
                                                 {"words", "説明を求める"}}));
  ASSERT_TRUE(page.starts_with("/complaints/")) << page;
  hides_until_asked(page, page + "/contact-details", {contact});
}

TEST_F(CanaryPapers, Property27NoPaperShowsAnIndividualOrAnInsuredNumber) {
  if (!test_support::reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  enter("sekinin");
  const auto page = receive("1");
  const auto letter = get(page + "/letters/receipt");
  ASSERT_TRUE(letter.body.starts_with("%PDF-"));
  const auto text = text_of(letter.body);
  EXPECT_NE(text.find("金糸雀"), std::string::npos) << "the letter goes to the person";
  std::vector<std::string> papers = {text};
  std::size_t read = 1;
  for (const auto& account : accounts_) {
    enter(account.user);
    for (const auto& route : router_->routes()) {
      if (route.method != desk::Method::get || route.path.find('{') != std::string::npos) continue;
      const auto answer = get(route.path);
      if (!answer.body.starts_with("%PDF-")) continue;
      papers.push_back(text_of(answer.body));
      ++read;
      EXPECT_EQ(papers.back().find("金糸雀"), std::string::npos) << route.path;
    }
  }
  EXPECT_GT(read, 1U) << "papers that need no case of their own";
  for (const auto& paper : papers) {
    for (const auto never : {individual_number, symbol, number}) {
      EXPECT_EQ(paper.find(never), std::string::npos) << never;
    }
  }
}

}  // namespace
}  // namespace kenpo::app::canary_tests
