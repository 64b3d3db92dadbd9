// Every name and every rule of this part on every month of the calendar.
#include <gtest/gtest.h>

#include "checkup/guidance_level_rule.h"
#include "checkup/metabolic_rule.h"
#include "tests/support/calendar.h"

namespace kenpo::checkup {
namespace {

using base::Month;
using test_support::calendar_spans;

const char* const before_the_programme = "2015-01..2024-03";

TEST(Calendar, NamesHaveAValueFromTheFourthPeriodOn) {
  const auto found = test_support::names_without_value("checkup.");
  EXPECT_EQ(found.size(), 25U);
  for (const auto& [name, months] : found) EXPECT_EQ(months, before_the_programme) << name;
}

TEST(Calendar, RulesHaveAValueFromTheFourthPeriodOn) {
  EXPECT_EQ(calendar_spans([](Month month) {
              GuidanceInput input{.on = month.last_day(), .age = 50, .findings = {}};
              return !guidance_level(input).ok();
            }),
            before_the_programme);
  EXPECT_EQ(calendar_spans([](Month month) {
              MetabolicInput input{.on = month.last_day(), .findings = {}};
              return !metabolic_judgement(input).ok();
            }),
            before_the_programme);
}

}  // namespace
}  // namespace kenpo::checkup
