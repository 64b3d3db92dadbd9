#include "premium/care_dependent_store.h"

#include "eligibility/person_store.h"
#include "premium/society_rate_store.h"

namespace kenpo::premium {

base::Result<std::vector<KnownDependent>> known_dependents_of(const store::View& view,
                                                              const ChangeAccess& access,
                                                              const base::PersonId& insured,
                                                              base::Moment known_at) {
  std::vector<KnownDependent> dependents;
  if (!KENPO_TRY(ever_charges_specific(view))) return dependents;
  for (const auto& link : KENPO_TRY(eligibility::dependents_of(view, access, insured, known_at))) {
    const auto person =
        KENPO_TRY(eligibility::find_person(view, access, link.dependent, known_at));
    if (!person) continue;
    KnownDependent dependent{.link = link, .born = person->born};
    for (const auto& one : KENPO_TRY(exclusions_of(view, access, link.dependent, known_at))) {
      dependent.exclusions.push_back(one.days);
    }
    dependents.push_back(std::move(dependent));
  }
  return dependents;
}

base::Result<std::vector<CareDependent>> care_dependents_of(const store::View& view,
                                                            const ChangeAccess& access,
                                                            const base::PersonId& insured,
                                                            base::Moment known_at) {
  std::vector<CareDependent> dependents;
  for (auto& one : KENPO_TRY(known_dependents_of(view, access, insured, known_at))) {
    dependents.push_back({.born = one.born,
                          .from = one.link.from,
                          .until = one.link.until,
                          .exclusions = std::move(one.exclusions)});
  }
  return dependents;
}

}  // namespace kenpo::premium
