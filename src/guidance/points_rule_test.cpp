#include "guidance/points_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/support/calendar.h"

namespace kenpo::guidance {
namespace {

using base::Date;
using base::Month;

const Date on = *Date::make(2026, 9, 1);

Support any_support() {
  return {{*rc::gen::inRange<std::int64_t>(-5000, 5000)},
          {*rc::gen::inRange<std::int64_t>(-5000, 5000)},
          *rc::gen::inRange(0, 5),
          *rc::gen::inRange(0, 5),
          *rc::gen::inRange(0, 5),
          *rc::gen::inRange(0, 5),
          *rc::gen::inRange(0, 5),
          *rc::gen::element(FirstInterview::later, FirstInterview::same_day)};
}

TEST(Points, MoreSupportAndMoreLossNeverCostPoints) {
  EXPECT_TRUE(rc::check("monotone", [] {
    auto support = any_support();
    const auto before = support_points(on, support)->value;
    support.waist_cm.thousandths += *rc::gen::inRange(0, 2000);
    support.weight_kg.thousandths += *rc::gen::inRange(0, 2000);
    support.telephone += *rc::gen::inRange(0, 3);
    const auto after = support_points(on, support)->value;
    RC_ASSERT(after.points >= before.points);
    RC_ASSERT(after.completed || !before.completed);
    RC_ASSERT(after.completed == (after.points >= 180));
  }));
}

TEST(Points, TheBasisAddsUp) {
  EXPECT_TRUE(rc::check("every line that scores", [] {
    const auto decision = support_points(on, any_support());
    std::int64_t sum = 0;
    for (const auto& line : decision->basis) {
      const auto* count = std::get_if<law::Count>(&line.fact);
      if (line.row != nullptr && count != nullptr) sum += count->number;
    }
    RC_ASSERT(sum == decision->value.points);
  }));
}

TEST(Calendar, PointsHaveAValueFromTheFourthPeriodOn) {
  const auto found = test_support::names_without_value("guidance.");
  EXPECT_EQ(found.size(), 11U);
  for (const auto& [name, months] : found) EXPECT_EQ(months, "2015-01..2024-03") << name;
  EXPECT_EQ(test_support::calendar_spans(
                [](Month month) { return !support_points(month.first_day(), {}).ok(); }),
            "2015-01..2024-03");
}

}  // namespace
}  // namespace kenpo::guidance
