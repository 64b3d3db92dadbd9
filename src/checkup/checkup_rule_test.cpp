// What has to hold of levels and judgements, above all with missing items.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <functional>
#include <vector>

#include "checkup/guidance_level_rule.h"
#include "checkup/metabolic_rule.h"

namespace kenpo::checkup {
namespace {

using base::Date;

const Date on = *Date::make(2026, 9, 1);

std::optional<Measure> any_measure(std::int64_t low, std::int64_t high) {
  if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
  return Measure{*rc::gen::inRange(low * 1000, high * 1000)};
}
std::optional<bool> any_answer() {
  if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
  return *rc::gen::arbitrary<bool>();
}

Findings any_findings() {
  Findings found;
  found.sex = *rc::gen::element(Sex::male, Sex::female);
  found.waist_cm = any_measure(75, 100);
  found.bmi = any_measure(20, 30);
  found.systolic = any_measure(110, 150);
  found.diastolic = any_measure(60, 110);
  found.triglyceride = any_measure(50, 250);
  found.triglyceride_casual = any_measure(50, 250);
  found.hdl = any_measure(20, 80);
  found.glucose = any_measure(80, 120);
  found.glucose_casual = any_measure(80, 120);
  found.hba1c_percent = any_measure(5, 7);
  return found;
}

GuidanceInput any_guidance() {
  return {on, *rc::gen::inRange(40, 75), any_findings(), any_answer(), any_answer()};
}

GuidanceLevel level(const GuidanceInput& input) {
  const auto decision = guidance_level(input);
  RC_ASSERT(decision.ok() && decision->value.has_value());
  return decision->value.value_or(GuidanceLevel::undecidable);
}

/// Items that can be missing without another taking their place.
using Item = std::optional<Measure> Findings::*;
const std::vector<Item> items = {&Findings::waist_cm, &Findings::bmi, &Findings::systolic,
                                 &Findings::diastolic, &Findings::hdl};

TEST(GuidanceLevel, AMissingItemNeverTurnsOneLevelIntoAnother) {
  EXPECT_TRUE(rc::check("the same or undecidable", [] {
    auto input = any_guidance();
    const auto before = level(input);
    input.findings.*(*rc::gen::elementOf(items)) = std::nullopt;
    const auto after = level(input);
    RC_ASSERT(after == before || after == GuidanceLevel::undecidable);
  }));
}

TEST(GuidanceLevel, UndecidableMeansThatAnItemCanChangeIt) {
  EXPECT_TRUE(rc::check("two fillings, two levels", [] {
    auto input = any_guidance();
    const bool open = level(input) == GuidanceLevel::undecidable;
    // Every way to fill what is missing, with a value on either side of its bound.
    std::vector<GuidanceLevel> levels;
    const auto fill = [&](auto&& self, GuidanceInput filled, std::size_t at) -> void {
      const auto both = [&](auto& member, auto low, auto high) {
        if (member) return self(self, filled, at + 1);
        member = low;
        self(self, filled, at + 1);
        member = high;
        self(self, filled, at + 1);
      };
      auto& found = filled.findings;
      const auto measure = [](std::int64_t of) { return Measure{of * 1000}; };
      const bool has_sugar = found.glucose || found.hba1c_percent || found.glucose_casual;
      const bool has_fat = found.triglyceride || found.triglyceride_casual;
      switch (at) {
        case 0:
          return both(found.waist_cm, measure(1), measure(200));
        case 1:
          return both(found.bmi, measure(1), measure(99));
        case 2:
          return both(found.systolic, measure(1), measure(300));
        case 3:
          return both(found.diastolic, measure(1), measure(300));
        case 4:
          if (has_fat) return self(self, filled, at + 1);
          return both(found.triglyceride, measure(1), measure(900));
        case 5:
          return both(found.hdl, measure(1), measure(300));
        case 6:
          if (has_sugar) return self(self, filled, at + 1);
          return both(found.glucose, measure(1), measure(300));
        case 7:
          return both(filled.smoker, false, true);
        case 8:
          return both(filled.medicated, false, true);
        default:
          levels.push_back(level(filled));
      }
    };
    fill(fill, input, 0);
    bool differ = false;
    for (const auto each : levels) {
      RC_ASSERT(each != GuidanceLevel::undecidable);
      differ = differ || each != levels.front();
    }
    RC_ASSERT(differ == open);
  }));
}

TEST(GuidanceLevel, MedicationAndSixtyFiveYearsNeverRaiseIt) {
  EXPECT_TRUE(rc::check("lower", [] {
    auto input = any_guidance();
    input.age = *rc::gen::inRange(40, 65);
    const auto young = level(input);
    input.age = *rc::gen::inRange(65, 75);
    const auto old = level(input);
    RC_ASSERT(old != GuidanceLevel::active);
    RC_ASSERT(young != GuidanceLevel::active || old == GuidanceLevel::motivational);
    input.medicated = true;
    RC_ASSERT(level(input) == GuidanceLevel::information);
  }));
}

TEST(GuidanceLevel, OutsideFortyToSeventyFourThereIsNone) {
  for (const int age : {0, 39, 75, 100}) {
    const auto decision = guidance_level({.on = on, .age = age, .findings = {}});
    ASSERT_TRUE(decision.ok());
    EXPECT_FALSE(decision->value.has_value()) << age;
  }
}

TEST(Metabolic, AMissingItemNeverTurnsOneJudgementIntoAnother) {
  EXPECT_TRUE(rc::check("the same or undecidable", [] {
    MetabolicInput input{on, any_findings(), any_answer(), any_answer(), any_answer()};
    const auto before = metabolic_judgement(input)->value;
    input.findings.*(*rc::gen::elementOf(items)) = std::nullopt;
    input.medicated_lipid.reset();
    const auto after = metabolic_judgement(input)->value;
    RC_ASSERT(after == before || after == Metabolic::undecidable);
  }));
}

TEST(Metabolic, WithoutWaistItIsAbsent) {
  EXPECT_TRUE(rc::check("84.999 cm", [] {
    MetabolicInput input{on, any_findings(), any_answer(), any_answer(), any_answer()};
    input.findings.waist_cm = Measure{84'999};
    RC_ASSERT(metabolic_judgement(input)->value == Metabolic::absent);
  }));
}

}  // namespace
}  // namespace kenpo::checkup
