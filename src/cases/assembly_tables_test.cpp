// The published table of the office holds rules of several parts; the assembly's is cut out.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "cases/cases.h"

namespace kenpo::cases {
namespace {

namespace files = std::filesystem;

TEST(PublishedConvening, EveryRowHolds) {
  const auto path = files::path(KENPO_SOURCE_DIR) / ".." / "shared" / "cases/office.cases";
  if (!files::exists(path)) GTEST_SKIP() << "published tables are absent: " << path;
  std::ifstream file(path);
  std::string table;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("rule\t")) inside = line == "rule\tassembly.convene_by";
    if (inside) table += line + "\n";
  }
  Report report;
  run_text("office.cases", table, base::Language::english, report);
  EXPECT_GT(report.passed, 0U);
  EXPECT_EQ(report.exit_status(), 0) << report.errors << report.text;
}

}  // namespace
}  // namespace kenpo::cases
