#include "premium/assessment_rule.h"

#include <algorithm>

#include "remuneration/two_workplaces_rule.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using base::Yen;

const StandardFrom* standard_in(const PeriodFacts& facts, Month month) {
  const StandardFrom* held = nullptr;
  for (const auto& standard : facts.standards) {
    if (standard.from <= month) held = &standard;
  }
  return held;
}

/// The pay of each workplace behind the standard; nullptr for one workplace.
const WorkplacesFrom* workplaces_of(const PeriodFacts& facts, const StandardFrom& standard) {
  const auto found = std::ranges::find(facts.workplaces, standard.from, &WorkplacesFrom::from);
  return found == facts.workplaces.end() ? nullptr : &*found;
}

std::int64_t of(const std::optional<Owed>& owed) { return owed ? owed->parts.sum() : 0; }

void add_to(CauseParts& causes, Cause cause, std::int64_t millionths) {
  causes.millionths[static_cast<std::size_t>(cause)] += millionths;
}

/// The premium of the same person and standard at other rates, or with another care.
std::int64_t worked_out_again(const Owed& like, Care care, const SocietyRates& rates) {
  const auto sum = owed_of(like.standard, care, rates).parts.sum();
  if (!like.ratio) return sum;
  return base::Share::of(base::Share::Wide{sum} * like.ratio->own.amount(),
                         like.ratio->all.amount())
      .truncated()
      .amount();
}

/// Charged in both months: rates, then age, then standard, so that the steps make the difference.
void split_change(CauseParts& causes, const Owed& before, const Owed& now,
                  const SocietyRates& rates_before, const SocietyRates& rates_now) {
  const auto at_old_rates = before.parts.sum();
  const auto at_new_rates = rates_before == rates_now
                                ? at_old_rates
                                : worked_out_again(before, before.care, rates_now);
  const auto at_new_age = before.care == now.care
                              ? at_new_rates
                              : worked_out_again(before, now.care, rates_now);
  add_to(causes, Cause::rate, at_new_rates - at_old_rates);
  add_to(causes, Cause::age, at_new_age - at_new_rates);
  add_to(causes, Cause::remuneration, now.parts.sum() - at_new_age);
}

}  // namespace

// 健康保険法158条: 前月から引き続き被保険者
Insured unbroken(const PeriodFacts& facts) {
  return {facts.insured_since.value_or(facts.insured.acquired), facts.insured.lost};
}

void find_unbroken(std::span<PeriodFacts> facts) {
  for (std::size_t at = 1; at < facts.size(); ++at) {
    const auto& before = facts[at - 1];
    auto& now = facts[at];
    const bool goes_on = before.person == now.person && before.insured.lost == now.insured.acquired;
    now.insured_since = std::nullopt;
    if (goes_on) now.insured_since = unbroken(before).acquired;
  }
}

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

void add_workplaces(PeriodFacts& facts, const remuneration::StandardRemuneration& decision,
                    const std::vector<remuneration::WorkplacePay>& known) {
  if (known.empty()) return;
  const auto found =
      std::ranges::find(known, decision.source, &remuneration::WorkplacePay::source);
  if (found != known.end()) facts.workplaces.push_back({decision.from, found->monthly});
}

// 健康保険法161条4項; 施行令47条1項
Result<Owed> divided_by_pay(const Owed& whole, const SocietyRates& rates,
                            std::span<const Yen> monthly) {
  const auto insured = applied_rate(rates.together(), whole.care).insured;
  const auto shares =
      KENPO_TRY(remuneration::divide_by_pay(whole.total, insured, whole.standard, monthly));
  Yen all;
  for (const auto one : monthly) all += one;
  auto owed = whole;
  owed.ratio = WorkplaceRatio{monthly.front(), all};
  owed.total = shares.front().total;
  owed.insured = shares.front().insured;
  // Exact to a millionth of a yen, as every part; what is under it is dropped.
  for (auto& part : owed.parts.millionths) {
    part = base::Share::of(base::Share::Wide{part} * monthly.front().amount(), all.amount())
               .truncated()
               .amount();
  }
  return owed;
}

// 健康保険法156条, 158条, 159条, 159条の3
Result<OwedMonth> owed_in(const PeriodFacts& facts, Month month, const SocietyRates& rates) {
  OwedMonth owed;
  if (!month_charged(facts.insured, month)) return owed;
  owed.exempt = KENPO_TRY(exemption_by(facts.leaves, month));
  if (detention_frees(unbroken(facts), facts.detentions, month)) owed.exempt = {true, true};
  const auto* standard = standard_in(facts, month);
  owed.without_standard = standard == nullptr;
  bool charged = KENPO_TRY(care_charged(facts.born, month));
  if (charged && !facts.care_exclusions.empty()) {
    charged = !KENPO_TRY(outside_care(facts.care_exclusions, facts.born, month));
  }
  const Care care = charged ? Care::charged : Care::not_charged;
  if (standard != nullptr && !owed.exempt.monthly) {
    owed.monthly = owed_of(standard->standard, care, rates);
    if (const auto* workplaces = workplaces_of(facts, *standard)) {
      owed.monthly = KENPO_TRY(divided_by_pay(*owed.monthly, rates, workplaces->monthly));
    }
  }
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
