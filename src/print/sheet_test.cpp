#include "print/sheet.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/paper_text.h"
#include "tests/support/sender.h"

namespace kenpo::print {
namespace {

base::Moment moment() { return base::start_of(*base::Date::make(2026, 11, 23)); }

Facts facts() {
  return {.title = "試験", .sender = test_support::sample_sender(), .made_at = moment()};
}

std::string printed(Sheet sheet) {
  auto result = sheet.finish();
  EXPECT_TRUE(result.ok());
  return result.ok() ? result->pdf : std::string();
}

using test_support::reads_papers;

std::string text_of(const std::string& pdf) { return test_support::lines_of_paper(pdf); }

TEST(Sheet, TextStaysText) {
  if (!reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  Sheet sheet(facts());
  sheet.title("支給決定通知書");
  sheet.heading("1. 決定の内容");
  sheet.paragraph("次のとおり決定しましたので通知します。");
  sheet.table({{{3, Align::left}, {1, Align::right}},
               {"内訳", "金額"},
               {{{"傷病手当金", "123,456"}}, {{"合計", "123,456"}, RowStyle::total}}});
  sheet.facts({{"支給日", "2026年12月10日"}});
  sheet.footer("みどり野健康保険組合");
  const auto text = text_of(printed(std::move(sheet)));
  for (const auto* words :
       {"支給決定通知書", "1. 決定の内容", "次のとおり決定しましたので通知します。", "傷病手当金",
        "123,456", "2026年12月10日", "みどり野健康保険組合", "1/1"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
}

TEST(Sheet, TheWatermarkIsOnEveryPage) {
  if (!reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  Sheet sheet(facts(), Watermark{"給付担当01", moment()});
  sheet.paragraph("一");
  sheet.new_page();
  sheet.paragraph("二");
  std::istringstream pages(text_of(printed(std::move(sheet))));
  int with_mark = 0;
  for (std::string page; std::getline(pages, page, '\f');) {
    if (page.find("出力 給付担当01 2026/11/23 00:00") != std::string::npos) ++with_mark;
  }
  EXPECT_EQ(with_mark, 2);
}

TEST(Sheet, ATableRepeatsItsHeadAndKeepsEveryRow) {
  if (!reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  Table table{{{1, Align::left}, {1, Align::right}}, {"番号の欄", "金額"}, {}};
  for (int at = 1; at <= 120; ++at) {
    table.rows.push_back({{"行" + std::to_string(at) + "番", std::to_string(at)}, RowStyle::plain});
  }
  Sheet sheet(facts());
  sheet.table(table);
  auto result = sheet.finish();
  ASSERT_TRUE(result.ok());
  EXPECT_GT(result->pages, 2);
  const auto text = text_of(result->pdf);
  int heads = 0;
  for (auto at = text.find("番号の欄"); at != std::string::npos;
       at = text.find("番号の欄", at + 1)) {
    ++heads;
  }
  EXPECT_EQ(heads, result->pages);
  for (int at = 1; at <= 120; ++at) {
    EXPECT_NE(text.find("行" + std::to_string(at) + "番"), std::string::npos) << at;
  }
}

TEST(Sheet, ARowLongerThanAPageRunsOn) {
  if (!reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  std::string words;
  for (int at = 0; at < 400; ++at) words += "第" + std::to_string(at) + "の文です。\n";
  Sheet sheet(facts());
  sheet.table({{{1, Align::left}, {3, Align::left}}, {"左", "右"}, {{{"見出し", words}}}});
  const auto text = text_of(printed(std::move(sheet)));
  EXPECT_NE(text.find("第0の文です。"), std::string::npos);
  EXPECT_NE(text.find("第399の文です。"), std::string::npos);
}

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    ++count;
  }
  return count;
}

// 公表事項4 C-1: whoever draws a paper gets the desk, asked for or not.
TEST(Sheet, C1EveryLetterOfAFileNamesTheComplaintDeskOnce) {
  if (!reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  const auto desk = test_support::sample_sender().complaint_desk;
  Sheet one(facts());
  one.paragraph("一通");
  EXPECT_EQ(count_of(text_of(printed(std::move(one))), desk), 1U);

  Sheet three(facts());
  three.paragraph("一通目");
  three.next_letter();
  three.paragraph("二通目");
  three.desk();
  three.new_page();
  three.paragraph("二通目の裏");
  three.next_letter();
  three.paragraph("三通目");
  std::istringstream pages(text_of(printed(std::move(three))));
  std::vector<std::size_t> desks;
  for (std::string page; std::getline(pages, page, '\f');) desks.push_back(count_of(page, desk));
  EXPECT_EQ(desks, (std::vector<std::size_t>{1, 1, 0, 1}));
}

TEST(Sheet, C1APaperWithoutAComplaintDeskIsNotDrawn) {
  auto nobody = facts();
  nobody.sender.complaint_desk.clear();
  Sheet sheet(nobody);
  sheet.paragraph("窓口のない手紙");
  EXPECT_FALSE(sheet.finish().ok());
}

TEST(Sheet, TheSameDocumentIsTheSameBytes) {
  const auto draw = [] {
    Sheet sheet(facts());
    sheet.heading("同じ");
    sheet.paragraph("同じ文書");
    return printed(std::move(sheet));
  };
  EXPECT_EQ(draw(), draw());
}

TEST(Sheet, RefusesADocumentOfTooManyPages) {
  Sheet sheet(facts());
  for (int at = 0; at <= pages_limit; ++at) sheet.new_page();
  EXPECT_FALSE(sheet.finish().ok());
}

TEST(Sheet, TellsOfCharactersThatNoFontHas) {
  Sheet good(facts());
  good.paragraph("高橋𠮷田");
  auto result = good.finish();
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->missing_glyphs, 0);
  Sheet bad(facts());
  bad.paragraph("\xF3\xB0\x80\x80");  // a private-use character
  auto second = bad.finish();
  ASSERT_TRUE(second.ok());
  EXPECT_GT(second->missing_glyphs, 0);
}

TEST(Sheet, BytesThatAreNotTextDoNotHarm) {
  Sheet sheet(facts());
  sheet.paragraph(std::string_view("a\xFF\xFE\0b", 5));
  EXPECT_TRUE(sheet.finish().ok());
}

}  // namespace
}  // namespace kenpo::print
