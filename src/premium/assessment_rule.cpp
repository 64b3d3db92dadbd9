#include "premium/assessment_rule.h"

#include <algorithm>

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using base::Yen;

std::optional<Yen> standard_in(const PeriodFacts& facts, Month month) {
  std::optional<Yen> held;
  for (const auto& standard : facts.standards) {
    if (standard.from <= month) held = standard.standard;
  }
  return held;
}

std::int64_t of(const std::optional<Owed>& owed) { return owed ? owed->parts.sum() : 0; }

void add_to(CauseParts& causes, Cause cause, std::int64_t millionths) {
  causes.millionths[static_cast<std::size_t>(cause)] += millionths;
}

/// Charged in both months: rates, then age, then standard, so that the steps make the difference.
void split_change(CauseParts& causes, const Owed& before, const Owed& now,
                  const SocietyRates& rates_before, const SocietyRates& rates_now) {
  const auto at_old_rates = before.parts.sum();
  const auto at_new_rates = rates_before == rates_now
                                ? at_old_rates
                                : owed_of(before.standard, before.care, rates_now).parts.sum();
  const auto at_new_age = before.care == now.care
                              ? at_new_rates
                              : owed_of(before.standard, now.care, rates_now).parts.sum();
  add_to(causes, Cause::rate, at_new_rates - at_old_rates);
  add_to(causes, Cause::age, at_new_age - at_new_rates);
  add_to(causes, Cause::remuneration, now.parts.sum() - at_new_age);
}

}  // namespace

// 健康保険法156条1項
Owed owed_of(Yen standard, Care care, const SocietyRates& rates) {
  Owed owed{.standard = standard, .care = care};
  const auto amount = standard.amount();
  owed.parts[RateKind::general_basic] = amount * rates.basic.total.millionths;
  owed.parts[RateKind::general_specific] = amount * rates.specific.total.millionths;
  owed.parts[RateKind::adjustment] = amount * rates.adjustment.total.millionths;
  owed.parts[RateKind::child] = amount * rates.child.total.millionths;
  if (care == Care::charged) {
    owed.parts[RateKind::care] = amount * rates.care.total.millionths;
  }
  const auto premium = month_premium(standard, rates.together(), care);
  owed.insured = premium.insured;
  owed.total = premium.total;
  return owed;
}

// 健康保険法156条, 158条, 159条, 159条の3
Result<OwedMonth> owed_in(const PeriodFacts& facts, Month month, const SocietyRates& rates) {
  OwedMonth owed;
  if (!month_charged(facts.insured, month)) return owed;
  owed.exempt = KENPO_TRY(exemption_by(facts.leaves, month));
  if (detention_frees(facts.insured, facts.detentions, month)) owed.exempt = {true, true};
  const auto standard = standard_in(facts, month);
  owed.without_standard = !standard.has_value();
  const bool charged = KENPO_TRY(care_charged(facts.born, month)) &&
                       !outside_care(facts.care_exclusions, month);
  const Care care = charged ? Care::charged : Care::not_charged;
  if (standard && !owed.exempt.monthly) owed.monthly = owed_of(*standard, care, rates);
  for (const auto& bonus : facts.bonuses) {
    if (bonus.month != month || !bonus_charged(facts.insured, bonus.paid_on)) continue;
    if (bonus.standard <= Yen() || owed.exempt.bonus) continue;
    owed.bonus = owed_of(bonus.standard, care, rates);
  }
  return owed;
}

CauseMask CauseParts::mask() const {
  CauseMask mask = 0;
  for (int at = 0; at < causes_count; ++at) {
    if (millionths[static_cast<std::size_t>(at)] != 0) mask |= mask_of(static_cast<Cause>(at));
  }
  return mask;
}

std::int64_t CauseParts::sum() const {
  std::int64_t sum = 0;
  for (const auto one : millionths) sum += one;
  return sum;
}

CauseParts causes_between(const PeriodFacts& facts, Month month, const OwedMonth& before,
                          const OwedMonth& now, const std::optional<SocietyRates>& rates_before,
                          const SocietyRates& rates_now) {
  CauseParts causes;
  add_to(causes, Cause::bonus, of(now.bonus) - of(before.bonus));
  if (before.monthly && now.monthly && rates_before) {
    split_change(causes, *before.monthly, *now.monthly, *rates_before, rates_now);
  } else if (before.exempt.monthly != now.exempt.monthly && (before.monthly || now.monthly)) {
    add_to(causes, Cause::leave, of(now.monthly) - of(before.monthly));
  } else if (now.monthly) {
    // Acquired this month, or charged for the first time since a standard was decided.
    const bool acquired = facts.insured.acquired.in_month() == month || !rates_before;
    add_to(causes, acquired ? Cause::acquisition : Cause::remuneration, of(now.monthly));
  } else if (before.monthly) {
    add_to(causes, Cause::loss, -of(before.monthly));
  }
  return causes;
}

}  // namespace kenpo::premium
