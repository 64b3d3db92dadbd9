#include "premium/notification_change_rule.h"

#include <algorithm>
#include <iterator>

#include "premium/change_effect_rule.h"
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

// 健康保険法附則7条1項
KnownFacts with_notified_dependents(KnownFacts known, const NotificationFacts& facts,
                                    const NotificationEffect& effect) {
  const auto born_of = [&](const base::PersonId& dependent) -> std::optional<Date> {
    for (const auto* person : {&effect.dependent, &facts.dependent}) {
      if (*person && (*person)->id == dependent) return (*person)->born;
    }
    return std::nullopt;
  };
  for (auto& one : known.care_dependents) {
    if (const auto born = born_of(one.link.dependent)) one.born = *born;
  }
  for (const auto& link : effect.links) {
    const auto standing = std::ranges::find_if(
        known.care_dependents,
        [&](const KnownDependent& one) { return one.link.id == link.id; });
    if (standing != known.care_dependents.end()) {
      standing->link = link;
    } else if (const auto born = born_of(link.dependent)) {
      known.care_dependents.push_back({.link = link, .born = *born});
    }
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
    auto moved = cover_of_link(before, &after);
    std::ranges::move(moved.lost, std::back_inserter(cover.lost));
    std::ranges::move(moved.gained, std::back_inserter(cover.gained));
  }
  return cover;
}

}  // namespace kenpo::premium
