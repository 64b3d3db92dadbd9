// P-3: every PDF that a signed-in person makes says at the foot of each page who made it, and when.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "print/sheet.h"

namespace kenpo::print {
namespace {

base::Moment moment() { return base::start_of(*base::Date::make(2026, 11, 23)); }

std::string text_of_two_pages() {
  Sheet sheet({"試験", "みどり野健康保険組合", moment()});
  sheet.footer("みどり野健康保険組合");
  sheet.paragraph("一");
  sheet.new_page();
  sheet.paragraph("二");
  const auto printed = sheet.finish();
  EXPECT_TRUE(printed.ok());
  const std::string path = testing::TempDir() + "stamp_test.pdf";
  std::ofstream(path, std::ios::binary) << printed->pdf;
  std::FILE* pipe = ::popen(("pdftotext " + path + " -").c_str(), "r");
  std::string text;
  char buffer[4096];
  while (const auto got = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, got);
  ::pclose(pipe);
  return text;
}

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    ++count;
  }
  return count;
}

TEST(Stamp, P3EveryPageOfEveryPdfSaysWhoMadeItAndWhen) {
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "pdftotext is not installed";
  }
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
