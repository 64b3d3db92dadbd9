#include "premium/assessment_rule.h"

#include <algorithm>

#include "premium/specific_insured_rule.h"
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

Insured insured_in(const PeriodFacts& facts, Month month) {
  const auto& own = facts.insured;
  const bool lost_for_good = !facts.handed_on && own.lost && own.lost->in_month() == month;
  return lost_for_good ? unbroken(facts) : own;
}

bool moved_on_in(const PeriodFacts& facts, Month month) {
  return facts.handed_on && facts.insured.lost && facts.insured.lost->in_month() == month;
}

void find_unbroken(std::span<PeriodFacts> facts) {
  if (!facts.empty()) facts.back().handed_on = false;
  for (std::size_t at = 1; at < facts.size(); ++at) {
    auto& before = facts[at - 1];
    auto& now = facts[at];
    const bool goes_on = before.person == now.person && before.insured.lost == now.insured.acquired;
    now.insured_since = std::nullopt;
    before.handed_on = goes_on;
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
  const auto together = rates.together(standard);
  if (care == Care::charged) {
    constexpr std::int64_t millionths_of_yen = 1'000'000;
    owed.parts[RateKind::care] = together.flat_care
                                     ? together.flat_care->total.amount() * millionths_of_yen
                                     : amount * rates.care.total.millionths;
  }
  const auto premium = month_premium(standard, together, care);
  owed.insured = premium.insured;
  owed.total = premium.total;
  return owed;
}

void add_workplaces(PeriodFacts& facts, const remuneration::StandardRemuneration& decision,
                    const std::vector<remuneration::WorkplacePay>& known) {
  if (known.empty()) return;
  const auto found =
      std::ranges::find(known, decision.source, &remuneration::WorkplacePay::source);
  if (found != known.end()) facts.workplaces.push_back({decision.from, found->places});
}

BonusFact bonus_fact(const remuneration::BonusDecision& decision,
                     const std::vector<remuneration::WorkplacePay>& known) {
  BonusFact fact{decision.month, decision.paid_on, decision.standard};
  if (!decision.divided) return fact;
  const auto found =
      std::ranges::find(known, *decision.divided, &remuneration::WorkplacePay::source);
  if (found != known.end()) fact.places = found->places;
  return fact;
}

OwedMonth at_workplace(const OwedMonth& owed, const base::EstablishmentId& home,
                       const base::EstablishmentId& establishment) {
  OwedMonth part = owed;
  part.elsewhere.clear();
  if (establishment == home) return part;
  const auto found = std::ranges::find(owed.elsewhere, establishment,
                                       &OwedElsewhere::establishment);
  part.monthly = found == owed.elsewhere.end() ? std::nullopt : found->monthly;
  part.bonus = found == owed.elsewhere.end() ? std::nullopt : found->bonus;
  return part;
}

std::vector<base::EstablishmentId> other_workplaces(const OwedMonth& one, const OwedMonth& other) {
  std::vector<base::EstablishmentId> places;
  for (const auto* month : {&one, &other}) {
    for (const auto& place : month->elsewhere) {
      if (std::ranges::find(places, place.establishment) != places.end()) continue;
      places.push_back(place.establishment);
    }
  }
  return places;
}

// 健康保険法161条4項; 施行令47条1項・2項
Result<std::vector<Owed>> divided_by_pay(const Owed& whole, const SocietyRates& rates,
                                         std::span<const Yen> pay) {
  const auto together = rates.together(whole.standard);
  const auto insured = base::Share(whole.standard) * applied_rate(together, whole.care).insured +
                       base::Share(applied_flat(together, whole.care).insured);
  const auto shares = KENPO_TRY(remuneration::divide_by_pay(whole.total, insured, pay));
  Yen all;
  for (const auto one : pay) all += one;
  std::vector<Owed> divided;
  auto left = whole.parts;
  for (std::size_t at = 0; at < pay.size(); ++at) {
    auto owed = whole;
    owed.ratio = WorkplaceRatio{pay[at], all};
    owed.total = shares[at].total;
    owed.insured = shares[at].insured;
    for (auto& part : owed.parts.millionths) {
      part = base::Share::of(base::Share::Wide{part} * pay[at].amount(), all.amount())
                 .truncated()
                 .amount();
    }
    left = left - owed.parts;
    divided.push_back(owed);
  }
  const auto highest = std::ranges::max_element(pay) - pay.begin();
  divided[static_cast<std::size_t>(highest)].parts += left;
  return divided;
}

namespace {

void add_share(std::optional<Owed>& owed, const Owed& share) {
  if (!owed) {
    owed = share;
    return;
  }
  owed->parts += share.parts;
  owed->insured += share.insured;
  owed->total += share.total;
  owed->ratio->own += share.ratio->own;
}

/// Divides the premium of the kind among the workplaces. A workplace that moved to the period's
/// establishment pays with it; one whose establishment is not known is billed nothing.
Result<> divide(OwedMonth& month, const PeriodFacts& facts, std::optional<Owed> OwedMonth::* kind,
                std::optional<Owed> OwedElsewhere::* kind_elsewhere, const SocietyRates& rates,
                const std::vector<remuneration::PaidAt>& places) {
  std::vector<Yen> pay;
  pay.reserve(places.size());
  for (const auto& place : places) pay.push_back(place.pay);
  const auto shares = KENPO_TRY(divided_by_pay(*(month.*kind), rates, pay));
  month.*kind = std::nullopt;
  for (std::size_t at = 0; at < places.size(); ++at) {
    const auto& where = places[at].establishment;
    const bool home = at == 0 || where == facts.establishment;
    if (shares[at].parts.is_zero() || (!home && !where)) continue;
    if (home) {
      add_share(month.*kind, shares[at]);
      continue;
    }
    auto found =
        std::ranges::find(month.elsewhere, *where, &OwedElsewhere::establishment);
    if (found == month.elsewhere.end()) {
      found = month.elsewhere.insert(found, OwedElsewhere{.establishment = *where});
    }
    add_share((*found).*kind_elsewhere, shares[at]);
  }
  return base::Done{};
}

}  // namespace

// 健康保険法156条1項・2項; 附則7条1項
Result<Care> care_in(const CareFacts& facts, Month month, const SocietyRates& rates) {
  bool charged = KENPO_TRY(care_charged(facts.born, month));
  if (charged && !facts.exclusions.empty()) {
    charged = !KENPO_TRY(outside_care(facts.exclusions, facts.born, month));
  }
  if (!charged && rates.specific_insured == SpecificInsured::charged) {
    charged = KENPO_TRY(specific_insured_in(facts.dependents, month));
  }
  return charged ? Care::charged : Care::not_charged;
}

// 健康保険法附則8条
Care care_of_bonus(Care care, const SocietyRates& rates) {
  return rates.care_bands.empty() ? care : Care::not_charged;
}

// 健康保険法156条, 158条, 159条, 159条の3
Result<OwedMonth> owed_in(const PeriodFacts& facts, Month month, const SocietyRates& rates) {
  OwedMonth owed;
  if (!month_charged(insured_in(facts, month), month)) return owed;
  owed.exempt = KENPO_TRY(exemption_by(facts.leaves, month));
  if (detention_frees(unbroken(facts), facts.detentions, month)) owed.exempt = {true, true};
  const auto* standard = standard_in(facts, month);
  // 156条1項: a month has one premium, however often the person moved within the society in it.
  const bool moved_on = moved_on_in(facts, month);
  owed.without_standard = standard == nullptr && !moved_on;
  const Care care = KENPO_TRY(
      care_in({facts.born, facts.care_exclusions, facts.care_dependents}, month, rates));
  if (standard != nullptr && !moved_on && !owed.exempt.monthly) {
    owed.monthly = owed_of(standard->standard, care, rates);
    if (const auto* workplaces = workplaces_of(facts, *standard)) {
      KENPO_TRY(divide(owed, facts, &OwedMonth::monthly, &OwedElsewhere::monthly, rates,
                       workplaces->places));
    }
  }
  for (const auto& bonus : facts.bonuses) {
    if (bonus.month != month || !bonus_charged(facts.insured, bonus.paid_on)) continue;
    if (bonus.standard <= Yen() || owed.exempt.bonus) continue;
    owed.bonus = owed_of(bonus.standard, care_of_bonus(care, rates), rates);
    if (bonus.places.empty()) continue;
    KENPO_TRY(divide(owed, facts, &OwedMonth::bonus, &OwedElsewhere::bonus, rates, bonus.places));
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
