#include "premium/change_effect_act.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "eligibility/person_merge_store.h"
#include "premium/change_effect_rule.h"
#include "premium/change_rule.h"
#include "premium/change_scope_act.h"
#include "premium/change_store.h"
#include "premium/levy_facts_act.h"
#include "premium/levy_ledger_store.h"
#include "premium/limitation_rule.h"
#include "premium/period_move_act.h"
#include "premium/rate_requirement_store.h"
#include "premium/society_rate_store.h"
#include "premium/voluntary_month_rule.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using eligibility::MemberAccess;

/// The months that the levy has made or is about to make, and what becomes of their differences.
struct Looked {
  std::vector<std::pair<Month, Settlement>> months;
  std::optional<Month> last_levied;
  Month oldest;
};

// 健康保険法193条1項
Result<Looked> months_to_look_at(const store::View& view, base::Date today) {
  Looked looked;
  looked.oldest = KENPO_TRY(first_collectible_month(today));
  const auto runs = KENPO_TRY(list_runs(view));
  for (const auto& run : runs) {
    const bool lapsed = run.month < looked.oldest;
    looked.months.emplace_back(run.month, lapsed ? Settlement::lapsed : Settlement::next_levy);
    looked.last_levied = run.month;
  }
  const auto this_month = today.in_month();
  auto next = looked.last_levied ? looked.last_levied->plus(1) : this_month;
  for (; next <= this_month; next = next.plus(1)) {
    looked.months.emplace_back(next, Settlement::own_levy);
  }
  if (looked.months.size() > effect_months_limit) {
    looked.months.erase(looked.months.begin(), looked.months.end() - effect_months_limit);
  }
  return looked;
}

/// A month that has not been levied may still lack its rates: it is left out.
Result<std::optional<SocietyRates>> rates_for(const store::View& view, Month month,
                                              Settlement settlement) {
  auto rates = rates_of(view, month);
  if (rates.ok()) return std::optional(*rates);
  if (settlement == Settlement::own_levy) return std::optional<SocietyRates>();
  return std::move(rates).faults();
}

/// What is read for the effects of one change.
struct Ground {
  const store::View& view;
  const MemberAccess& access;
  base::Moment now;
  Looked looked;
};

/// The effects of the months on these people between the two states of their facts.
Result<std::vector<MonthEffect>> effects_on(const Ground& ground,
                                            const std::vector<base::PersonId>& people,
                                            const KnownFacts& before, const KnownFacts& after) {
  std::vector<MonthEffect> effects;
  const auto loaded = KENPO_TRY(load_facts_of(ground.view, ground.access, people, ground.now));
  const auto old_facts = facts_with(loaded, before);
  const auto new_facts = facts_with(loaded, after);
  const auto old_alone = voluntary_facts_of(before);
  const auto new_alone = voluntary_facts_of(after);
  for (const auto& [month, settlement] : ground.looked.months) {
    const auto rates = KENPO_TRY(rates_for(ground.view, month, settlement));
    if (!rates) break;
    for (auto& one : KENPO_TRY(effects_in(old_facts, new_facts, month, *rates, settlement))) {
      effects.push_back(std::move(one));
    }
    if (old_alone.empty() && new_alone.empty()) continue;
    const auto of_month = KENPO_TRY(voluntary_rate_month(month));
    const auto alone = KENPO_TRY(rates_for(ground.view, of_month, settlement));
    if (!alone) continue;
    for (auto& one : KENPO_TRY(
             effects_in(old_alone, new_alone, month, *alone, settlement, Bearer::alone))) {
      effects.push_back(std::move(one));
    }
  }
  return effects;
}

EffectInsured named(const KnownFacts& insured) {
  const auto& person = insured.people.front();
  EffectInsured made{.person = person.id, .sheltered = person.sheltered};
  if (made.sheltered == eligibility::Sheltered::yes) return made;
  made.name = person.name;
  if (!insured.periods.empty()) {
    made.symbol = insured.periods.back().symbol;
    made.number = insured.periods.back().number;
  }
  return made;
}

/// 特定被保険者 (健康保険法附則7条1項): the insured people whose dependent is changed owe another care
/// premium for it.
Result<> add_insured(const Ground& ground, const std::vector<base::PersonId>& people,
                     const KnownFacts& before, const KnownFacts& after, ChangeEffect& effect) {
  if (!KENPO_TRY(ever_charges_specific(ground.view))) return base::Done{};
  std::set<base::PersonId> looked_at(people.begin(), people.end());
  for (const auto* side : {&before, &after}) {
    for (const auto& link : side->links) {
      const auto identities =
          KENPO_TRY(eligibility::identities_of(ground.view, link.insured, ground.now));
      if (!looked_at.insert(identities.front()).second) continue;
      const auto insured =
          KENPO_TRY(known_facts(ground.view, ground.access, identities, ground.now));
      if (insured.people.empty()) continue;
      auto months = KENPO_TRY(effects_on(ground, identities, with_dependents(insured, before),
                                         with_dependents(insured, after)));
      if (months.empty()) continue;
      effect.insured.push_back(named(insured));
      for (auto& one : months) {
        one.insured = effect.insured.back().person;
        effect.months.push_back(std::move(one));
      }
    }
  }
  std::ranges::sort(effect.months, {}, [](const MonthEffect& one) {
    return std::tuple(one.month, one.kind, one.period, one.establishment);
  });
  return base::Done{};
}

/// The dependents of the person whose times move with the change.
std::vector<Touched> dependents_touched(const KnownFacts& known, const ChangedFacts& changed) {
  std::vector<Touched> touched;
  for (const auto& before : known.dependents) {
    const auto same = [&](const eligibility::DependentLink& one) { return one.id == before.id; };
    const auto after = std::ranges::find_if(changed.links, same);
    const bool ended = std::ranges::any_of(changed.ended_links, same);
    if (after == changed.links.end() && !ended) continue;
    touched.push_back({before.dependent,
                       cover_of_link(&before, ended ? nullptr : &*after)});
  }
  return touched;
}

}  // namespace

Result<ChangeEffect> effect_between(const store::View& view, const MemberAccess& access,
                                    const std::vector<base::PersonId>& people,
                                    const KnownFacts& before, const KnownFacts& after,
                                    base::Moment now) {
  const Ground ground{view, access, now, KENPO_TRY(months_to_look_at(view, now.day()))};
  ChangeEffect effect{.person = people.front(),
                      .oldest = ground.looked.oldest,
                      .last_levied = ground.looked.last_levied,
                      .cover = cover_between(before, after),
                      .follow_ups = KENPO_TRY(follow_ups(before, after, now.day()))};
  if (!before.people.empty()) effect.sheltered = before.people.front().sheltered;
  effect.months = KENPO_TRY(effects_on(ground, people, before, after));
  KENPO_TRY(add_insured(ground, people, before, after, effect));
  effect.claimed = sum_of(effect.months, Settlement::next_levy);
  const auto own = sum_of(effect.months, Settlement::own_levy);
  effect.claimed.by_kind += own.by_kind;
  effect.claimed.insured += own.insured;
  effect.claimed.employer += own.employer;
  effect.lapsed = sum_of(effect.months, Settlement::lapsed);
  return effect;
}

void ask_neighbours(const notice::Acting& acting, const ChangeNeighbours& neighbours,
                    const std::vector<Touched>& touched, ChangeEffect& effect) {
  if (!neighbours.claims && !neighbours.certificates) return;
  effect.neighbours = Neighbours::asked;
  bool may_see_claims = true;
  bool may_see_papers = true;
  std::vector<AffectedClaim> claims;
  std::vector<AffectedCertificate> papers;
  for (const auto& one : touched) {
    const bool moves = !one.cover.lost.empty() || !one.cover.gained.empty();
    if (neighbours.claims && moves) {
      auto found = neighbours.claims(acting, one.person, one.cover);
      may_see_claims = may_see_claims && found.ok();
      if (found.ok()) std::ranges::move(*found, std::back_inserter(claims));
    }
    if (!neighbours.certificates) continue;
    auto of_person = effect;
    of_person.person = one.person;
    of_person.cover = one.cover;
    auto found = neighbours.certificates(acting, of_person);
    may_see_papers = may_see_papers && found.ok();
    if (found.ok()) std::ranges::move(*found, std::back_inserter(papers));
  }
  if (may_see_claims) effect.claims = std::move(claims);
  if (may_see_papers) effect.certificates = std::move(papers);
}

Result<ChangeEffect> preview_change(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    const ProposedChange& change,
                                    const ChangeNeighbours& neighbours) {
  std::vector<Touched> touched;
  const auto work =
      [&](const notice::Permit<premium_change_preview>& permit) -> Result<ChangeEffect> {
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto people = KENPO_TRY(eligibility::identities_of(view, change.person, now));
    const auto known = KENPO_TRY(known_facts(view, access, people, now));
    KENPO_TRY(check_in_scope(permit.recorder(), known, change));
    const auto numbered = KENPO_TRY(with_number(view, access, known, change));
    const auto decision = KENPO_TRY(decide_change(known, numbered));
    auto effect =
        KENPO_TRY(effect_between(view, access, people, known, applied(known, decision.value), now));
    effect.lines = remuneration::lines_of(decision.basis);
    touched = dependents_touched(known, decision.value);
    return effect;
  };
  auto effect = KENPO_TRY(ledger.gate.perform<premium_change_preview>(acting, work));
  touched.insert(touched.begin(), Touched{change.person, effect.cover});
  ask_neighbours(acting, neighbours, touched, effect);
  return effect;
}

}  // namespace kenpo::premium
