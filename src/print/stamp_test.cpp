// P-3: every PDF that a signed-in person makes says at the foot of each page who made it, and when.
#include <gtest/gtest.h>

#include "print/sheet.h"
#include "tests/support/paper_text.h"
#include "tests/support/sender.h"

namespace kenpo::print {
namespace {

base::Moment moment() { return base::start_of(*base::Date::make(2026, 11, 23)); }

std::string text_of_two_pages() {
  Sheet sheet(
      {.title = "試験", .sender = test_support::sample_sender(), .made_at = moment()});
  sheet.footer("みどり野健康保険組合");
  sheet.paragraph("一");
  sheet.new_page();
  sheet.paragraph("二");
  const auto printed = sheet.finish();
  EXPECT_TRUE(printed.ok());
  return test_support::lines_of_paper(printed->pdf);
}

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    ++count;
  }
  return count;
}

TEST(Stamp, P3EveryPageOfEveryPdfSaysWhoMadeItAndWhen) {
  if (!test_support::reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  {
    const Stamp stamp({"健保 花子", moment()});
    const auto text = text_of_two_pages();
    EXPECT_EQ(count_of(text, "健保 花子 2026/11/23 00:00"), 2U) << text;
    EXPECT_EQ(count_of(text, "みどり野健康保険組合"), 2U) << "beside what stood there";
  }
  EXPECT_EQ(count_of(text_of_two_pages(), "花子"), 0U) << "what the program prints by itself";
}

}  // namespace
}  // namespace kenpo::print
