#include "claim/claim_act.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "claim/claim_check_store.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "claim/master_act.h"
#include "claim/master_store.h"
#include "claim/receipt_reading.h"
#include "claim/register_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/scope.h"
#include "eligibility/scope_act.h"

namespace kenpo::claim {

namespace {

using base::Result;
using notice::Access;
using notice::Category;
using notice::Permit;
using notice::Purpose;

}  // namespace

Result<ClaimPage> show_claims(const Permit<list_claims_operation>& permit,
                              store::Database& database, std::optional<base::Month> claimed_in,
                              std::optional<Standing> standing, std::int64_t offset,
                              base::Month this_month) {
  const Access<Category::medical_claim> access(
      permit.grant<Purpose::benefit_examination_and_payment>());
  const auto view = KENPO_TRY(database.read());
  if (!claimed_in) claimed_in = KENPO_TRY(newest_claimed_month(view));
  ClaimPage page{.claimed_in = claimed_in.value_or(this_month),
                 .standing = standing,
                 .offset = offset};
  page.masters = KENPO_TRY(latest_master_editions(view));
  const auto asked = KENPO_TRY(eligibility::establishments_asked(view, permit.recorder()));
  for (std::size_t at = 0; at < standings_count; ++at) {
    const auto each = static_cast<Standing>(at);
    for (const auto& establishment : asked) {
      page.by_standing[at] += KENPO_TRY(count_claims(
          view, access,
          {.claimed_in = page.claimed_in, .standing = each, .establishment = establishment}));
    }
    if (!standing || *standing == each) page.count += page.by_standing[at];
  }
  const ClaimFilter filter{.claimed_in = page.claimed_in,
                           .standing = standing,
                           .offset = offset,
                           .count = claims_of_a_page};
  page.claims = KENPO_TRY(eligibility::page_of<Claim>(
      filter, asked, [&](const ClaimFilter& each) { return count_claims(view, access, each); },
      [&](const ClaimFilter& each) { return list_claims(view, access, each); }));
  return page;
}

Result<std::vector<Claim>> show_claims_of(const Permit<list_own_claims_operation>& permit,
                                          store::Database& database,
                                          const base::PersonId& person, base::Moment now) {
  const Access<Category::medical_claim> access(
      permit.grant<Purpose::benefit_examination_and_payment>());
  const auto view = KENPO_TRY(database.read());
  const auto identities = KENPO_TRY(eligibility::identities_of(view, person, now));
  auto claims = KENPO_TRY(eligibility::of_all(
      identities, [&](const base::PersonId& id) { return claims_of(view, access, id); }));
  const auto outside = std::erase_if(claims, [&](const Claim& claim) {
    return !eligibility::in_scope(permit.recorder(), claim.establishment);
  });
  if (claims.empty() && outside > 0) return notice::out_of_scope_fault();
  std::ranges::sort(claims, std::greater{}, [](const Claim& claim) {
    return std::pair(claim.treated_in, claim.id);
  });
  return claims;
}

namespace {

/// Shown or revealed: the same claim, under the operation that asks for it.
template <const notice::Operation& operation>
Result<std::optional<ClaimView>> claim_under(const Permit<operation>& permit,
                                             store::Database& database, const ClaimId& id,
                                             base::Moment now) {
  const Access<Category::medical_claim> claims(
      permit.template grant<Purpose::benefit_examination_and_payment>());
  const Access<Category::eligibility> ledger(
      permit.template grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(database.read());
  auto claim = KENPO_TRY(find_claim(view, claims, id));
  if (!claim) return std::optional<ClaimView>{};
  if (!eligibility::in_scope(permit.recorder(), claim->establishment)) {
    return notice::out_of_scope_fault();
  }
  const auto bytes = KENPO_TRY(claim_bytes(view, claims, id));
  const auto candidates = KENPO_TRY(candidates_of(view, ledger, *claim, now));
  auto standing = explain_standing(treatment_of(*claim), candidates);
  auto checks = KENPO_TRY(checks_of(view, claims, id));
  // Masters change on the first of a month; a month of treatment lies within one edition.
  const auto treated_on = claim->treated_in.first_day();
  return std::optional(ClaimView{.claim = *std::move(claim),
                                 .lines = read_receipt(bytes),
                                 .sheet = sheet_of(bytes, words_on(view, treated_on)),
                                 .standing = std::move(standing),
                                 .checks = std::move(checks)});
}

}  // namespace

Result<std::optional<ClaimView>> show_claim(const Permit<show_claim_operation>& permit,
                                            store::Database& database, const ClaimId& id,
                                            base::Moment now) {
  return claim_under(permit, database, id, now);
}

Result<std::optional<ClaimView>> reveal_claim(const Permit<reveal_claim_operation>& permit,
                                              store::Database& database, const ClaimId& id,
                                              base::Moment now) {
  return claim_under(permit, database, id, now);
}

}  // namespace kenpo::claim
