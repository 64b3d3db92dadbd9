// Where money goes: to debts, to a credit of the payer, back again when it was wrong.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "collection/receipt_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation receipt_allocate{.name = "receipt.allocate",
                                                    .japanese = "入金の充当",
                                                    .verb = notice::Verb::write,
                                                    .pairs = for_collection};

inline constexpr notice::Operation collection_check{
    .name = "collection.check",
    .japanese = "徴収の台帳の検査",
    .pairs = for_collection,
    .runner = notice::Runner::staff_or_program};

/// What a clerk decides about a receipt.
struct AllocationOrder {
  FundId receipt;
  std::vector<ProposedPart> parts = {};
  MatchReason reason = MatchReason::clerk;
  /// Whose credit what is left becomes; none: it stays to be allocated.
  std::optional<PayerId> credit_to = {};
  CreditCause cause = CreditCause::over_payment;
};

/// Allocates, and learns the name under which the payer's money came. Refused: more than is left of
/// the receipt or of a debt, a debt that is not known, parts of several payers with a name to learn
/// are taken without learning.
base::Result<> allocate(eligibility::Ledger& ledger, const notice::Acting& acting,
                        const AllocationOrder& order);

/// Allocates every receipt whose payer is named and whose amount fits exactly (is_certain), each
/// against what is open then. Hands back how many.
base::Result<std::int64_t> allocate_certain(eligibility::Ledger& ledger,
                                            const notice::Acting& acting);

/// Takes an allocation to a debt back by one of the negative amount. Refused: unknown, taken back
/// before.
base::Result<> take_back(eligibility::Ledger& ledger, const notice::Acting& acting,
                         const FundId& receipt, const FundId& allocation);

/// What the check looked at.
struct CheckedCollection {
  std::int64_t receipts = 0;
  std::int64_t debts = 0;
  base::Yen unmatched = {};  // received and not allocated
  base::Yen open = {};       // of the debts
};
/// All books balance, clearing is zero over them; what is left of receipts and credits, what is
/// owed, refunded and in the bank is what the ledger says; nothing is allocated twice. A fault
/// names what differs. For handlers of the whole society and the program.
base::Result<CheckedCollection> check_collection(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting);

/// For acts in their own transaction: writes the allocation to a debt with its books, and what a
/// member has paid.
base::Result<> post_to_debt(store::Transaction& transaction,
                            const eligibility::MemberAccess& access, const Allocation& allocation,
                            const Debt& debt, base::Moment now);
std::optional<base::StaffId> staff_in(const notice::Acting& acting);

}  // namespace kenpo::collection
