#include "premium/member_ledger_act.h"

#include <algorithm>

#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "premium/posting_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::premium {

namespace {

using base::Result;
using eligibility::MemberAccess;

base::Fault not_known() {
  return {{"その日の台帳にこの人はいません", "The ledger of that day does not have the person"},
          {"その日までに当組合が把握していた記録がありません",
           "The society had no record of the person by that day"},
          {"基準日を変えてください", "Choose another day"},
          {}};
}

Result<bool> any_in_scope(const store::View& view, const MemberAccess& access,
                          const notice::Recorder& recorder, const MemberLedger& member,
                          base::Moment known_at) {
  const auto held = [&](const eligibility::InsuredPeriod& period) {
    return recorder.in_scope(period.establishment);
  };
  if (std::ranges::any_of(member.periods, held)) return true;
  // Of whom nothing but a cancelled period is left, belongs to no establishment.
  if (member.periods.empty() && member.dependent_of.empty()) {
    return eligibility::unlimited(recorder);
  }
  for (const auto& link : member.dependent_of) {
    const auto periods =
        KENPO_TRY(eligibility::periods_of(view, access, link.insured, known_at));
    if (std::ranges::any_of(periods, held)) return true;
  }
  return false;
}

}  // namespace

Result<MemberLedger> show_member(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const base::PersonId& person,
                                 std::optional<base::Date> known_on) {
  const auto work = [&](const notice::Permit<member_show>& permit) -> Result<MemberLedger> {
    const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto known_at =
        known_on ? base::start_of(known_on->plus_days(1)).plus_milliseconds(-1) : now;
    const auto identities = KENPO_TRY(eligibility::identities_of(view, person, known_at));
    const auto of_all = [&](auto&& rows) { return eligibility::of_all(identities, rows); };
    auto found = KENPO_TRY(eligibility::find_person(view, access, identities.front(), known_at));
    if (!found) return not_known();
    MemberLedger member{
        .person = std::move(*found), .known_on = known_at.day(), .identities = identities};
    member.periods = KENPO_TRY(of_all([&](const base::PersonId& id) {
      return eligibility::periods_of(view, access, id, known_at);
    }));
    member.dependent_of = KENPO_TRY(of_all([&](const base::PersonId& id) {
      return eligibility::links_of(view, access, id, known_at);
    }));
    if (!KENPO_TRY(any_in_scope(view, access, permit.recorder(), member, known_at))) {
      return notice::out_of_scope_fault();
    }
    for (auto& link : KENPO_TRY(of_all([&](const base::PersonId& id) {
           return eligibility::dependents_of(view, access, id, known_at);
         }))) {
      auto dependent =
          KENPO_TRY(eligibility::find_person(view, access, link.dependent, known_at));
      member.dependents.push_back({std::move(link), std::move(dependent)});
    }
    member.circumstances = KENPO_TRY(of_all([&](const base::PersonId& id) {
      return eligibility::circumstances_of(view, access, id, known_at);
    }));
    member.remunerations = KENPO_TRY(of_all([&](const base::PersonId& id) {
      return remuneration::remunerations_of(view, access, id, known_at);
    }));
    member.bonuses = KENPO_TRY(of_all([&](const base::PersonId& id) {
      return remuneration::bonuses_of(view, access, id, known_at);
    }));
    member.premiums = KENPO_TRY(of_all(
        [&](const base::PersonId& id) { return postings_of(view, access, id, known_at); }));
    return member;
  };
  return ledger.gate.perform<member_show>(acting, work);
}

base::Result<> reveal_member(eligibility::Ledger& ledger, const notice::Acting& acting,
                             const base::PersonId& person) {
  return ledger.gate.perform<member_reveal>(
      acting, [&](const notice::Permit<member_reveal>& permit) -> base::Result<> {
        permit.recorder().touched(person);
        return base::Done{};
      });
}

}  // namespace kenpo::premium
