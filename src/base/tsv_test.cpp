#include "base/tsv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kenpo::base {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Tsv, DividesLines) {
  EXPECT_THAT(lines_of(""), IsEmpty());
  EXPECT_THAT(lines_of("a"), ElementsAre("a"));
  EXPECT_THAT(lines_of("a\n"), ElementsAre("a"));
  EXPECT_THAT(lines_of("a\n\nb\n"), ElementsAre("a", "", "b"));
  EXPECT_THAT(lines_of("\n"), ElementsAre(""));
  EXPECT_THAT(lines_of("\xEF\xBB\xBF" "a\n"), ElementsAre("a"));
}

TEST(Tsv, DividesCellsAndWords) {
  EXPECT_THAT(cells_of(""), ElementsAre(""));
  EXPECT_THAT(cells_of("a\t\tb\t"), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(cells_of("a:b", ':'), ElementsAre("a", "b"));
  EXPECT_THAT(words_of(""), IsEmpty());
  EXPECT_THAT(words_of(" a  b "), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace kenpo::base
