#include "benefit/month_benefit_rule.h"

#include <algorithm>
#include <set>
#include <utility>

#include "benefit/additional_rule.h"
#include "benefit/high_cost_limit_rule.h"
#include "benefit/household_rule.h"
#include "benefit/steps.h"
#include "law/book.h"

namespace kenpo::benefit {

namespace of_months {

using base::Result;
using base::Yen;
using law::Decision;
using Steps = std::vector<law::Basis>;

const MonthPerson& person_of(const MonthInput& input, const MonthUnit& unit) {
  return input.people.at(static_cast<std::size_t>(unit.person));
}

BurdenUnit burden_unit(const MonthInput& input, const MonthUnit& unit) {
  return {.person = unit.person,
          .of = person_of(input, unit).of,
          .setting = unit.setting,
          .burden = unit.burden,
          .cost = unit.cost,
          .judged = unit.judged == unit.burden ? std::nullopt : std::optional(unit.judged)};
}

/// What was paid to one person under the halved limits of the month of turning 75.
struct Alone {
  Yen benefit;
  Yen left;
  Yen cost;
};

Result<Yen> limit_of(const MonthInput& input, int person, Scope scope, Yen cost, Steps& basis) {
  const auto& of = input.people.at(static_cast<std::size_t>(person)).of;
  const auto limit = KENPO_TRY(
      high_cost_limit({input.month, of, scope, cost, input.frequent, Turning75::yes}));
  append_steps(basis, limit.basis);
  KENPO_REQUIRE(limit.value.has_value());
  return *limit.value;
}

/// 施行令41条2項・42条2項: the person's own limits are halved, the threshold with them.
Result<Alone> alone(const MonthInput& input, int person, Steps& basis) {
  const auto on = input.month.first_day();
  const auto& of = input.people.at(static_cast<std::size_t>(person)).of;
  const auto whole =
      KENPO_TRY(law::Book::carried().yen("benefit.high_cost.unit_threshold", on));
  const Yen threshold = KENPO_TRY(halved(whole.value, input.month, Turning75::yes));
  Alone done;
  Yen outpatient;
  for (const auto& unit : input.units) {
    if (unit.person != person) continue;
    if (!certificate::is_elderly(of) && unit.judged < threshold) continue;
    done.cost += unit.cost;
    const bool apart = unit.setting == Setting::outpatient && has_outpatient_limit(of);
    (apart ? outpatient : done.left) += unit.burden;
  }
  if (outpatient > Yen()) {
    const Yen limit = KENPO_TRY(limit_of(input, person, Scope::outpatient, done.cost, basis));
    done.benefit += std::max(Yen(), outpatient - limit);
    done.left += std::min(outpatient, limit);
  }
  if (done.left == Yen()) return done;
  const Yen limit = KENPO_TRY(limit_of(input, person, Scope::household, done.cost, basis));
  done.benefit += std::max(Yen(), done.left - limit);
  done.left = std::min(done.left, limit);
  basis.push_back({{"75歳到達月の個人の高額療養費", "Benefit in the month of turning 75"},
                   "健康保険法施行令41条2項", done.benefit});
  return done;
}

/// Units of everybody, with those of people who turn 75 replaced by what their own limit left.
Result<std::vector<BurdenUnit>> units_of(const MonthInput& input, Yen& benefit, Steps& basis) {
  std::vector<BurdenUnit> units;
  for (const auto& unit : input.units) {
    if (person_of(input, unit).turning_75 == Turning75::no) {
      units.push_back(burden_unit(input, unit));
    }
  }
  for (std::size_t at = 0; at < input.people.size(); ++at) {
    if (input.people[at].turning_75 == Turning75::no) continue;
    const auto done = KENPO_TRY(alone(input, static_cast<int>(at), basis));
    benefit += done.benefit;
    if (done.cost == Yen()) continue;
    const auto whole = KENPO_TRY(law::Book::carried().yen("benefit.high_cost.unit_threshold",
                                                          input.month.first_day()));
    units.push_back({.person = static_cast<int>(at),
                     .of = input.people[at].of,
                     .setting = Setting::inpatient,  // the outpatient limit was applied above
                     .burden = done.left,
                     .cost = done.cost,
                     .judged = whole.value});
  }
  return units;
}

/// How often the society's amount stays with the member.
int times_kept(const MonthInput& input, const std::vector<bool>& joined, CountedBy by) {
  std::set<int> people;
  int units = 0;
  for (std::size_t at = 0; at < input.units.size(); ++at) {
    if (!joined[at]) continue;
    people.insert(input.units[at].person);
    ++units;
  }
  switch (by) {
    case CountedBy::person:
      return static_cast<int>(people.size());
    case CountedBy::unit:
      return units;
    case CountedBy::household:
      break;
  }
  return 1;
}

/// 健康保険法53条, 規約: one person's receipts, or those that were added together.
Yen addition(Yen paid, Yen high_cost, const AdditionalRules& rules, int times, Steps& basis) {
  auto decided = additional_benefit(paid, high_cost,
                                    {.threshold = rules.threshold * times,
                                     .unit = rules.unit,
                                     .minimum = rules.minimum,
                                     .percent = rules.percent});
  append_steps(basis, decided.basis);
  return decided.value;
}

struct Shares {
  std::vector<bool> joined;  // by unit: added together with others
  bool combined = false;     // 合算高額療養費 is paid
};

Result<Shares> shares_of(const MonthInput& input, const HouseholdBenefit& household) {
  Shares shares{.joined = std::vector<bool>(input.units.size(), false)};
  for (std::size_t at = 0; at < input.units.size(); ++at) {
    const auto& unit = input.units[at];
    shares.joined[at] =
        KENPO_TRY(joins_household(burden_unit(input, unit), input.month)) ||
        person_of(input, unit).turning_75 == Turning75::yes;
  }
  shares.combined = household.joined_units > 1 && household.total > Yen();
  return shares;
}

Addition kind_of(const MonthInput& input, const MonthUnit& unit) {
  const bool insured = person_of(input, unit).relation == Relation::insured;
  if (unit.care == Care::nursing) {
    return insured ? Addition::nursing_insured : Addition::nursing_family;
  }
  return insured ? Addition::insured : Addition::family;
}

base::Yen& amount_of(MonthBenefit& result, Addition kind) {
  switch (kind) {
    case Addition::insured:
      return result.insured_addition;
    case Addition::family:
      return result.family_addition;
    case Addition::combined:
      return result.combined_addition;
    default:
      return result.nursing_addition;
  }
}

/// 合算高額療養費付加金
void combined_addition(const MonthInput& input, const Shares& shares, MonthBenefit& result,
                       Steps& basis) {
  const auto rules = input.additional->of(Addition::combined, input.of);
  if (!rules) return;
  Yen paid;
  for (std::size_t at = 0; at < input.units.size(); ++at) {
    if (shares.joined[at]) paid += std::min(input.units[at].burden, input.units[at].paid);
  }
  basis.push_back(
      {{"合算高額療養費付加金", "Addition to the household's benefit"}, "健康保険法53条・規約"});
  result.combined_addition = addition(paid, result.high_cost, *rules,
                                      times_kept(input, shares.joined, rules->combined_by), basis);
}

/// 一部負担還元金, 家族療養付加金, 訪問看護療養費付加金, 合算高額療養費付加金; what each unit gets
/// of them.
std::vector<Yen> additions(const MonthInput& input, const Shares& shares, MonthBenefit& result,
                           Steps& basis) {
  std::vector<Yen> by_unit(input.units.size());
  if (shares.combined) combined_addition(input, shares, result, basis);
  for (std::size_t at = 0; at < input.units.size(); ++at) {
    if (shares.combined && shares.joined[at]) continue;
    const auto& unit = input.units[at];
    // No kind of the society's rules is about 療養費 alone.
    if (unit.care == Care::medical_expense) continue;
    const auto kind = kind_of(input, unit);
    const auto rules = input.additional->of(kind, person_of(input, unit).of);
    const Yen paid = std::min(unit.burden, unit.paid);
    if (!rules || paid <= rules->threshold) continue;
    const auto number = base::Plain(static_cast<std::int64_t>(at + 1));
    basis.push_back({{base::Plain::name(wording(kind)) + "（計算の単位 " + number + "）",
                      "Additional benefit, unit " + number},
                     "健康保険法53条・規約"});
    // Without a joint benefit at most one unit has a benefit in cash: the only one that joined.
    const Yen own = shares.joined[at] ? result.high_cost : Yen();
    by_unit[at] = addition(paid, own, *rules, 1, basis);
    amount_of(result, kind) += by_unit[at];
  }
  return by_unit;
}

/// Divides a benefit among units by what each has left, yen dropped.
void divide(Yen benefit, const std::vector<bool>& among, MonthLeft& left) {
  Yen sum;
  for (std::size_t at = 0; at < among.size(); ++at) {
    if (among[at]) sum += left.by_unit[at];
  }
  if (benefit <= Yen() || sum <= Yen()) return;
  const auto before = left.by_unit;
  int units = 0;
  for (std::size_t at = 0; at < among.size(); ++at) {
    if (!among[at] || before[at] <= Yen()) continue;
    ++units;
    const auto part =
        base::Share::of(base::Share::Wide{benefit.amount()} * before[at].amount(), sum.amount());
    left.by_unit[at] -= std::min(before[at], part.truncated());
  }
  left.prorated = left.prorated || units > 1;
}

/// 施行令41条5項: takes off what the outpatient limit of each person of 70 to 74 gave.
Result<Yen> take_off_outpatient(const MonthInput& input, MonthLeft& left) {
  Yen given;
  for (std::size_t person = 0; person < input.people.size(); ++person) {
    const auto& of = input.people[person];
    if (of.turning_75 == Turning75::yes || !has_outpatient_limit(of.of)) continue;
    Yen sum;
    Yen cost;
    for (const auto& unit : input.units) {
      const bool counts =
          static_cast<std::size_t>(unit.person) == person && unit.setting == Setting::outpatient;
      if (counts) sum += unit.burden, cost += unit.cost;
    }
    const auto limit = KENPO_TRY(high_cost_limit(
        {input.month, of.of, Scope::outpatient, cost, input.frequent, Turning75::no}));
    Yen excess = std::max(Yen(), sum - limit.value.value_or(sum));
    given += excess;
    for (std::size_t at = 0; at < input.units.size(); ++at) {
      const auto& unit = input.units[at];
      if (static_cast<std::size_t>(unit.person) != person || unit.setting != Setting::outpatient) {
        continue;
      }
      const Yen taken = std::min(excess, left.by_unit[at]);
      left.by_unit[at] -= taken;
      excess -= taken;
    }
  }
  return given;
}

/// 施行令42条1項ただし書: months with outpatient benefits of people of 70 to 74 alone do not count.
bool counts(const MonthInput& input, const HouseholdBenefit& household, Yen of_turning_75) {
  if (household.total > household.outpatient_only || of_turning_75 > Yen()) return true;
  return std::ranges::any_of(input.units, [&](const MonthUnit& unit) {
    if (unit.in_kind <= Yen()) return false;
    const bool outpatient_limit =
        unit.setting == Setting::outpatient && has_outpatient_limit(person_of(input, unit).of);
    return !outpatient_limit;
  });
}

/// The benefit with what the units are joined by and what each gets in addition.
struct Settled {
  Decision<MonthBenefit> decision = {};
  Shares shares = {};
  std::vector<Yen> additions = {};
};

Result<Settled> settle_month(const MonthInput& input) {
  Settled settled{.additions = std::vector<Yen>(input.units.size())};
  auto& result = settled.decision.value;
  auto& basis = settled.decision.basis;
  for (const auto& unit : input.units) result.in_kind += unit.in_kind;
  Yen of_turning_75;
  const auto units = KENPO_TRY(units_of(input, of_turning_75, basis));
  const auto household = KENPO_TRY(household_division(
      {.month = input.month, .of = input.of, .units = units, .frequent = input.frequent}));
  append_steps(basis, household.basis);
  result.high_cost = household.value.total + of_turning_75;
  result.counts_as_frequent = counts(input, household.value, of_turning_75);
  settled.shares = KENPO_TRY(shares_of(input, household.value));
  if (input.additional) settled.additions = additions(input, settled.shares, result, basis);
  return settled;
}

}  // namespace of_months

// 健康保険法53条・115条; 施行令41条・42条
base::Result<law::Decision<MonthBenefit>> month_benefit(const MonthInput& input) {
  return KENPO_TRY(of_months::settle_month(input)).decision;
}

// 健康保険法施行令41条の2; 平29保保発1204第2号
base::Result<MonthLeft> left_after_benefits(const MonthInput& input) {
  using namespace of_months;
  const auto settled = KENPO_TRY(settle_month(input));
  const auto& benefit = settled.decision.value;
  MonthLeft left;
  for (const auto& unit : input.units) left.by_unit.push_back(std::min(unit.burden, unit.paid));
  const Yen outpatient = KENPO_TRY(take_off_outpatient(input, left));
  divide(benefit.high_cost - outpatient, settled.shares.joined, left);
  divide(benefit.combined_addition, settled.shares.joined, left);
  for (std::size_t at = 0; at < left.by_unit.size(); ++at) {
    left.by_unit[at] -= std::min(left.by_unit[at], settled.additions[at]);
  }
  return left;
}

}  // namespace kenpo::benefit
