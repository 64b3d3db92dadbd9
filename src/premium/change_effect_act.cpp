#include "premium/change_effect_act.h"

#include <algorithm>

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

}  // namespace

Result<ChangeEffect> effect_between(const store::View& view, const MemberAccess& access,
                                    const std::vector<base::PersonId>& people,
                                    const KnownFacts& before, const KnownFacts& after,
                                    base::Moment now) {
  const auto looked = KENPO_TRY(months_to_look_at(view, now.day()));
  ChangeEffect effect{.person = people.front(),
                      .oldest = looked.oldest,
                      .last_levied = looked.last_levied,
                      .cover = cover_between(before, after),
                      .follow_ups = KENPO_TRY(follow_ups(before, after, now.day()))};
  if (!before.people.empty()) effect.sheltered = before.people.front().sheltered;
  const auto loaded = KENPO_TRY(load_facts_of(view, access, people, now));
  const auto old_facts = facts_with(loaded, before);
  const auto new_facts = facts_with(loaded, after);
  const auto old_alone = voluntary_facts_of(before);
  const auto new_alone = voluntary_facts_of(after);
  for (const auto& [month, settlement] : looked.months) {
    const auto rates = KENPO_TRY(rates_for(view, month, settlement));
    if (!rates) break;
    for (auto& one : KENPO_TRY(effects_in(old_facts, new_facts, month, *rates, settlement))) {
      effect.months.push_back(std::move(one));
    }
    if (old_alone.empty() && new_alone.empty()) continue;
    const auto of_month = KENPO_TRY(voluntary_rate_month(month));
    const auto alone = KENPO_TRY(rates_for(view, of_month, settlement));
    if (!alone) continue;
    for (auto& one : KENPO_TRY(
             effects_in(old_alone, new_alone, month, *alone, settlement, Bearer::alone))) {
      effect.months.push_back(std::move(one));
    }
  }
  effect.claimed = sum_of(effect.months, Settlement::next_levy);
  const auto own = sum_of(effect.months, Settlement::own_levy);
  effect.claimed.by_kind += own.by_kind;
  effect.claimed.insured += own.insured;
  effect.claimed.employer += own.employer;
  effect.lapsed = sum_of(effect.months, Settlement::lapsed);
  return effect;
}

Result<ChangeEffect> preview_change(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    const ProposedChange& change,
                                    const ChangeNeighbours& neighbours) {
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
    return effect;
  };
  auto effect = KENPO_TRY(ledger.gate.perform<premium_change_preview>(acting, work));
  const bool cover_moves = !effect.cover.lost.empty() || !effect.cover.gained.empty();
  if (neighbours.claims || neighbours.certificates) effect.neighbours = Neighbours::asked;
  if (neighbours.claims && cover_moves) {
    auto claims = neighbours.claims(acting, change.person, effect.cover);
    if (claims.ok()) effect.claims = std::move(claims).value();
  }
  if (neighbours.certificates) {
    auto certificates = neighbours.certificates(acting, effect);
    if (certificates.ok()) effect.certificates = std::move(certificates).value();
  }
  return effect;
}

}  // namespace kenpo::premium
