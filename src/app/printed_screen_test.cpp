// P-4: a page that the browser printed by itself stands in the register of papers; what it is, the
// program looks up.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/canary_for_tests.h"
#include "safeguard/register_store.h"
#include "tests/support/society.h"

namespace kenpo::app::canary_tests {
namespace {

class PrintedScreens : public Canary {
 protected:
  int print(const std::string& page) { return post("/printed-screens", {{"page", page}}).status; }
  std::vector<safeguard::Item> printed() {
    const auto view = office_->database().read();
    EXPECT_TRUE(view.ok());
    auto items = test_support::must(safeguard::list_items(*view));
    std::erase_if(items, [](const safeguard::Item& item) { return !item.print; });
    return items;
  }
};

TEST_F(PrintedScreens, P4APageOfAMemberStandsInTheRegister) {
  enter("tekiyo");
  const auto before = office_->log().state().durable;
  EXPECT_EQ(print("/members/" + std::string(person_.text())), 200);
  EXPECT_GT(office_->log().state().durable, before) << "with a leaf of its own";
  const auto items = printed();
  ASSERT_EQ(items.size(), 1U);
  EXPECT_NE(items[0].contents.find("画面の印刷"), std::string::npos) << items[0].contents;
  EXPECT_EQ(items[0].contents.find(std::string(name)), std::string::npos);
  EXPECT_EQ(items[0].print->sheets, 0) << "only the browser knows";
  EXPECT_NE(items[0].print->pairs, 0U);
  EXPECT_EQ(items[0].label.rfind("印刷-", 0), 0U);
}

TEST_F(PrintedScreens, P4AFormShownAgainIsThePageOfItsAct) {
  enter("sekinin");
  EXPECT_EQ(print("/request-intake"), 200);
  EXPECT_EQ(printed().size(), 1U);
}

TEST_F(PrintedScreens, P4APageWithoutPersonalDataNeedsNoEntry) {
  enter("tekiyo");
  EXPECT_EQ(print("/"), 200);
  EXPECT_TRUE(printed().empty());
}

TEST_F(PrintedScreens, P4WhatTheVisitorCannotOpenIsNotEntered) {
  enter("tekiyo");
  for (const auto* page : {"/no-such-page", "/audit", "/sign-in"}) {
    EXPECT_EQ(print(page), 404) << page;
  }
  for (const auto* no_address : {"", "members"}) print(no_address);
  auto without = request(desk::Method::post, "/printed-screens");
  without.form.add("page", "/members");
  EXPECT_EQ(test_support::answer_of(*desk_, without).status, 403) << "without the form's token";
  EXPECT_TRUE(printed().empty());
}

}  // namespace
}  // namespace kenpo::app::canary_tests
