#include "law/print.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "law/decision.h"

namespace kenpo::law {
namespace {

using base::Date;
using base::Language;

TEST(Print, OneLineARow) {
  const auto& book = Book::carried();
  const auto text = print_all(book, Form::text, Language::japanese);
  EXPECT_EQ(std::ranges::count(text, '\n'), std::ssize(book.rows()));
  EXPECT_NE(text.find("remuneration.bonus.year_limit  2016-04-01..  5,730,000円  健康保険法45条1項"),
            std::string::npos);
}

TEST(Print, UncheckedRowsTellTheReason) {
  const auto text = print_unchecked(Book::carried(), Form::text, Language::english);
  EXPECT_EQ(std::ranges::count(text, '\n'), std::ssize(Book::carried().unchecked()));
  EXPECT_EQ(text.find("  checked "), std::string::npos);
}

TEST(Print, PlannedRowsSayThatTheyAreNotInForce) {
  const auto& book = Book::carried();
  const auto text = print_planned(book, Form::text, Language::english);
  EXPECT_EQ(std::ranges::count(text, '\n'), std::ssize(book.planned()));
  EXPECT_NE(text.find("benefit.high_cost.from_1270000.amount  2027-08-01..  342,000"),
            std::string::npos);
  EXPECT_NE(text.find("planned, not in force"), std::string::npos);
  EXPECT_EQ(print_all(book, Form::text, Language::english).find("from_1270000"),
            std::string::npos);
}

TEST(Print, TellsTheCheckInWords) {
  const auto& book = Book::carried();
  const auto japanese = print_all(book, Form::text, Language::japanese);
  EXPECT_NE(japanese.find("健康保険法40条1項  2026-11-22 確認（first day"), std::string::npos);
  EXPECT_NE(japanese.find("  未確認（"), std::string::npos);
  const auto english = print_all(book, Form::text, Language::english);
  EXPECT_NE(english.find("健康保険法38条7号  checked 2026-11-22\n"), std::string::npos);
}

TEST(Print, ANameOnADay) {
  const auto& book = Book::carried();
  const auto day = *Date::parse("2026-04-01");
  const auto one = print_on(book, "premium.late_charge.lower_rate", day, Form::text,
                            Language::english);
  ASSERT_TRUE(one.ok());
  EXPECT_NE(one->find("28‰"), std::string::npos) << *one;
  const auto group = print_on(book, "remuneration.grade", day, Form::text, Language::english);
  ASSERT_TRUE(group.ok());
  EXPECT_EQ(std::ranges::count(*group, '\n'), 100);
  const auto none = print_on(book, "premium.late_charge.lower_rate", *Date::parse("2027-01-01"),
                             Form::text, Language::english);
  EXPECT_FALSE(none.ok());
}

TEST(Print, JsonHoldsEveryColumn) {
  const auto& book = Book::carried();
  const auto json = print_on(book, "premium.care.first_age", *Date::parse("2026-04-01"),
                             Form::json, Language::english);
  ASSERT_TRUE(json.ok());
  EXPECT_EQ(json->find("{\"rows\": [\n  {\"name\": \"premium.care.first_age\", "
                       "\"from\": \"2000-04-01\", \"to\": null, \"value\": \"40\", "
                       "\"unit\": \"years\", "), 0U) << *json;
  EXPECT_EQ(print({}, Form::json, Language::english), "{\"rows\": [\n]}\n");
}

TEST(Told, EveryKindOfFact) {
  const Date day = *Date::parse("2026-04-01");
  const auto ja = Language::japanese;
  EXPECT_EQ(told(Fact{}, ja), "");
  EXPECT_EQ(told(Fact{base::Yen(17'550)}, ja), "17,550円");
  EXPECT_EQ(told(Fact{base::Rate{49'250}}, ja), "49.25‰");
  EXPECT_EQ(told(Fact{day}, ja), "2026-04-01");
  EXPECT_EQ(told(Fact{day.in_month()}, ja), "令和8年4月");
  EXPECT_EQ(told(Fact{base::Span{day, day}}, ja), "2026-04-01..2026-04-01");
  EXPECT_EQ(told(Fact{Count{17, Unit::days}}, ja), "17日");
  EXPECT_EQ(told(Fact{Count{22, Unit::grades}}, Language::english), "22 grades");
  EXPECT_EQ(told(Fact{true}, ja), "はい");
  EXPECT_EQ(told(Fact{false}, Language::english), "no");
}

TEST(Told, ALineWithArticleAndSource) {
  const Date day = *Date::parse("2026-04-01");
  const Basis line{{"年度の上限", "Yearly limit"}, "健康保険法45条1項", base::Yen(5'730'000),
                   Book::carried().find("remuneration.bonus.year_limit", day)};
  EXPECT_EQ(told(line, Language::japanese),
            "年度の上限：5,730,000円（健康保険法45条1項）"
            "（remuneration.bonus.year_limit 2016-04-01..）");
  EXPECT_EQ(told(Basis{{"期間", "Days"}, "", day}, Language::english), "Days: 2026-04-01");
}

}  // namespace
}  // namespace kenpo::law
