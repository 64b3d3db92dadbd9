#include "benefit/changed_household_act.h"

#include <algorithm>
#include <map>
#include <utility>

#include "certificate/certificate_store.h"
#include "claim/claim_check_store.h"
#include "claim/claim_intake_store.h"
#include "claim/register_store.h"
#include "eligibility/dependent_link_store.h"
#include "remuneration/remuneration_store.h"
#include "review/request_store.h"

namespace kenpo::benefit {

namespace of_changes {

using base::Month;
using base::PersonId;
using base::Result;

/// What of the claims of a month of claiming may lead to a benefit.
class Candidates {
 public:
  void add(const claim::Claim& claim) {
    const auto cost = claim::yen_of(claim, claim.decided_points);
    const auto born = claim.born;
    const bool elderly =
        born && base::age_on(*born, claim.treated_in.last_day()) >= elderly_age_years;
    if (cost < candidate_cost_yen && !elderly) {
      // Several smaller claims of one institution are one unit.
      auto& sum = sums_[{claim.person, claim.treated_in}];
      sum.cost += cost;
      sum.as = claim.patient;
      return;
    }
    sums_[{claim.person, claim.treated_in}] = {candidate_cost_yen, claim.patient};
  }
  Result<> into(const store::View& view, const BenefitAccess& access,
                const eligibility::Identities& identities, base::Moment now,
                DirtyHouseholds& dirty) const {
    for (const auto& [key, sum] : sums_) {
      if (sum.cost < candidate_cost_yen) continue;
      const auto insured = KENPO_TRY(household_of(
          view, access.member, {key.first, key.second, sum.as}, identities, now));
      if (insured) dirty.emplace(*insured, key.second);
    }
    return base::Done{};
  }

 private:
  struct Sum {
    std::int64_t cost = 0;
    claim::Patient as = claim::Patient::unknown;
  };
  std::map<std::pair<PersonId, Month>, Sum> sums_;
};

/// Everybody about whom something changed that the calculation looks at.
Result<std::set<PersonId>> changed_people(const store::View& view, const BenefitKeys& keys,
                                          base::Moment since, base::Moment now) {
  const auto& member = keys.facts.member;
  auto people = KENPO_TRY(claim::people_decided_since(view, member, since, now));
  const auto note = [&](const PersonId& person) { people.insert(person); };
  KENPO_TRY(remuneration::each_remuneration_change(
      view, member, since, [&](const PersonId& person, base::Date) { note(person); }));
  KENPO_TRY(certificate::each_certificate_change(view, member, since, note));
  KENPO_TRY(claim::each_check_since(view, keys.facts.claim, since, note));
  KENPO_TRY(review::each_result_since(view, keys.facts.claim, since, note));
  KENPO_TRY(eligibility::each_merge_change(view, since,
                                           [&](const PersonId& kept, const PersonId& merged) {
                                             people.insert({kept, merged});
                                           }));
  return people;
}

/// The household and month of each 療養費.
Result<> add_expenses(const store::View& view, const BenefitKeys& keys,
                      const std::vector<MedicalExpense>& expenses,
                      const eligibility::Identities& identities, base::Moment now,
                      DirtyHouseholds& dirty) {
  for (const auto& each : expenses) {
    const auto insured = KENPO_TRY(
        household_of(view, keys.facts.member, {each.person, each.month}, identities, now));
    if (insured) dirty.emplace(*insured, each.month);
  }
  return base::Done{};
}

/// The households of somebody who changed, with every month in which they had care or a result.
Result<> add_households(const store::View& view, const BenefitKeys& keys, const PersonId& person,
                        const eligibility::Identities& identities, base::Moment now,
                        DirtyHouseholds& dirty) {
  std::set<PersonId> insured = {person};
  for (const auto& link : KENPO_TRY(eligibility::links_of(view, keys.facts.member, person, now))) {
    insured.insert(link.insured);
  }
  Candidates candidates;
  for (const auto& claim : KENPO_TRY(claim::claims_of(view, keys.facts.claim, person))) {
    candidates.add(claim);
  }
  KENPO_TRY(candidates.into(view, keys.facts, identities, now, dirty));
  const auto expenses = KENPO_TRY(expenses_of(view, keys.facts.expense, person));
  KENPO_TRY(add_expenses(view, keys, expenses, identities, now, dirty));
  for (const auto& each : insured) {
    for (const auto& result : KENPO_TRY(results_of(view, keys.results, each))) {
      dirty.emplace(each, result.month);
      dirty.emplace(identities.kept(each), result.month);
    }
  }
  return base::Done{};
}

/// Rules that were decided anew touch every month from theirs on, with or without a result.
Result<> add_months_from(const store::View& view, const BenefitKeys& keys, Month from,
                         const eligibility::Identities& identities, base::Moment now,
                         DirtyHouseholds& dirty) {
  for (const auto month : KENPO_TRY(claim::claimed_months_since(view, base::Moment{}))) {
    if (month < from) continue;
    Candidates candidates;
    KENPO_TRY(claim::each_claim(view, keys.facts.claim, month, [&](const claim::Claim& claim) {
      if (claim.treated_in >= from) candidates.add(claim);
    }));
    KENPO_TRY(candidates.into(view, keys.facts, identities, now, dirty));
  }
  const auto expenses = KENPO_TRY(expenses_treated_from(view, keys.facts.expense, from));
  return add_expenses(view, keys, expenses, identities, now, dirty);
}

}  // namespace of_changes

using namespace of_changes;

Result<DirtyHouseholds> dirty_since(const store::View& view, const BenefitKeys& keys,
                                    const std::optional<HighCostRun>& last,
                                    const std::vector<AdditionalTermsRow>& additional,
                                    const eligibility::Identities& identities, base::Moment now) {
  DirtyHouseholds dirty;
  const auto since = last ? last->facts_at : base::Moment{};
  for (const auto month : KENPO_TRY(claim::claimed_months_since(view, since))) {
    Candidates candidates;
    KENPO_TRY(claim::each_claim(view, keys.facts.claim, month,
                                [&](const claim::Claim& claim) { candidates.add(claim); }));
    KENPO_TRY(candidates.into(view, keys.facts, identities, now, dirty));
  }
  const auto expenses = KENPO_TRY(expenses_since(view, keys.facts.expense, since));
  KENPO_TRY(add_expenses(view, keys, expenses, identities, now, dirty));
  if (!last) return dirty;
  for (const auto& person : KENPO_TRY(changed_people(view, keys, since, now))) {
    KENPO_TRY(add_households(view, keys, person, identities, now, dirty));
  }
  std::optional<Month> rules_from;
  for (const auto& row : additional) {
    if (row.decided_at < since) continue;
    rules_from = rules_from ? std::min(*rules_from, row.from) : row.from;
  }
  if (rules_from) {
    KENPO_TRY(add_months_from(view, keys, *rules_from, identities, now, dirty));
  }
  return dirty;
}

}  // namespace kenpo::benefit
