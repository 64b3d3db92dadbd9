// Who a receipt may be from: payers by the code, the symbol or the name that stands on it. Used by
// acts, under their own grant.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/matching_rule.h"
#include "eligibility/ledger.h"
#include "store/database.h"

namespace kenpo::collection {

/// The name as the bank's records spell it, in half-width kana. None: a character has no spelling
/// there (kanji), or it is longer than a record holds.
std::optional<std::string> spelled_payer(const std::string& name);

/// Reads the establishments once, however many receipts are looked at; of members only those who
/// owe something, each once.
class PayerFinder {
 public:
  PayerFinder(const store::View& view, const eligibility::MemberAccess& access, base::Moment now)
      : view_(view), access_(access), now_(now) {}

  /// The establishments whose symbol is the code, zeros in front or not.
  base::Result<std::vector<PayerId>> by_code(std::string_view code);
  /// The symbol of the establishment of that name, however it is spelled. None: no such name, or
  /// two of it.
  base::Result<std::optional<std::string>> symbol_of_name(std::string_view name);
  /// What the receipt may be meant for among the open debts of all payers.
  base::Result<std::vector<MatchProposal>> proposals_for(const Receipt& receipt,
                                                         const std::vector<Debt>& open);

 private:
  base::Result<> load();
  base::Result<std::vector<PayerId>> by_name(const std::string& name,
                                             const std::vector<Debt>& open);
  base::Result<std::string> member_kana(const PayerId& member);

  const store::View& view_;
  const eligibility::MemberAccess& access_;
  base::Moment now_;
  bool loaded_ = false;
  std::multimap<std::string, PayerId, std::less<>> codes_ = {};   // without zeros in front
  std::multimap<std::string, PayerId> spellings_ = {};            // as a bank writes the name
  std::multimap<std::string, std::string> symbols_ = {};          // by the name as it is compared
  std::map<PayerId, std::string> members_ = {};
};

}  // namespace kenpo::collection
