#include "premium/notification_change_rule.h"

#include <algorithm>

#include "remuneration/grade_rule.h"

namespace kenpo::premium {

namespace {

using base::Date;
using base::Result;
using eligibility::Circumstance;
using eligibility::CircumstanceKind;
using eligibility::DependentLink;
using eligibility::NotificationEffect;
using eligibility::NotificationFacts;

const Date no_last_day = *Date::make(9999, 12, 31);

base::Span span_of(Date from, const std::optional<Date>& until) {
  return {from, until.value_or(no_last_day)};
}

/// The spans of one that the other does not hold. Both are one span from a day on.
void add_difference(std::vector<base::Span>& found, const DependentLink& one,
                    const DependentLink* other) {
  if (other == nullptr) {
    found.push_back(span_of(one.from, one.until));
    return;
  }
  if (one.from < other->from) {
    const auto last = other->from.plus_days(-1);
    found.push_back(span_of(one.from, one.until ? std::min(*one.until, last) : last));
  }
  if (!other->until || (one.until && *one.until <= *other->until)) return;
  found.push_back(span_of(std::max(one.from, other->until->plus_days(1)), one.until));
}

}  // namespace

// 健康保険法42条・48条・156条
Result<law::Decision<ChangedFacts>> change_of_notification(const KnownFacts& known,
                                                           const NotificationFacts&,
                                                           const NotificationEffect& effect) {
  law::Decision<ChangedFacts> decision;
  decision.basis = effect.basis;
  if (effect.person) decision.value.people.push_back(*effect.person);
  decision.value.periods = effect.periods;
  const auto& pay = effect.pay;
  const bool decided_at_once = pay && pay->form == eligibility::PayForm::acquisition &&
                               pay->capped == eligibility::YesNo::no;
  if (!decided_at_once) return decision;
  const auto from = pay->on.in_month();
  auto found = KENPO_TRY(remuneration::explain_grade(from.first_day(), pay->amount));
  std::ranges::move(found.basis, std::back_inserter(decision.basis));
  const bool stands = std::ranges::any_of(known.standards, [&](const auto& one) {
    return one.period == pay->period && one.from == from;
  });
  if (stands) return decision;
  decision.value.standards.push_back({.person = pay->person,
                                      .period = pay->period,
                                      .kind = remuneration::DeterminationKind::acquisition,
                                      .from = from,
                                      .monthly = pay->amount,
                                      .standard = found.value.standard,
                                      .grade = found.value.number,
                                      .source = pay->id});
  return decision;
}

// 健康保険法118条1項・158条
KnownFacts with_detentions(KnownFacts known, const NotificationFacts& facts,
                           const NotificationEffect& effect) {
  auto circumstances = facts.circumstances;
  for (const auto& one : effect.circumstances) {
    std::erase_if(circumstances, [&](const Circumstance& old) { return old.id == one.id; });
    circumstances.push_back(one);
  }
  known.detentions.emplace();
  for (const auto& one : circumstances) {
    if (one.kind != CircumstanceKind::detention) continue;
    known.detentions->push_back({one.from, one.until});
  }
  return known;
}

CoverChange dependents_cover(const base::PersonId& dependent, const NotificationFacts& facts,
                             const NotificationEffect& effect) {
  CoverChange cover;
  for (const auto& after : effect.links) {
    if (after.dependent != dependent) continue;
    const auto at = std::ranges::find(facts.dependents, after.id, &DependentLink::id);
    const auto* before = at == facts.dependents.end() ? nullptr : &*at;
    add_difference(cover.gained, after, before);
    if (before != nullptr) add_difference(cover.lost, *before, &after);
  }
  return cover;
}

}  // namespace kenpo::premium
