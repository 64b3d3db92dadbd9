#include "notice/notice_commands.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>

#include "notice/notice_page.h"

namespace kenpo::notice {
namespace {

base::Moment on(int day) { return base::start_of(*base::Date::make(2026, 4, day)); }
const AnswerStyle json_style{OutputForm::json, base::Language::japanese};

class NoticeCommandsTest : public testing::Test {
 protected:
  NoticeCommandsTest() : directory_(made()), book_(opened(directory_)) {}
  ~NoticeCommandsTest() override { std::filesystem::remove_all(directory_); }
  static std::string made() {
    std::string name = testing::TempDir() + "notice_commands_XXXXXX";
    return ::mkdtemp(name.data());
  }
  static NoticeBook opened(const std::string& directory) {
    auto book = NoticeBook::open(directory);
    EXPECT_TRUE(book.ok());
    return std::move(book).value();
  }
  CommandAnswer adopt() {
    return notice_adopt(book_, {carried_document().text, on(1), "理事会", on(1), {}}, {});
  }
  CommandAnswer publish(const std::string& page) {
    return notice_publish(
        book_, 1, {PublicationMeans::page, on(2), "https://example.jp/", {}, "総務"}, page, {});
  }

  std::string directory_;
  NoticeBook book_;
};

TEST_F(NoticeCommandsTest, FromAdoptionToShow) {
  EXPECT_EQ(notice_show(book_, on(3), {}, {}).status, 1);
  EXPECT_EQ(adopt().status, 0);
  EXPECT_EQ(notice_show(book_, on(3), {}, {}).status, 1);  // adopted, not published
  EXPECT_EQ(notice_show(book_, on(3), 1, {}).status, 0);
  const auto refused = publish("<p>別のページ</p>");
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.errors.find("そのまま載っていません"), std::string::npos);
  EXPECT_EQ(publish(render_notice_page(carried_document(), {}).html).status, 0);
  const auto shown = notice_show(book_, on(3), {}, {});
  EXPECT_TRUE(shown.out.starts_with(carried_document().text));
  EXPECT_NE(shown.out.find("現在有効な組 43 / 43"), std::string::npos);
  const auto json = boost::json::parse(notice_show(book_, on(3), {}, json_style).out);
  EXPECT_EQ(json.at("pairs_in_force").as_array().size(), 43U);
  EXPECT_EQ(json.at("text").as_string(), carried_document().text);
  EXPECT_EQ(json.at("history").as_array().size(), 1U);
}

TEST_F(NoticeCommandsTest, DiffTakesNumbersFilesAndTheCarriedText) {
  ASSERT_EQ(adopt().status, 0);
  EXPECT_EQ(notice_diff(book_, "1", "carried", {}).out, "変更はありません。\n");
  EXPECT_EQ(notice_diff(book_, directory_ + "/0001.txt", "1", {}).out, "変更はありません。\n");
  EXPECT_EQ(notice_diff(book_, "1", "2", {}).status, 1);
  EXPECT_EQ(notice_diff(book_, "1", directory_ + "/none.txt", {}).status, 1);
  EXPECT_EQ(notice_diff(book_, directory_ + "/versions.tsv", "1", {}).status, 1);
}

TEST_F(NoticeCommandsTest, CheckAndCoverageAnswerInBothForms) {
  EXPECT_EQ(notice_check(carried_document(), {}).status, 0);
  EXPECT_TRUE(boost::json::parse(notice_check(carried_document(), json_style).out).is_object());
  EXPECT_NE(notice_coverage({}, {}).out.find("未対応 43組"), std::string::npos);
  EXPECT_EQ(boost::json::parse(notice_coverage({}, json_style).out).at("pairs").as_array().size(),
            43U);
}

TEST_F(NoticeCommandsTest, RefusalsAreToldInTheReadersLanguage) {
  const auto told = notice_show(book_, on(3), {}, {OutputForm::text, base::Language::english});
  EXPECT_EQ(told.status, 1);
  EXPECT_TRUE(told.out.empty());
  EXPECT_NE(told.errors.find("There is no notice to show."), std::string::npos);
}

}  // namespace
}  // namespace kenpo::notice
