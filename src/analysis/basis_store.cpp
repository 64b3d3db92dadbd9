#include "analysis/basis_store.h"

#include "claim/disease_group_store.h"
#include "claim/master_store.h"
#include "eligibility/person_merge_store.h"

namespace kenpo::analysis {

base::Result<SegmentBasis> basis_of(const store::View& view) {
  SegmentBasis basis;
  basis.editions = KENPO_TRY(
      store::count<claim::master_edition_table>(view, store::no_personal_data, {"1 = 1"}));
  basis.editions += KENPO_TRY(
      store::count<claim::disease_group_edition_table>(view, store::no_personal_data, {"1 = 1"}));
  // A decision and its reversal both change who is one: neither number ever goes back.
  const auto merges = KENPO_TRY(
      store::count<eligibility::person_merge_table>(view, store::no_personal_data, {"1 = 1"}));
  const auto reversals = KENPO_TRY(
      store::count<eligibility::merge_reversal_table>(view, store::no_personal_data, {"1 = 1"}));
  basis.merges = merges + reversals;
  const auto erasures = KENPO_TRY(view.database().keys().erasures());
  basis.erasures = static_cast<std::int64_t>(erasures.size());
  return basis;
}

base::Result<std::int64_t> valid_claims(const store::View& view, const claim::ClaimAccess& access,
                                        base::Month claimed_in) {
  return claim::count_claims(
      view, access, {.claimed_in = claimed_in, .standing = claim::Standing::valid});
}

}  // namespace kenpo::analysis
