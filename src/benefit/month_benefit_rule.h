// What a household is due for a month of treatment: high-cost medical expense in cash (高額療養費)
// and the society's additional benefits (付加給付). Health Insurance Act arts 53, 115, Order arts 41
// and 42.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "benefit/month_benefit.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::benefit {

enum class Relation : std::uint8_t { insured = 0, dependent = 1 };

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
  std::optional<AdditionalOfMonth> additional = {};  // none: the society has no such benefit
};

/// A fault where the law book has no figure for the month, or the classes do not fit together.
base::Result<law::Decision<MonthBenefit>> month_benefit(const MonthInput& input);

/// What stays with the patients of a month's benefit, for the yearly sum.
struct MonthLeft {
  std::vector<base::Yen> by_unit;
  bool prorated = false;  // a benefit of several units together was divided by what each had left
};
/// What stays of each unit after high-cost medical expense and additional benefits
/// (平29保保発1204第2号). A benefit that belongs to several units is divided by what each has left,
/// yen dropped.
base::Result<MonthLeft> left_after_benefits(const MonthInput& input);

}  // namespace kenpo::benefit
