#include "collection/matching_rule.h"

#include <algorithm>

namespace kenpo::collection {

namespace {

using base::Yen;

bool earlier_due(const Debt& left, const Debt& right) {
  return std::pair(left.due, left.key) < std::pair(right.due, right.key);
}

std::vector<Debt> debts_of_payer(const std::vector<Debt>& open, const PayerId& payer) {
  std::vector<Debt> debts;
  for (const auto& debt : open) {
    if (debt.key.payer == payer && debt.rest() > Yen()) debts.push_back(debt);
  }
  std::ranges::sort(debts, earlier_due);
  return debts;
}

MatchProposal proposal_for(const PayerId& payer, MatchReason reason, Yen amount,
                           const std::vector<Debt>& debts) {
  MatchProposal proposal{.payer = payer, .reason = reason};
  // One debt of exactly this rest, the earliest; else the oldest together.
  const auto whole = std::ranges::find(debts, amount, &Debt::rest);
  if (whole != debts.end()) {
    proposal.parts = {{whole->key, amount}};
    return proposal;
  }
  proposal.parts = spread(amount, debts);
  Yen placed;
  for (const auto& part : proposal.parts) placed += part.amount;
  proposal.left = amount - placed;
  const auto last = proposal.parts.empty()
                        ? debts.end()
                        : std::ranges::find(debts, proposal.parts.back().debt, &Debt::key);
  const bool fills = last != debts.end() && last->rest() == proposal.parts.back().amount;
  if (proposal.left > Yen()) {
    proposal.fit = MatchFit::over;
  } else {
    proposal.fit = fills ? MatchFit::exact : MatchFit::part;
  }
  return proposal;
}

}  // namespace

std::vector<ProposedPart> spread(Yen amount, std::vector<Debt> debts) {
  std::ranges::sort(debts, earlier_due);
  std::vector<ProposedPart> parts;
  for (const auto& debt : debts) {
    const auto part = std::min(amount, debt.rest());
    if (part <= Yen()) continue;
    parts.push_back({debt.key, part});
    amount -= part;
  }
  return parts;
}

std::vector<MatchProposal> propose_matches(const ReceiptFacts& receipt,
                                           const std::vector<Debt>& open) {
  std::vector<MatchProposal> proposals;
  const auto known = [&](const PayerId& payer) {
    return std::ranges::find(proposals, payer, &MatchProposal::payer) != proposals.end();
  };
  const auto add = [&](const PayerId& payer, MatchReason reason) {
    if (known(payer) || proposals.size() == proposals_limit) return;
    proposals.push_back(
        proposal_for(payer, reason, receipt.amount, debts_of_payer(open, payer)));
  };
  for (const auto& payer : receipt.by_code) add(payer, MatchReason::code);
  for (const auto& payer : receipt.by_name) add(payer, MatchReason::name);
  if (!proposals.empty()) return proposals;
  auto ordered = open;
  std::ranges::sort(ordered, earlier_due);
  for (const auto& debt : ordered) {
    if (debt.rest() == receipt.amount) add(debt.key.payer, MatchReason::amount);
  }
  return proposals;
}

bool is_certain(const std::vector<MatchProposal>& proposals) {
  return proposals.size() == 1 && proposals[0].reason != MatchReason::amount &&
         proposals[0].fit == MatchFit::exact && !proposals[0].parts.empty();
}

}  // namespace kenpo::collection
