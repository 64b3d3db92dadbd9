#include "eligibility/insured_name_act.h"

#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"

namespace kenpo::eligibility {

base::Result<InsuredName> insured_name(const store::View& view, const MemberAccess& access,
                                       const base::PersonId& person, const PeriodId& period,
                                       base::Moment known_at) {
  InsuredName insured;
  if (auto found = KENPO_TRY(find_person(view, access, person, known_at))) {
    if (found->sheltered == Sheltered::yes) {
      return InsuredName{.name = sheltered_name, .sheltered = Sheltered::yes};
    }
    insured.name = std::move(found->name);
  }
  for (const auto& each : KENPO_TRY(periods_of(view, access, person, known_at))) {
    if (each.id != period) continue;
    insured.symbol = each.symbol;
    insured.number = each.number;
  }
  return insured;
}

}  // namespace kenpo::eligibility
