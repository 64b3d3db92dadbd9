#include "premium/change_effect_rule.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "premium/voluntary_month_rule.h"

namespace kenpo::premium {

namespace {

using base::Result;
using base::Yen;
using eligibility::DependentLink;

/// One side of a month: what is owed there, by whom to whom.
using Key = std::tuple<eligibility::PeriodId, base::EstablishmentId, PremiumKind>;

struct Side {
  Owed owed;
  bool exempt = false;
};
struct Both {
  std::optional<Side> before;
  std::optional<Side> after;
};

PersonPremium premium_of(const Owed& owed) {
  return {.standard = owed.standard,
          .by_kind = billed_of(owed.parts),
          .insured = owed.insured,
          .employer = owed.total - owed.insured};
}

std::uint8_t bit(EffectCause cause) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(cause));
}

/// The same period's other side tells whether it is leave, the employer or the status that differs.
std::uint8_t effect_causes_of(const Key& key, const Both& both, const OwedMonth& exempt_before,
                              const OwedMonth& exempt_after, bool moved,
                               EffectCause of_care) {
  const bool is_bonus = std::get<PremiumKind>(key) == PremiumKind::bonus;
  if (moved) return bit(EffectCause::establishment);
  if (both.before && both.after) {
    std::uint8_t causes = 0;
    if (both.before->owed.standard != both.after->owed.standard) {
      causes |= bit(is_bonus ? EffectCause::bonus : EffectCause::standard);
    }
    if (both.before->owed.care != both.after->owed.care) causes |= bit(of_care);
    return causes;
  }
  const bool leave = is_bonus ? exempt_before.exempt.bonus != exempt_after.exempt.bonus
                              : exempt_before.exempt.monthly != exempt_after.exempt.monthly;
  if (leave) return bit(EffectCause::leave);
  return bit(is_bonus ? EffectCause::bonus : EffectCause::charged);
}

struct PeriodMonth {
  const PeriodFacts* facts;
  base::EstablishmentId establishment;
  OwedMonth owed;
};
using PeriodMonths = std::map<eligibility::PeriodId, PeriodMonth>;

Result<PeriodMonths> owed_by_period(const std::vector<PeriodFacts>& facts, base::Month month,
                                    const SocietyRates& rates, Bearer bearer) {
  PeriodMonths owed;
  for (const auto& one : facts) {
    auto month_owed = KENPO_TRY(bearer == Bearer::alone ? owed_alone_in(one, month, rates)
                                                        : owed_in(one, month, rates));
    owed.emplace(one.period, PeriodMonth{&one, one.establishment, std::move(month_owed)});
  }
  return owed;
}

void note(std::map<Key, Both>& found, const PeriodMonths& months,
          std::optional<Side> Both::* side) {
  for (const auto& [period, month] : months) {
    if (month.owed.monthly) {
      found[{period, month.establishment, PremiumKind::monthly}].*side = Side{*month.owed.monthly};
    }
    if (month.owed.bonus) {
      found[{period, month.establishment, PremiumKind::bonus}].*side = Side{*month.owed.bonus};
    }
    // 二以上事業所勤務
    for (const auto& [place, monthly, bonus] : month.owed.elsewhere) {
      if (monthly) found[{period, place, PremiumKind::monthly}].*side = Side{*monthly};
      if (bonus) found[{period, place, PremiumKind::bonus}].*side = Side{*bonus};
    }
  }
}

bool covered_on(const KnownFacts& facts, base::Date day) {
  for (const auto& period : facts.periods) {
    if (period.holds(day)) return true;
  }
  return std::ranges::any_of(facts.links, [&](const eligibility::DependentLink& link) {
    return link.from <= day && (!link.until || day <= *link.until);
  });
}

/// The days on which anybody's cover begins or ends, in order.
std::vector<base::Date> edges(const KnownFacts& before, const KnownFacts& after) {
  std::vector<base::Date> days;
  for (const auto* facts : {&before, &after}) {
    for (const auto& period : facts->periods) {
      days.push_back(period.acquired);
      if (period.lost) days.push_back(*period.lost);
    }
    for (const auto& link : facts->links) {
      days.push_back(link.from);
      if (link.until) days.push_back(link.until->plus_days(1));
    }
  }
  std::ranges::sort(days);
  const auto repeated = std::ranges::unique(days);
  days.erase(repeated.begin(), repeated.end());
  return days;
}

/// A span without end ends with the calendar of the program.
const base::Date last_day = base::Month::make(9999, 12)->last_day();

base::Span span_of(base::Date from, const std::optional<base::Date>& until) {
  return {from, until.value_or(last_day)};
}

/// The spans of one that the other does not hold. Both are one span from a day on.
void add_difference(std::vector<base::Span>& found, const DependentLink& one,
                    const DependentLink* other) {
  const bool apart = other == nullptr || (other->until && *other->until < one.from) ||
                     (one.until && *one.until < other->from);
  if (apart) {
    found.push_back(span_of(one.from, one.until));
    return;
  }
  if (one.from < other->from) found.push_back({one.from, other->from.plus_days(-1)});
  if (!other->until || (one.until && *one.until <= *other->until)) return;
  found.push_back(span_of(other->until->plus_days(1), one.until));
}

void add_span(std::vector<base::Span>& spans, base::Date from, base::Date to) {
  if (!spans.empty() && spans.back().to.plus_days(1) == from) {
    spans.back().to = to;
  } else {
    spans.push_back({from, to});
  }
}

}  // namespace

Result<std::vector<MonthEffect>> effects_in(const std::vector<PeriodFacts>& before,
                                            const std::vector<PeriodFacts>& after,
                                            base::Month month, const SocietyRates& rates,
                                            Settlement settlement, Bearer bearer) {
  const auto owed_before = KENPO_TRY(owed_by_period(before, month, rates, bearer));
  const auto owed_after = KENPO_TRY(owed_by_period(after, month, rates, bearer));
  std::map<Key, Both> found;
  note(found, owed_before, &Both::before);
  note(found, owed_after, &Both::after);
  const OwedMonth nothing;
  std::vector<MonthEffect> effects;
  for (const auto& [key, both] : found) {
    MonthEffect effect{.month = month,
                       .kind = std::get<PremiumKind>(key),
                       .period = std::get<eligibility::PeriodId>(key),
                       .establishment = std::get<base::EstablishmentId>(key),
                       .settlement = settlement};
    if (both.before) effect.before = premium_of(both.before->owed);
    if (both.after) effect.after = premium_of(both.after->owed);
    if (effect.before == effect.after) continue;
    const auto old = owed_before.find(effect.period);
    const auto now = owed_after.find(effect.period);
    const bool moved = old != owed_before.end() && now != owed_after.end() &&
                       old->second.establishment != now->second.establishment;
    const bool of_dependents = old != owed_before.end() && now != owed_after.end() &&
                               old->second.facts->care_dependents !=
                                   now->second.facts->care_dependents;
    effect.causes = effect_causes_of(
        key, both, old == owed_before.end() ? nothing : old->second.owed,
        now == owed_after.end() ? nothing : now->second.owed, moved,
        of_dependents ? EffectCause::dependent : EffectCause::care);
    effects.push_back(effect);
  }
  return effects;
}

EffectSum sum_of(const std::vector<MonthEffect>& effects, Settlement of) {
  EffectSum sum;
  for (const auto& effect : effects) {
    if (effect.settlement != of) continue;
    const auto difference = difference_of(effect);
    sum.by_kind += difference.by_kind;
    sum.insured += difference.insured;
    sum.employer += difference.employer;
  }
  return sum;
}

CoverChange cover_of_link(const DependentLink* before, const DependentLink* after) {
  CoverChange cover;
  if (after != nullptr) add_difference(cover.gained, *after, before);
  if (before != nullptr) add_difference(cover.lost, *before, after);
  return cover;
}

CoverChange cover_between(const KnownFacts& before, const KnownFacts& after) {
  CoverChange change;
  const auto days = edges(before, after);
  for (std::size_t at = 0; at < days.size(); ++at) {
    const auto to = at + 1 < days.size() ? days[at + 1].plus_days(-1) : last_day;
    const bool was = covered_on(before, days[at]);
    const bool is = covered_on(after, days[at]);
    if (was == is) continue;
    add_span(was ? change.lost : change.gained, days[at], to);
  }
  return change;
}

}  // namespace kenpo::premium
