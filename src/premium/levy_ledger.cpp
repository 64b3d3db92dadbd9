#include "premium/levy_ledger.h"

namespace kenpo::premium {

using base::Yen;

base::Words wording(Account account) {
  switch (account) {
    case Account::receivable:
      return {"未収保険料", "Premiums receivable"};
    case Account::basic:
      return {"一般保険料（基本）", "General premium, basic"};
    case Account::specific:
      return {"一般保険料（特定）", "General premium, specific"};
    case Account::adjustment:
      return {"調整保険料", "Adjustment premium"};
    case Account::care:
      return {"介護保険料", "Care premium"};
    case Account::child:
      return {"子ども・子育て支援金", "Child-rearing contribution"};
  }
  return {};
}

std::vector<LedgerEntry> entries_of(const base::EstablishmentId& establishment,
                                    base::Month month, base::Month billed, const Billed& amount,
                                    base::Moment now) {
  struct Line {
    LedgerKind ledger;
    Account account;
    Yen amount;
  };
  const Line lines[] = {
      {LedgerKind::health, Account::receivable, amount.total() - amount.child},
      {LedgerKind::health, Account::basic, -amount.basic},
      {LedgerKind::health, Account::specific, -amount.specific},
      {LedgerKind::health, Account::adjustment, -amount.adjustment},
      {LedgerKind::health, Account::care, -amount.care},
      {LedgerKind::child_support, Account::receivable, amount.child},
      {LedgerKind::child_support, Account::child, -amount.child},
  };
  std::vector<LedgerEntry> entries;
  for (const auto& line : lines) {
    if (line.amount == Yen()) continue;
    entries.push_back({line.ledger, line.account, establishment, month, billed, line.amount, now});
  }
  return entries;
}

}  // namespace kenpo::premium
