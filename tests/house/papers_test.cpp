// Papers of the society (notice section 4, C-1): one place draws them, and it draws the complaint
// desk; a kind of paper that nobody reads back is found.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tree.h"

namespace kenpo::house {
namespace {

const std::vector<File>& tree() {
  static const auto files = read_tree();
  return files;
}

std::string text_of(const File& file) {
  std::string text;
  for (const auto& line : file.lines) text += line + "\n";
  return text;
}

// What draws a PDF past print/sheet.h would draw it without the desk.
TEST(House, C1OnlyTheSheetDrawsPapers) {
  const std::regex draws(R"(cairo_pdf|pango_|#include "print/canvas\.h")");
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    const bool code = file.ends_with(".h") || file.ends_with(".cpp");
    if (!file.path.starts_with("src/") || !code || file.folder() == "print") continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      if (std::regex_search(file.lines[at], draws)) {
        findings.push_back({file.path, at + 1, "a paper is drawn with print/sheet.h"});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

TEST(House, C1EveryKindOfPaperIsReadBack) {
  const auto at = std::ranges::find(tree(), "src/app/papers_test.cpp", &File::path);
  ASSERT_NE(at, tree().end());
  const auto read_back = text_of(*at);
  const std::regex declared(R"(Result<print::Printed>\s+([a-z_]+)\()");
  std::vector<Finding> findings;
  std::size_t kinds = 0;
  for (const auto& file : tree()) {
    if (!file.path.starts_with("src/") || !file.ends_with(".h")) continue;
    const auto text = text_of(file);
    for (std::sregex_iterator found(text.begin(), text.end(), declared), end; found != end;
         ++found) {
      ++kinds;
      const auto name = (*found)[1].str();
      if (read_back.find(file.folder() + "::" + name + "(") == std::string::npos) {
        findings.push_back({file.path, 0, name + " is not in src/app/papers_test.cpp"});
      }
    }
  }
  EXPECT_GT(kinds, 25U);
  EXPECT_TRUE(findings.empty()) << told(findings);
}

}  // namespace
}  // namespace kenpo::house
