// All debts of all payers with what is paid of them: read from the levy's notices, the demands on
// voluntary members, late charges and the allocations. Used by acts, under their own grant.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "collection/debt.h"
#include "collection/receipt.h"
#include "eligibility/ledger.h"
#include "store/database.h"

namespace kenpo::collection {

/// In the order of payers, due dates and months. Those that are paid are among them.
base::Result<std::vector<Debt>> load_debts(const store::View& view,
                                           const eligibility::MemberAccess& access);
/// Of one payer. The bills of the month to which a bill below zero led are left out.
base::Result<std::vector<Debt>> load_debts_of(const store::View& view,
                                              const eligibility::MemberAccess& access,
                                              const PayerId& payer);
/// Those with a rest.
std::vector<Debt> open_debts(const std::vector<Debt>& debts);
base::Result<Debt> known_debt(const std::vector<Debt>& debts, const DebtKey& key);

/// Names for ids: establishments by symbol and name, members by name. A member's name is read, and
/// told to the log, once it is asked for.
class PayerNames {
 public:
  PayerNames(const store::View& view, const eligibility::MemberAccess& access, base::Moment now)
      : view_(view), access_(access), now_(now) {}
  base::Result<std::string> name(const PayerId& payer);
  /// Whether the payer is an establishment.
  base::Result<bool> is_employer(const PayerId& payer);

 private:
  base::Result<> load();
  const store::View& view_;
  const eligibility::MemberAccess& access_;
  base::Moment now_;
  bool loaded_ = false;
  std::map<PayerId, std::string> names_;
  std::map<PayerId, std::string> members_;
};

}  // namespace kenpo::collection
