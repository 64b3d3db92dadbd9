#include "claim/claim_act.h"

#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "claim/receipt_reading.h"
#include "claim/register_store.h"

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
                 .claims = {},
                 .count = 0,
                 .offset = offset,
                 .by_standing = {},
                 .intakes = {}};
  page.intakes = KENPO_TRY(claim_intakes(view, page.claimed_in));
  for (std::size_t at = 0; at < standings_count; ++at) {
    page.by_standing[at] =
        KENPO_TRY(count_claims(view, access, page.claimed_in, static_cast<Standing>(at)));
    if (!standing || *standing == static_cast<Standing>(at)) page.count += page.by_standing[at];
  }
  page.claims = KENPO_TRY(list_claims(view, access,
                                      {.claimed_in = page.claimed_in,
                                       .standing = standing,
                                       .offset = offset,
                                       .count = claims_of_a_page}));
  return page;
}

Result<std::optional<ClaimView>> show_claim(const Permit<show_claim_operation>& permit,
                                            store::Database& database, const ClaimId& id,
                                            base::Moment now) {
  const Access<Category::medical_claim> claims(
      permit.grant<Purpose::benefit_examination_and_payment>());
  const Access<Category::eligibility> ledger(permit.grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(database.read());
  auto claim = KENPO_TRY(find_claim(view, claims, id));
  if (!claim) return std::optional<ClaimView>{};
  const auto bytes = KENPO_TRY(claim_bytes(view, claims, id));
  const auto candidates = KENPO_TRY(candidates_of(view, ledger, *claim, now));
  auto standing = explain_standing(treatment_of(*claim), candidates);
  return std::optional(ClaimView{
      .claim = *std::move(claim), .lines = read_receipt(bytes), .standing = std::move(standing)});
}

}  // namespace kenpo::claim
