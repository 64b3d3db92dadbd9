#include "desk/section_page.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>

#include "desk/form_token.h"
#include "desk/office_for_tests.h"
#include "tests/support/desk.h"

namespace kenpo::desk {
namespace {

class SectionPageTest : public ::testing::Test {
 protected:
  using Fill = std::function<void(SectionPage&)>;

  /// What the clerk sees of a page at `/things`.
  std::string shown(Fill fill) {
    auto& router = *office_.router;
    router.get<show_thing>("/things", [fill = std::move(fill)](const Visit& visit, const auto&) {
      SectionPage page(visit);
      fill(page);
      return page.finish({.title = "もの", .section = "/things"});
    });
    router.post<change_thing>("/things", [](const Visit& visit, const auto&) {
      return base::Result<Response>(visit.redirect_with("/things", "登録しました。"));
    });
    const auto no_answer = [](const Visit&, const auto&) {
      return base::Result<Response>(text(200, "seen"));
    };
    router.get<show_premium>("/premiums", no_answer);
    router.post<show_premium>("/premiums", no_answer);
    const auto session = office_.sign_in.enter("hanako", Office::password, office_.code());
    Request request;
    request.method = Method::get;
    request.path = "/things";
    request.headers.add("host", "localhost:8443");
    request.cookies.add(std::string(session_cookie), *session);
    const auto response = test_support::answer_of(*office_.desk, request);
    EXPECT_EQ(response.status, 200);
    return response.body;
  }

  Office office_;
};

bool has(const std::string& body, std::string_view words) {
  return body.find(words) != std::string::npos;
}

TEST_F(SectionPageTest, KeepsEverythingOfASectionInTheOrderOfTheCalls) {
  const auto body = shown([](SectionPage& page) {
    page.section("一つ目")
        .table(table("初めの表", {{"名"}}, {{{"あ"}}}))
        .table(table("次の表", {{"名"}}, {{{"い"}}}))
        .form("/things", "登録する")
        .form("/things", "取り消す", FormFields().hidden("void", "1"));
  });
  const auto first = body.find("初めの表");
  const auto second = body.find("次の表");
  ASSERT_NE(second, std::string::npos);
  EXPECT_LT(first, second);
  EXPECT_LT(second, body.find("登録する"));
  EXPECT_LT(body.find("登録する"), body.find("取り消す"));
}

TEST_F(SectionPageTest, LinksAndFormsThatWouldBeRefusedAreLeftOut) {
  const auto body = shown([](SectionPage& page) {
    page.section("仕事")
        .link("保険料を見る", "/premiums?page=2")
        .link("ものを見る", "/things?page=2")
        .form("/premiums", "徴収する")
        .form("/things", "登録する");
  });
  EXPECT_FALSE(has(body, "保険料を見る"));
  EXPECT_TRUE(has(body, "ものを見る"));
  EXPECT_FALSE(has(body, "徴収する"));
  EXPECT_TRUE(has(body, "登録する"));
  EXPECT_FALSE(has(body, "読むための画面です"));
}

TEST_F(SectionPageTest, AFormHasEveryKindOfField) {
  const auto body = shown([](SectionPage& page) {
    Form form;
    form.prefill("name", "健保 太郎");
    page.lead("初めの言葉")
        .notification(NotificationKind::warning, "題", "文")
        .section("仕事", "説明")
        .facts({{"項目", "値"}})
        .form("/things", "送る",
              FormFields()
                  .input(form, {.name = "name", .label = "氏名"})
                  .select(form, {.name = "kind", .label = "種類"}, {{"1", "一"}, {"2", "二"}})
                  .next_row()
                  .area(form, {.name = "words", .label = "文章"})
                  .hidden("version", "7")
                  .file("paper", "書類", "PDFを選びます。"));
  });
  for (const auto* part :
       {"初めの言葉", "説明", "値", "value=\"健保 太郎\"", "<option value=\"2\"", "<textarea",
        "type=\"hidden\" name=\"version\" value=\"7\"", "type=\"file\"",
        "multipart/form-data", "PDFを選びます。"}) {
    EXPECT_TRUE(has(body, part)) << part;
  }
}

TEST_F(SectionPageTest, SaysSoWhenAVisitorMayOnlyRead) {
  const auto body =
      shown([](SectionPage& page) { page.section("仕事").form("/premiums", "徴収する"); });
  EXPECT_TRUE(has(body, "読むための画面です"));
}

TEST_F(SectionPageTest, TurnsPagesOnlyWhereThereAreSeveral) {
  const auto fill = [](SectionPage& page) {
    page.section("短い").pager(1, 50, 50, "/short").section("長い").pager(2, 101, 50, "/long");
  };
  const auto body = shown(fill);
  EXPECT_FALSE(has(body, "/short"));
  EXPECT_TRUE(has(body, "/long?page=1"));
  EXPECT_TRUE(has(body, "2 / 3ページ"));
  EXPECT_TRUE(has(body, "/long?page=3"));
}

TEST_F(SectionPageTest, WhatIsNoPageIsTheFirst) {
  Request request;
  const Visitor clerk{.staff = office_.clerk, .name = {}, .roles = {}, .session_key = {}};
  const Visit visit(*office_.desk, request, clerk, show_thing, office_.clock.now(), "");
  const auto page_of = [&](std::string text) {
    request.query = Values();
    request.query.add("page", std::move(text));
    return visit.page_number();
  };
  EXPECT_EQ(visit.page_number(), 1);
  EXPECT_EQ(page_of("3"), 3);
  EXPECT_EQ(page_of("1000000"), 1'000'000);
  for (const auto* wrong : {"", "0", "-1", "3x", "1000001", "99999999999999999999", "三"}) {
    EXPECT_EQ(page_of(wrong), 1) << wrong;
  }
}

}  // namespace
}  // namespace kenpo::desk
