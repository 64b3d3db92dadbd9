#include "collection/payer_act.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "base/width.h"
#include "collection/receipt_act.h"
#include "collection/receipt_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/person_store.h"
#include "format/transfer/bank_text.h"

namespace kenpo::collection {

namespace {

namespace transfer = format::transfer;

using base::Result;
using base::Yen;

/// The name as it is compared: the spelling of bank files without spaces. Empty: it has none.
std::string compared(const std::string& name, transfer::Payee payee) {
  auto text = transfer::to_bank_text(name, payee);
  if (!text.lost.empty()) return {};
  std::erase(text.text, ' ');
  return text.text;
}

std::string_view without_zeros(std::string_view code) {
  const auto first = code.find_first_not_of("0 ");
  return first == std::string_view::npos ? std::string_view() : code.substr(first);
}

void add_once(std::vector<PayerId>& payers, const PayerId& payer) {
  if (std::ranges::find(payers, payer) == payers.end()) payers.push_back(payer);
}

}  // namespace

std::optional<std::string> spelled_payer(const std::string& name) {
  auto spelled = transfer::to_bank_text(name, transfer::Payee::organisation);
  if (!spelled.lost.empty()) return std::nullopt;
  if (base::count_code_points(spelled.text) > payer_characters_limit) return std::nullopt;
  return std::move(spelled.text);
}

Result<> PayerFinder::load() {
  if (loaded_) return base::Done{};
  for (const auto& one : KENPO_TRY(eligibility::list_establishments(view_))) {
    const auto payer = payer_of(one.id);
    const auto code = without_zeros(one.symbol);
    if (!code.empty()) codes_.emplace(code, payer);
    const auto spelling = compared(one.name, transfer::Payee::organisation);
    if (!spelling.empty()) spellings_.emplace(spelling, payer);
    symbols_.emplace(base::search_key(one.name), one.symbol);
  }
  loaded_ = true;
  return base::Done{};
}

Result<std::vector<PayerId>> PayerFinder::by_code(std::string_view code) {
  std::vector<PayerId> payers;
  const auto wanted = without_zeros(code);
  if (wanted.empty()) return payers;
  KENPO_TRY(load());
  const auto [first, last] = codes_.equal_range(wanted);
  for (auto at = first; at != last; ++at) payers.push_back(at->second);
  return payers;
}

Result<std::optional<std::string>> PayerFinder::symbol_of_name(std::string_view name) {
  KENPO_TRY(load());
  const auto [first, last] = symbols_.equal_range(base::search_key(name));
  if (first == last || std::next(first) != last) return std::optional<std::string>();
  return std::optional(first->second);
}

Result<std::string> PayerFinder::member_kana(const PayerId& member) {
  if (const auto found = members_.find(member); found != members_.end()) return found->second;
  const auto person =
      KENPO_TRY(eligibility::find_person(view_, access_, person_of(member), now_));
  const auto kana =
      person ? compared(person->name_kana, transfer::Payee::person) : std::string();
  members_.emplace(member, kana);
  return kana;
}

/// Whose name it is: learned before, an establishment's name that is written in kana, the kana of a
/// voluntary member who owes something.
Result<std::vector<PayerId>> PayerFinder::by_name(const std::string& name,
                                                  const std::vector<Debt>& open) {
  const auto wanted = compared(name, transfer::Payee::organisation);
  auto payers = KENPO_TRY(payers_named(view_, access_, wanted));
  if (wanted.empty()) return payers;
  KENPO_TRY(load());
  const auto [first, last] = spellings_.equal_range(wanted);
  for (auto at = first; at != last; ++at) add_once(payers, at->second);
  for (const auto& debt : open) {
    if (!is_of_member(debt.key.kind)) continue;
    if (KENPO_TRY(member_kana(debt.key.payer)) == wanted) add_once(payers, debt.key.payer);
  }
  return payers;
}

Result<std::vector<MatchProposal>> PayerFinder::proposals_for(const Receipt& receipt,
                                                              const std::vector<Debt>& open) {
  if (receipt.rest() <= Yen()) return std::vector<MatchProposal>{};
  ReceiptFacts facts{.amount = receipt.rest()};
  facts.by_code = KENPO_TRY(by_code(receipt.payer_code));
  facts.by_name = KENPO_TRY(by_name(receipt.payer, open));
  return propose_matches(facts, open);
}

}  // namespace kenpo::collection
