// Which debts a receipt may be meant for. It proposes, with its reason; a clerk decides. Nothing is
// guessed silently: what has no reason stays on the list of what is not matched.
#pragma once

#include <vector>

#include "base/yen.h"
#include "collection/receipt.h"

namespace kenpo::collection {

/// How the proposed debts and the amount fit.
enum class MatchFit : std::uint8_t {
  exact,      // the rest of one debt, or of the oldest ones together
  part,       // less than is owed: the oldest debts first
  over,       // more than is owed: what is left becomes a credit
};

struct ProposedPart {
  DebtKey debt;
  base::Yen amount = {};
  friend bool operator==(const ProposedPart&, const ProposedPart&) = default;
};

struct MatchProposal {
  PayerId payer;
  MatchReason reason = MatchReason::amount;
  MatchFit fit = MatchFit::exact;
  std::vector<ProposedPart> parts = {};
  base::Yen left = {};  // becomes a credit

  friend bool operator==(const MatchProposal&, const MatchProposal&) = default;
};

/// What a receipt is judged by. Who is named by code or name, the caller has looked up.
struct ReceiptFacts {
  base::Yen amount = {};
  std::vector<PayerId> by_code = {};
  std::vector<PayerId> by_name = {};
};

/// More proposals than these help nobody: an amount that so many owe says nothing.
inline constexpr std::size_t proposals_limit = 20;

/// `open`: debts with a rest, of all payers, in any order. Payers named by code come first, then
/// those named by name; where nobody is named, everybody who owes exactly the amount.
std::vector<MatchProposal> propose_matches(const ReceiptFacts& receipt,
                                           const std::vector<Debt>& open);

/// One payer is named, by code or by name, and the amount fits exactly: may be taken over in bulk.
bool is_certain(const std::vector<MatchProposal>& proposals);

/// The amount over the debts, the earliest due first; what is left is for nobody.
std::vector<ProposedPart> spread(base::Yen amount, std::vector<Debt> debts);

}  // namespace kenpo::collection
