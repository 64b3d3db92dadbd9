#include "remuneration/grade_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kenpo::remuneration {
namespace {

using base::Date;
using base::Yen;

const Date today = *Date::make(2026, 9, 1);

TEST(Grade, TheTablesHaveTheirGrades) {
  EXPECT_EQ(grade_table(today)->size(), 50U);
  EXPECT_EQ(grade_table(*Date::make(2016, 3, 31))->size(), 47U);
  EXPECT_FALSE(grade_table(*Date::make(2007, 3, 31)).ok());
}

TEST(Grade, EveryStandardLiesInItsOwnGrade) {
  for (const auto& each : *grade_table(today)) {
    EXPECT_EQ(grade(today, each.standard)->number, each.number);
    EXPECT_EQ(grade_of_standard(today, each.standard)->value().number, each.number);
  }
  EXPECT_FALSE(grade_of_standard(today, Yen(58'001))->has_value());
}

TEST(Grade, NeverFallsWhenPayRises) {
  EXPECT_TRUE(rc::check("monotone in pay", [] {
    const Yen low(*rc::gen::inRange(0, 2'000'000));
    const Yen high = low + Yen(*rc::gen::inRange(0, 200'000));
    RC_ASSERT(grade(today, low)->number <= grade(today, high)->number);
    RC_ASSERT(explain_grade(today, low)->value == *grade(today, low));
  }));
}

}  // namespace
}  // namespace kenpo::remuneration
