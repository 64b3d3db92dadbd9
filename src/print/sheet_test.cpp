#include "print/sheet.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace kenpo::print {
namespace {

base::Moment moment() { return base::start_of(*base::Date::make(2026, 11, 23)); }

Facts facts() { return {"試験", "みどり野健康保険組合", moment()}; }

std::string printed(Sheet sheet) {
  auto result = sheet.finish();
  EXPECT_TRUE(result.ok());
  return result.ok() ? result->pdf : std::string();
}

// The text as a reader's program takes it from the PDF, by poppler's pdftotext.
std::string text_of(const std::string& pdf) {
  const std::string path = testing::TempDir() + "sheet_test.pdf";
  std::ofstream(path, std::ios::binary) << pdf;
  std::FILE* pipe = ::popen(("pdftotext " + path + " -").c_str(), "r");
  if (pipe == nullptr) return {};
  std::string text;
  char buffer[4096];
  while (const auto got = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, got);
  ::pclose(pipe);
  return text;
}

bool has_pdftotext() { return std::system("command -v pdftotext >/dev/null 2>&1") == 0; }

TEST(Sheet, TextStaysText) {
  if (!has_pdftotext()) GTEST_SKIP() << "pdftotext is not installed";
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
  if (!has_pdftotext()) GTEST_SKIP() << "pdftotext is not installed";
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
  if (!has_pdftotext()) GTEST_SKIP() << "pdftotext is not installed";
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
  if (!has_pdftotext()) GTEST_SKIP() << "pdftotext is not installed";
  std::string words;
  for (int at = 0; at < 400; ++at) words += "第" + std::to_string(at) + "の文です。\n";
  Sheet sheet(facts());
  sheet.table({{{1, Align::left}, {3, Align::left}}, {"左", "右"}, {{{"見出し", words}}}});
  const auto text = text_of(printed(std::move(sheet)));
  EXPECT_NE(text.find("第0の文です。"), std::string::npos);
  EXPECT_NE(text.find("第399の文です。"), std::string::npos);
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
