// What a household is due for a month of treatment: high-cost medical expense in cash (高額療養費)
// and the society's additional benefits (付加給付). Health Insurance Act arts 53, 115, Order arts 41 and 42.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "benefit/receipt_burden_rule.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// How often the society's amount stays with the member in 合算高額療養費付加金.
enum class CountedBy : std::uint8_t { person = 1, unit = 2, household = 3 };

/// The society's rules of additional benefits (規約): no figures of law.
struct AdditionalRules {
  base::Yen threshold;  // stays with the member
  base::Yen unit{1};    // the amount is cut to it
  base::Yen minimum;    // less than this is not paid
  CountedBy combined_by = CountedBy::person;
  friend bool operator==(const AdditionalRules&, const AdditionalRules&) = default;
};

enum class Relation : std::uint8_t { insured = 0, dependent = 1 };

/// One unit of the calculation (施行令41条1項): a person at an institution in the month, inpatient or
/// outpatient, medical or dental; pharmacies stand with whoever prescribed.
struct MonthUnit {
  int person = 0;  // index into `people`
  Setting setting = Setting::outpatient;
  base::Yen cost;
  base::Yen share;
  base::Yen in_kind;
  base::Yen burden;
  base::Yen paid;
  base::Yen judged;
  friend bool operator==(const MonthUnit&, const MonthUnit&) = default;
};

struct MonthPerson {
  Relation relation = Relation::insured;
  certificate::LimitClass of = certificate::LimitClass::u;
  Turning75 turning_75 = Turning75::no;
};

struct MonthInput {
  base::Month month;
  certificate::LimitClass of = certificate::LimitClass::u;  // of the household, under 70
  std::vector<MonthPerson> people;
  std::vector<MonthUnit> units;
  Frequent frequent = Frequent::no;
  std::optional<AdditionalRules> additional = {};  // none: the society has no such benefit
};

struct MonthBenefit {
  base::Yen high_cost;           // in cash
  base::Yen in_kind;             // given at the counter
  base::Yen insured_addition;    // 一部負担還元金
  base::Yen family_addition;     // 家族療養付加金
  base::Yen combined_addition;   // 合算高額療養費付加金
  bool counts_as_frequent = false;  // the month is one of the three of 施行令42条1項ただし書

  base::Yen addition() const { return insured_addition + family_addition + combined_addition; }
  base::Yen total() const { return high_cost + addition(); }
  friend bool operator==(const MonthBenefit&, const MonthBenefit&) = default;
};

/// A fault where the law book has no figure for the month, or the classes do not fit together.
base::Result<law::Decision<MonthBenefit>> month_benefit(const MonthInput& input);

}  // namespace kenpo::benefit
