// Looking at claims: the month's list with what is left to decide, and one claim with its receipt.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/result.h"
#include "claim/claim.h"
#include "claim/claim_check.h"
#include "claim/master.h"
#include "claim/receipt_sheet.h"
#include "claim/receipt_view.h"
#include "claim/standing_rule.h"
#include "law/decision.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::claim {

/// レセプト一覧
inline constexpr notice::Operation list_claims_operation{
    .name = "claim.list",
    .japanese = "レセプト一覧の表示",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment}}};

/// レセプトの表示: with the ledger beside it, so that the eligibility check can be explained.
inline constexpr notice::Operation show_claim_operation{
    .name = "claim.show",
    .japanese = "レセプトの表示",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment},
              notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

/// What a claim hides until somebody asks: symbol and number, of the insured and of public payers.
/// Asking is an act of its own with a leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation reveal_claim_operation{
    .name = "claim.reveal",
    .japanese = "レセプトの記号・番号の表示",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment},
              notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

/// 加入者のレセプト: those of one person, from the member's ledger.
inline constexpr notice::Operation list_own_claims_operation{
    .name = "claim.list_of_person",
    .japanese = "加入者のレセプトの表示",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment}}};

struct ClaimPage {
  base::Month claimed_in;
  std::optional<Standing> standing;
  std::vector<Claim> claims = {};
  std::int64_t count = 0;  // of the filter, within the handler's establishments
  std::int64_t offset = 0;
  std::array<std::int64_t, standings_count> by_standing{};
  std::vector<MasterEdition> masters = {};  // the latest of each
};
inline constexpr std::int64_t claims_of_a_page = 50;

/// A page of the claims of a month of claiming (without a month: of the newest that has any), of
/// the handler's establishments. Claims of people who are not in the ledger belong to no
/// establishment: handlers without limit alone see them.
base::Result<ClaimPage> show_claims(const notice::Permit<list_claims_operation>& permit,
                                    store::Database& database,
                                    std::optional<base::Month> claimed_in,
                                    std::optional<Standing> standing, std::int64_t offset,
                                    base::Month this_month);

/// The claims of one person, under every ledger that is theirs (名寄せ), the newest month of
/// treatment first; only those of the handler's establishments. Refused: when there are claims but
/// none of them is the handler's.
base::Result<std::vector<Claim>> show_claims_of(
    const notice::Permit<list_own_claims_operation>& permit, store::Database& database,
    const base::PersonId& person, base::Moment now);

struct ClaimView {
  Claim claim;
  std::vector<ReceiptLine> lines;
  ReceiptSheet sheet;
  law::Decision<Standings> standing;  // against the ledger as it stands now
  std::vector<ClaimCheck> checks;     // how the outcome has changed, the first first
};

/// Nullopt: no such claim. Refused: a claim outside the handler's establishments.
base::Result<std::optional<ClaimView>> show_claim(
    const notice::Permit<show_claim_operation>& permit, store::Database& database,
    const ClaimId& id, base::Moment now);
/// The same for whoever asked for its numbers.
base::Result<std::optional<ClaimView>> reveal_claim(
    const notice::Permit<reveal_claim_operation>& permit, store::Database& database,
    const ClaimId& id, base::Moment now);

}  // namespace kenpo::claim
