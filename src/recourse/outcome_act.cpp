#include "recourse/outcome_act.h"

#include <algorithm>
#include <utility>

#include "claim/claim_store.h"
#include "claim/receipt_reading.h"
#include "claim/register_store.h"
#include "claim/standing_rule.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/ledger.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "recourse/outcome_rule.h"
#include "remuneration/remuneration_store.h"
#include "store/under.h"

namespace kenpo::recourse {

namespace of_outcomes {

using base::PersonId;
using base::Result;
using eligibility::MemberAccess;
using notice::Permit;
using notice::Purpose;

/// The standard remuneration of the month; none where nothing was decided for it.
Result<std::optional<base::Yen>> standard_in(const store::View& view, const MemberAccess& access,
                                             const PersonId& insured, base::Month month,
                                             base::Moment now) {
  std::optional<base::Yen> standard;
  base::Month from;
  for (const auto& decision :
       KENPO_TRY(remuneration::remunerations_of(view, access, insured, now))) {
    if (decision.from > month || (standard && decision.from < from)) continue;
    standard = decision.standard;
    from = decision.from;
  }
  return standard;
}

Result<PatientFacts> facts_of(const store::View& view, const MemberAccess& access,
                              const claim::Claim& claim, base::Moment now) {
  const auto candidates = KENPO_TRY(claim::candidates_of(view, access, claim, now));
  const auto found = claim::check_standing(claim::treatment_of(claim), candidates);
  PatientFacts facts{.standing = found.standing};
  if (!found.candidate) return facts;
  const auto& candidate = candidates[*found.candidate];
  facts.patient = candidate.patient;
  facts.born = candidate.born;
  const auto insured = KENPO_TRY(insured_behind(view, access, candidate.person, now));
  const auto person = KENPO_TRY(eligibility::find_person(view, access, insured, now));
  if (person) facts.insured_born = person->born;
  facts.standard = KENPO_TRY(standard_in(view, access, insured, claim.treated_in, now));
  return facts;
}

Result<std::optional<OutcomeView>> read(const Permit<outcome_show>& permit,
                                        const store::View& view, const claim::ClaimId& id,
                                        base::Moment now) {
  const claim::ClaimAccess claims(permit.grant<Purpose::benefit_examination_and_payment>());
  const MemberAccess members(permit.grant<Purpose::member_administration>());
  auto claim = KENPO_TRY(claim::find_claim(view, claims, id));
  if (!claim) return std::optional<OutcomeView>{};
  if (!eligibility::in_scope(permit.recorder(), claim->establishment)) {
    return notice::out_of_scope_fault();
  }
  const auto bytes = KENPO_TRY(claim::claim_bytes(view, claims, id));
  const auto patient = KENPO_TRY(facts_of(view, members, *claim, now));
  const auto facts = review::facts_of(*claim, bytes);
  auto outcome = KENPO_TRY(outcome_of(facts, patient));
  return std::optional(OutcomeView{*std::move(claim), std::move(outcome)});
}

}  // namespace of_outcomes

base::Result<base::PersonId> insured_behind(
    const store::View& view, const notice::Access<notice::Category::eligibility>& access,
    const base::PersonId& person, base::Moment now) {
  const auto links = KENPO_TRY(eligibility::links_of(view, access, person, now));
  if (links.empty()) return person;
  return std::ranges::max_element(links, {}, &eligibility::DependentLink::from)->insured;
}

base::Result<std::optional<OutcomeView>> show_outcome(const RecourseOffice& office,
                                                      const notice::Acting& acting,
                                                      const claim::ClaimId& id) {
  return store::read_under<outcome_show>(
      office, acting,
      [&](const notice::Permit<outcome_show>& permit,
          const store::View& view) -> base::Result<std::optional<OutcomeView>> {
        return of_outcomes::read(permit, view, id, office.gate.clock().now());
      });
}

}  // namespace kenpo::recourse
