#include "premium/change_list_act.h"

#include <algorithm>

#include "eligibility/person_merge_store.h"
#include "eligibility/scope.h"
#include "premium/change_effect_act.h"
#include "premium/change_scope_act.h"
#include "premium/change_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/posting_store.h"

namespace kenpo::premium {

namespace {

using base::Result;
using eligibility::Ledger;
using eligibility::MemberAccess;

bool any_period_in_scope(const notice::Recorder& recorder, const KnownFacts& known) {
  if (known.people.empty()) return false;
  if (known.periods.empty()) return all_in_scope(recorder, known);
  return std::ranges::any_of(known.periods, [&](const eligibility::InsuredPeriod& period) {
    return recorder.in_scope(period.establishment);
  });
}

/// The name with the number of the latest period, if any is left.
eligibility::InsuredName name_of(const KnownFacts& known) {
  eligibility::InsuredName name;
  if (!known.people.empty()) {
    // As on every list: a protected person has neither name nor number here.
    if (known.people.front().sheltered == eligibility::Sheltered::yes) {
      return {.name = eligibility::sheltered_name, .sheltered = eligibility::Sheltered::yes};
    }
    name.name = known.people.front().name;
  }
  const auto& periods = known.periods.empty() ? known.insured_periods : known.periods;
  if (!periods.empty()) {
    name.symbol = periods.back().symbol;
    name.number = periods.back().number;
  }
  return name;
}

Result<std::vector<PostedSince>> posted_since(const store::View& view, const MemberAccess& access,
                                              const SavedChange& change,
                                              const ChangeEffect& effect, base::Moment now) {
  std::vector<PostedSince> posted;
  auto people = KENPO_TRY(eligibility::identities_of(view, change.person, now));
  for (const auto& insured : effect.insured) {
    for (const auto& id : KENPO_TRY(eligibility::identities_of(view, insured.person, now))) {
      people.push_back(id);
    }
  }
  for (const auto& person : people) {
    for (const auto& one : KENPO_TRY(postings_of(view, access, person, now))) {
      if (one.posted_at < change.decided_at || one.month == one.billed) continue;
      posted.push_back({one.month, one.billed, one.kind, one.total, one.insured});
    }
  }
  return posted;
}

}  // namespace

Result<ChangeGround> show_change_ground(Ledger& ledger, const notice::Acting& acting,
                                        const base::PersonId& person) {
  const auto work = [&](const notice::Permit<premium_change_list>& permit) -> Result<ChangeGround> {
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto people = KENPO_TRY(eligibility::identities_of(view, person, now));
    ChangeGround ground;
    ground.known = KENPO_TRY(known_facts(view, access, people, now));
    if (!any_period_in_scope(permit.recorder(), ground.known)) return notice::out_of_scope_fault();
    ground.insured = name_of(ground.known);
    for (const auto& id : people) {
      for (auto& one : KENPO_TRY(changes_of(view, access, id))) {
        ground.changes.push_back(std::move(one));
      }
    }
    return ground;
  };
  return ledger.gate.perform<premium_change_list>(acting, work);
}

Result<ChangePage> show_changes(Ledger& ledger, const notice::Acting& acting,
                                std::int64_t skipped) {
  const auto work = [&](const notice::Permit<premium_change_list>& permit) -> Result<ChangePage> {
    if (!eligibility::unlimited(permit.recorder())) return notice::out_of_scope_fault();
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    ChangePage page;
    page.count = KENPO_TRY(count_changes(view, access));
    for (auto& change : KENPO_TRY(list_changes(view, access, skipped, changes_of_a_page))) {
      const auto known = KENPO_TRY(known_facts(view, access, {change.person}, now));
      page.changes.push_back({std::move(change), name_of(known)});
    }
    return page;
  };
  return ledger.gate.perform<premium_change_list>(acting, work);
}

Result<ChangeView> show_change(Ledger& ledger, const notice::Acting& acting, const ChangeId& id) {
  const auto work = [&](const notice::Permit<premium_change_list>& permit) -> Result<ChangeView> {
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto change = KENPO_TRY(find_change(view, access, id));
    if (!change) return notice::out_of_scope_fault();
    const auto people = KENPO_TRY(eligibility::identities_of(view, change->person, now));
    const auto before =
        KENPO_TRY(known_facts(view, access, people, change->decided_at.plus_milliseconds(-1)));
    const auto after = KENPO_TRY(known_facts(view, access, people, change->decided_at));
    if (!any_period_in_scope(permit.recorder(), before) &&
        !any_period_in_scope(permit.recorder(), after)) {
      return notice::out_of_scope_fault();
    }
    const auto runs = KENPO_TRY(list_runs(view));
    auto effect = KENPO_TRY(effect_between(view, access, people, before, after, now));
    auto posted = KENPO_TRY(posted_since(view, access, *change, effect, now));
    return ChangeView{.change = *change,
                      .reversal = KENPO_TRY(find_reversal(view, access, id)),
                      .insured = name_of(before.periods.empty() ? after : before),
                      .effect = std::move(effect),
                      .posted = std::move(posted),
                      .levied = !runs.empty() && change->decided_at < runs.back().facts_at};
  };
  return ledger.gate.perform<premium_change_list>(acting, work);
}

}  // namespace kenpo::premium
