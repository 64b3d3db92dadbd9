#include "premium/limitation_rule.h"

#include <gtest/gtest.h>

#include "tests/support/society.h"

namespace kenpo::premium {
namespace {

using base::Date;
using base::Month;
using test_support::must;

TEST(Limitation, TheFirstMonthIsTheOldestThatCanBeClaimed) {
  for (auto on = *Date::make(2024, 1, 1); on < *Date::make(2027, 1, 1); on = on.plus_days(1)) {
    const auto first = must(first_collectible_month(on));
    EXPECT_TRUE(must(explain_collectible(first, on)).value) << on.iso();
    EXPECT_FALSE(must(explain_collectible(first.plus(-1), on)).value) << on.iso();
  }
}

TEST(Limitation, SaysItsArticles) {
  const auto decision =
      must(explain_collectible(*Month::make(2024, 9), *Date::make(2026, 11, 1)));
  EXPECT_FALSE(decision.value);
  ASSERT_EQ(decision.basis.size(), 3U);
  EXPECT_EQ(decision.basis[1].article.text(), "健康保険法193条1項");
  EXPECT_NE(decision.basis[1].row, nullptr);
}

}  // namespace
}  // namespace kenpo::premium
