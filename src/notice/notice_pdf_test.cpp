#include "notice/notice_pdf.h"

#include <gtest/gtest.h>

#include "tests/support/paper_text.h"

namespace kenpo::notice {
namespace {

NoticeFacts facts() {
  const auto day = base::start_of(*base::Date::make(2026, 4, 1));
  return {1, day, day, "kenpo.example/audit 42 abc=", {}, {}};
}

int count_of(const std::string& text, const std::string& character) {
  int count = 0;
  for (auto at = text.find(character); at != std::string::npos;
       at = text.find(character, at + character.size())) {
    ++count;
  }
  return count;
}

TEST(NoticePdf, HoldsTheNoticeAsText) {
  if (!test_support::reads_papers()) GTEST_SKIP() << "no pdftotext";
  const auto printed = render_notice_pdf(carried_document(), facts(), {});
  ASSERT_TRUE(printed.ok());
  EXPECT_EQ(printed->missing_glyphs, 0);
  EXPECT_GE(printed->pages, 2);
  const auto text = test_support::lines_of_paper(printed->pdf, "-layout");
  for (const auto* words : {"個人情報保護法に基づく公表事項", "J U K I 健康保険組合",
                            "042-357-2334", "資格に関する情報", "加害者及び保険会社に対する求償",
                            "第1版", "kenpo.example/audit 42 abc="}) {
    EXPECT_NE(text.find(words), std::string::npos) << words;
  }
  // Wrapped cells stand side by side, so the words are compared character by character.
  for (std::size_t at = 0; at < carried_document().text.size();) {
    std::size_t end = at + 1;
    const auto& whole = carried_document().text;
    while (end < whole.size() && (static_cast<unsigned char>(whole[end]) & 0xC0U) == 0x80U) ++end;
    const auto character = whole.substr(at, end - at);
    at = end;
    if (character == " " || character == "\n" || character == "\t") continue;
    EXPECT_GE(count_of(text, character), count_of(whole, character)) << character;
  }
}

TEST(NoticePdf, TheSameNoticeIsTheSameBytes) {
  const auto first = render_notice_pdf(carried_document(), facts(), {});
  const auto second = render_notice_pdf(carried_document(), facts(), {});
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->pdf, second->pdf);
}

}  // namespace
}  // namespace kenpo::notice
