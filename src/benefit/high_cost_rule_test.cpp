// What has to hold of every limit, counter, household and subsidy, whatever the figures are.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

#include "benefit/additional_rule.h"
#include "benefit/counter_rule.h"
#include "benefit/high_cost_limit_rule.h"
#include "benefit/household_rule.h"
#include "benefit/outpatient_annual_rule.h"
#include "benefit/subsidised_rule.h"

namespace kenpo::benefit {
namespace {

using base::Month;
using base::Yen;
using certificate::LimitClass;

Yen any_yen(std::int64_t highest) { return Yen(*rc::gen::inRange<std::int64_t>(0, highest + 1)); }
Month any_month() { return Month::make(2018, 8)->plus(*rc::gen::inRange(0, 108)); }
LimitClass any_class() { return static_cast<LimitClass>(*rc::gen::inRange(0, 11)); }
LimitClass any_younger() { return static_cast<LimitClass>(*rc::gen::inRange(0, 5)); }
Frequent any_frequent() { return *rc::gen::element(Frequent::no, Frequent::yes); }
Turning75 any_turning() { return *rc::gen::element(Turning75::no, Turning75::yes); }
Setting any_setting() { return *rc::gen::element(Setting::inpatient, Setting::outpatient); }

Yen household_limit(const LimitInput& input) {
  const auto limit = high_cost_limit(input);
  RC_ASSERT(limit.ok() && limit->value.has_value());
  return limit->value.value_or(Yen());
}

TEST(HighCostLimit, RisesWithTheCostByAtMostAHundredth) {
  EXPECT_TRUE(rc::check("monotone", [] {
    LimitInput input{any_month(),        any_class(),    Scope::household,
                     any_yen(5'000'000), any_frequent(), any_turning()};
    const Yen low = household_limit(input);
    const Yen more = any_yen(1'000'000);
    input.cost += more;
    const Yen high = household_limit(input);
    RC_ASSERT(low <= high);
    RC_ASSERT(high - low <= Yen(more.amount() / 100 + 1));
  }));
}

TEST(HighCostLimit, FourthMonthsAndHalvesNeverRaiseIt) {
  EXPECT_TRUE(rc::check("lower or equal", [] {
    LimitInput input{any_month(), any_class(), Scope::household, any_yen(5'000'000)};
    const Yen whole = household_limit(input);
    input.frequent = Frequent::yes;
    RC_ASSERT(household_limit(input) <= whole);
    input.turning_75 = Turning75::yes;
    RC_ASSERT(household_limit(input) < whole);
  }));
}

TEST(HighCostLimit, HigherClassesHaveHigherLimits) {
  EXPECT_TRUE(rc::check("ア to オ, III to I", [] {
    const auto month = any_month();
    const auto cost = any_yen(3'000'000);
    const auto frequent = any_frequent();
    const auto limit = [&](LimitClass of) {
      return household_limit({month, of, Scope::household, cost, frequent});
    };
    for (int at = 0; at < 4; ++at) {
      RC_ASSERT(limit(static_cast<LimitClass>(at)) >= limit(static_cast<LimitClass>(at + 1)));
    }
    for (int at = 5; at < 10; ++at) {
      RC_ASSERT(limit(static_cast<LimitClass>(at)) >= limit(static_cast<LimitClass>(at + 1)));
    }
  }));
}

TEST(Counter, IsNeverAboveTheLimitAndAtMostFiveYenAboveTheShare) {
  EXPECT_TRUE(rc::check("share and limit", [] {
    CounterInput input{any_month(),   any_class(),    any_yen(500'000) * 10,
                       any_setting(), any_frequent(), any_turning()};
    const auto paid = counter_payment(input);
    RC_ASSERT(paid.ok());
    const auto limit = institution_limit(
        {input.month, input.of, Scope::household, input.cost, input.frequent, input.turning_75},
        input.setting);
    RC_ASSERT(paid->value <= limit->value);
    const auto share = base::Share(input.cost) * share_of(input.of, input.month)->value;
    RC_ASSERT(base::Share(paid->value) <= share + base::Share(Yen(5)));
    input.long_term = LongTerm::ordinary;
    RC_ASSERT(counter_payment(input)->value <= std::min(paid->value, Yen(10'000)));
  }));
}

TEST(Counter, MoreCostIsNeverPaidWithLess) {
  EXPECT_TRUE(rc::check("monotone", [] {
    CounterInput input{any_month(),   any_class(),    any_yen(500'000) * 10,
                       any_setting(), any_frequent(), any_turning()};
    const auto less = counter_payment(input);
    input.cost += any_yen(100'000) * 10;
    RC_ASSERT(less->value <= counter_payment(input)->value);
  }));
}

std::vector<BurdenUnit> any_units(LimitClass younger, LimitClass elderly) {
  std::vector<BurdenUnit> units;
  for (int count = *rc::gen::inRange(0, 8); count > 0; --count) {
    const bool old = *rc::gen::arbitrary<bool>();
    const Yen cost = any_yen(150'000) * 10;
    const auto of = old ? elderly : younger;
    const auto share = share_of(of, *Month::make(2026, 9))->value;
    units.push_back({*rc::gen::inRange(0, 3) + (old ? 10 : 0), of, any_setting(),
                     (base::Share(cost) * share).truncated(), cost});
  }
  return units;
}

Yen sum_of(const std::vector<BurdenUnit>& units) {
  Yen sum;
  for (const auto& unit : units) sum += unit.burden;
  return sum;
}

TEST(Household, ThePatientsKeepAtMostTheirBurden) {
  EXPECT_TRUE(rc::check("benefit between nothing and the burden", [] {
    const auto younger = any_younger();
    const auto elderly = static_cast<LimitClass>(*rc::gen::inRange(5, 11));
    const auto month = any_month();
    auto units = any_units(younger, elderly);
    const auto benefit = household_benefit({month, younger, units, any_frequent()});
    RC_ASSERT(benefit.ok());
    RC_ASSERT(benefit->value >= Yen() && benefit->value <= sum_of(units));
    // In any order the same.
    std::ranges::reverse(units);
    const auto again = household_benefit({month, younger, units, Frequent::no});
    std::ranges::reverse(units);
    RC_ASSERT(again->value == household_benefit({month, younger, units, Frequent::no})->value);
  }));
}

/// Together the household is paid at least what its units are paid alone, less the hundredth of the
/// others' cost that the sum adds to the limit.
TEST(Household, TogetherNothingIsLost) {
  EXPECT_TRUE(rc::check("household against single units", [] {
    const auto of = *rc::gen::element(LimitClass::e, LimitClass::o);  // fixed limits
    const auto month = any_month();
    const auto units = any_units(of, of);
    Yen alone;
    for (const auto& unit : units) {
      const std::vector<BurdenUnit> one = {unit};
      alone += household_benefit({month, of, one})->value;
    }
    RC_ASSERT(household_benefit({month, of, units})->value >= alone);
  }));
}

TEST(Household, FourthMonthsPayMore) {
  EXPECT_TRUE(rc::check("frequent", [] {
    const auto younger = any_younger();
    const auto units = any_units(younger, LimitClass::ordinary);
    const auto month = any_month();
    RC_ASSERT(household_benefit({month, younger, units, Frequent::no})->value <=
              household_benefit({month, younger, units, Frequent::yes})->value);
  }));
}

TEST(Subsidised, ThePartsAddUp) {
  EXPECT_TRUE(rc::check("patient, subsidy, insurance", [] {
    SubsidisedInput input{any_month(),           any_class(),          any_yen(100'000) * 10,
                          any_yen(100'000) * 10, any_setting(),        any_frequent(),
                          any_turning(),         Subsidy::intractable, any_yen(30'000),
                          Payer::patient};
    const auto found = subsidised_payment(input);
    RC_ASSERT(found.ok());
    const auto& amounts = found->value;
    RC_ASSERT(amounts.patient <= amounts.not_paid);
    RC_ASSERT(amounts.not_paid - amounts.patient <= amounts.limit_part);
    const auto share = share_of(input.of, input.month)->value;
    const auto burden = base::Share(input.cost_subsidised + input.cost_insured) * share;
    RC_ASSERT(base::Share(amounts.not_paid) <= burden);
    // Without subsidised care the patient pays what is paid without subsidy, to the yen.
    input.cost_subsidised = Yen();
    const auto plain = subsidised_payment(input)->value.patient;
    const auto limit = institution_limit({input.month, input.of, Scope::household,
                                          input.cost_insured, input.frequent, input.turning_75},
                                         input.setting);
    const Yen insured = (base::Share(input.cost_insured) * share).truncated();
    RC_ASSERT(plain == std::min(insured, limit->value));
    // Public assistance never leaves the patient more.
    input.payer = Payer::public_assistance;
    RC_ASSERT(subsidised_payment(input)->value.patient <= plain);
  }));
}

TEST(OutpatientAnnual, PaysWhatIsAboveTheLimit) {
  EXPECT_TRUE(rc::check("never above what was paid", [] {
    const auto of = *rc::gen::element(LimitClass::ordinary, LimitClass::low_2);
    const auto paid = any_yen(400'000);
    const auto decision = outpatient_annual(any_month(), of, paid);
    RC_ASSERT(decision.ok() && decision->value.has_value());
    RC_ASSERT(*decision->value >= Yen() && *decision->value <= paid);
  }));
}

TEST(OutpatientAnnual, PartsNeverAddUpToMoreThanTheWhole) {
  EXPECT_TRUE(rc::check("two insurers", [] {
    const auto of = *rc::gen::element(LimitClass::ordinary, LimitClass::low_2);
    const auto month = any_month();
    const auto ours = any_yen(300'000);
    const auto total = ours + any_yen(300'000);
    const auto part = outpatient_annual_part(month, of, ours, total);
    const auto other = outpatient_annual_part(month, of, total - ours, total);
    const auto whole = outpatient_annual(month, of, total);
    RC_ASSERT(part.ok() && other.ok() && whole.ok());
    RC_ASSERT(*part->value <= ours);
    RC_ASSERT(*part->value + *other->value <= *whole->value);
    RC_ASSERT(*whole->value - *part->value - *other->value <= Yen(1));
  }));
}

TEST(Additional, NeverTakesTheThreshold) {
  EXPECT_TRUE(rc::check("cut, minimum, threshold", [] {
    const auto burden = any_yen(500'000);
    const auto high_cost = any_yen(burden.amount());
    const AdditionalTerms terms{any_yen(100'000), Yen(*rc::gen::element(1, 10, 100, 1000)),
                                any_yen(2'000)};
    const Yen paid = additional_benefit(burden, high_cost, terms).value;
    RC_ASSERT(paid == Yen() || burden - high_cost - paid >= terms.threshold);
    RC_ASSERT(paid.amount() % terms.unit.amount() == 0);
    RC_ASSERT(paid == Yen() || paid >= terms.minimum);
  }));
}

TEST(HighCostLimit, TheBasisExplainsEveryYen) {
  const auto limit = high_cost_limit({*Month::make(2026, 9), LimitClass::u, Scope::household,
                                      Yen(1'000'000), Frequent::no, Turning75::no});
  ASSERT_TRUE(limit.ok());
  EXPECT_EQ(limit->value, Yen(92'940));
  Yen told;
  for (const auto& line : limit->basis) {
    EXPECT_FALSE(line.step.ja.empty() || line.step.en.empty() || line.article.empty());
    const bool adds = line.row != nullptr && (line.row->name.ends_with(".amount") ||
                                              line.row->name.ends_with(".cost_rate"));
    if (adds) told += std::get<Yen>(line.fact);
  }
  EXPECT_EQ(told, *limit->value);
}

// What was announced for 2027-08 stands in the book and is not in force.
TEST(HighCostPlanned, TheAnnouncedTableIsWholeAndNoRuleSeesIt) {
  const auto& book = law::Book::carried();
  const auto planned = [&](const std::string& name) -> std::optional<std::int64_t> {
    for (const auto& row : book.planned()) {
      if (row.name == name) return row.number;
    }
    return std::nullopt;
  };
  int starts = 0;
  for (const auto& row : book.planned()) {
    if (!row.name.ends_with(".start")) continue;
    ++starts;
    const auto stem = row.name.substr(0, row.name.rfind('.'));
    // The limit begins where 30 % of the cost reaches it.
    EXPECT_EQ(planned(std::string(stem) + ".amount").value_or(0) * 10, row.number * 3) << stem;
  }
  EXPECT_EQ(starts, 9);
  for (const auto& row : book.planned()) {
    EXPECT_EQ(book.find(row.name, row.from), nullptr) << row.name;
  }
  EXPECT_EQ(planned("benefit.high_cost.u.annual"), 530'000) << "the yearly cap";
}

}  // namespace
}  // namespace kenpo::benefit
