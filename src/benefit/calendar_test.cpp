// Every name and every rule of this part on every month of the calendar.
#include <gtest/gtest.h>

#include <string>

#include "benefit/childbirth_rule.h"
#include "benefit/counter_rule.h"
#include "benefit/high_cost_limit_rule.h"
#include "benefit/household_rule.h"
#include "benefit/limitation_rule.h"
#include "benefit/maternity_rule.h"
#include "benefit/meal_rule.h"
#include "benefit/outpatient_annual_rule.h"
#include "benefit/sickness_allowance_rule.h"
#include "benefit/subsidised_rule.h"
#include "tests/support/calendar.h"

namespace kenpo::benefit {
namespace {

using base::Month;
using base::Yen;
using certificate::LimitClass;
using test_support::calendar_spans;

const std::string from_2027_08 = "2027-08..2027-12";
const std::string before_2018_08 = "2015-01..2018-07 2027-08..2027-12";

TEST(Calendar, NamesWithoutValueAreTheListedOnes) {
  std::map<std::string, std::string> expected = {
      {"benefit.high_cost.generic.elderly.inpatient", "2015-01..2018-07 2026-08..2027-12"},
      {"benefit.high_cost.generic.elderly.outpatient", "2015-01..2018-07 2026-08..2027-12"},
      {"benefit.high_cost.generic.under_70.amount", "2026-08..2027-12"},
      {"benefit.high_cost.generic.under_70.start", "2026-08..2027-12"},
      {"benefit.high_cost.turning_75.part", from_2027_08},
      {"benefit.high_cost.low_2.frequent", "2015-01..2026-07 2027-08..2027-12"},
      {"benefit.outpatient_annual.base_day_before_loss", "2015-01..2017-07"},
      {"benefit.outpatient_annual.first_month", "2015-01..2017-07"},
      {"benefit.outpatient_annual.low_1", "2015-01..2017-07 2026-08..2027-12"},
      {"benefit.outpatient_annual.low_2", "2015-01..2017-07 2027-08..2027-12"},
      {"benefit.outpatient_annual.ordinary", "2015-01..2017-07 2027-08..2027-12"},
      {"benefit.sickness_allowance.cumulative", "2015-01..2020-07"}};
  for (const auto* part : {"a", "i", "u"}) {
    for (const auto* figure : {".amount", ".start", ".frequent"}) {
      expected["benefit.high_cost." + std::string(part) + figure] = from_2027_08;
    }
  }
  for (const auto* part : {"active_1", "active_2", "active_3"}) {
    for (const auto* figure : {".amount", ".start", ".frequent"}) {
      expected["benefit.high_cost." + std::string(part) + figure] = before_2018_08;
    }
  }
  for (const auto* name : {"e.amount", "e.frequent", "o.amount", "o.frequent"}) {
    expected["benefit.high_cost." + std::string(name)] = from_2027_08;
  }
  for (const auto* name :
       {"ordinary.amount", "ordinary.frequent", "ordinary.outpatient", "low_2.amount",
        "low_2.outpatient", "low_1.amount", "low_1.outpatient"}) {
    expected["benefit.high_cost." + std::string(name)] = before_2018_08;
  }
  for (const auto* name : {"general", "intractable", "untaxed", "untaxed_long", "low_income_1"}) {
    expected["benefit.meal." + std::string(name)] = "2015-01..2018-03 2026-06..2027-12";
  }
  for (const auto* name : {"basic", "compensation", "compensation_weeks"}) {
    expected["benefit.childbirth." + std::string(name)] = "2015-01..2023-03";
  }
  for (const auto* name :
       {"months", "month_days", "base_unit", "share.numerator", "share.denominator"}) {
    expected["benefit.sickness_allowance." + std::string(name)] = "2015-01..2016-03";
  }
  EXPECT_EQ(test_support::names_without_value("benefit."), expected);
}

std::vector<LimitClass> every_class() {
  std::vector<LimitClass> classes;
  for (std::size_t at = 0; at < certificate::limit_class_labels.size(); ++at) {
    classes.push_back(static_cast<LimitClass>(at));
  }
  return classes;
}

/// The months in which a rule with a class has no value.
template <typename Rule>
void expect_by_class(const Rule& fails) {
  for (const auto of : every_class()) {
    EXPECT_EQ(calendar_spans([&](Month month) { return fails(month, of); }),
              certificate::is_elderly(of) ? before_2018_08 : from_2027_08)
        << certificate::label(of);
  }
}

TEST(Calendar, HighCostRulesWithoutValueAreTheListedOnes) {
  for (const auto frequent : {Frequent::no, Frequent::yes}) {
    for (const auto turning : {Turning75::no, Turning75::yes}) {
      expect_by_class([&](Month month, LimitClass of) {
        return !high_cost_limit({month, of, Scope::household, Yen(1'000'000), frequent, turning})
                    .ok();
      });
      expect_by_class([&](Month month, LimitClass of) {
        return !counter_payment({month, of, Yen(500'000), Setting::outpatient, frequent, turning,
                                 LongTerm::upper})
                    .ok();
      });
    }
  }
  expect_by_class([](Month month, LimitClass of) {
    SubsidisedInput input;
    input.month = month;
    input.of = of;
    input.cost_subsidised = input.cost_insured = Yen(300'000);
    return !subsidised_payment(input).ok();
  });
}

TEST(Calendar, SubsidisedCareWithAGenericLimitEndsWithTheOldTable) {
  for (const auto of : every_class()) {
    const auto fails = [&](Month month) {
      SubsidisedInput input;
      input.month = month;
      input.of = of;
      input.cost_subsidised = input.cost_insured = Yen(300'000);
      input.subsidy = Subsidy::rehabilitation;
      return !subsidised_payment(input).ok();
    };
    EXPECT_EQ(calendar_spans(fails), certificate::is_elderly(of)
                                         ? "2015-01..2018-07 2026-08..2027-12"
                                         : "2026-08..2027-12");
  }
}

TEST(Calendar, HouseholdsAndYearsWithoutValueAreTheListedOnes) {
  const auto household_fails = [](Month month, bool elderly) {
    std::vector<BurdenUnit> units = {
        {0, LimitClass::u, Setting::inpatient, Yen(90'000), Yen(300'000)}};
    if (elderly) {
      units.push_back({1, LimitClass::ordinary, Setting::outpatient, Yen(30'000), Yen(150'000)});
    }
    return !household_benefit({month, LimitClass::u, units}).ok();
  };
  EXPECT_EQ(calendar_spans([&](Month month) { return household_fails(month, false); }),
            from_2027_08);
  EXPECT_EQ(calendar_spans([&](Month month) { return household_fails(month, true); }),
            before_2018_08);
  const auto annual = [](LimitClass of) {
    return calendar_spans([of](Month month) {
      const auto decision = outpatient_annual(month, of, Yen(200'000));
      return !decision.ok() || !decision->value;
    });
  };
  EXPECT_EQ(annual(LimitClass::ordinary), "2015-01..2017-07 2027-08..2027-12");
  EXPECT_EQ(annual(LimitClass::low_2), "2015-01..2017-07 2027-08..2027-12");
  EXPECT_EQ(annual(LimitClass::low_1), "2015-01..2017-07 2026-08..2027-12");
  EXPECT_EQ(annual(LimitClass::active_1), "2015-01..2027-12");
}

TEST(Calendar, CashBenefitsWithoutValueAreTheListedOnes) {
  const std::vector<Yen> few(5, Yen(300'000));
  EXPECT_EQ(calendar_spans([&](Month month) {
              return !sickness_daily_amount(month.last_day(), few, Yen(320'000)).ok();
            }),
            "2015-01..2016-03");
  EXPECT_EQ(calendar_spans([](Month month) {
              return !sickness_span(month.first_day(), 10, month.last_day()).ok();
            }),
            "");
  EXPECT_EQ(calendar_spans([](Month month) {
              return !sickness_payment(month.first_day(), {Yen(6'667), 30, 3, {}, {}}).ok();
            }),
            "");
  EXPECT_EQ(calendar_spans([](Month month) {
              return !maternity_period({month.last_day(), month.first_day()}).ok();
            }),
            "");
  EXPECT_EQ(calendar_spans([](Month month) {
              return !childbirth_grant({month.first_day(), 39, CompensationScheme::inside}).ok();
            }),
            "2015-01..2023-03");
  EXPECT_EQ(calendar_spans([](Month month) {
              return !limitation_after(month).ok() || !limitation_after(month.last_day()).ok();
            }),
            "");
  for (int of = 0; of <= static_cast<int>(MealClass::low_income_1); ++of) {
    EXPECT_EQ(calendar_spans([of](Month month) {
                return !meal_burden(month.last_day(), static_cast<MealClass>(of)).ok();
              }),
              "2015-01..2018-03 2026-06..2027-12");
  }
}

}  // namespace
}  // namespace kenpo::benefit
