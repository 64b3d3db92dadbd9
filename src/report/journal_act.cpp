#include "report/journal_act.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "eligibility/establishment_store.h"
#include "premium/levy_ledger_store.h"

namespace kenpo::report {

namespace {

using base::Month;
using base::Result;
using notice::Permit;
using premium::Account;
using premium::Billed;
using premium::LedgerEntry;

void add_credit(Billed& billed, const LedgerEntry& entry) {
  switch (entry.account) {
    case Account::receivable: break;
    case Account::basic: billed.basic -= entry.amount; break;
    case Account::specific: billed.specific -= entry.amount; break;
    case Account::adjustment: billed.adjustment -= entry.amount; break;
    case Account::care: billed.care -= entry.amount; break;
    case Account::child: billed.child -= entry.amount; break;
  }
}

}  // namespace

Result<Journal> show_journal(eligibility::Ledger& ledger, const notice::Acting& acting,
                             Month billed) {
  return ledger.gate.perform<levy_journal_show>(
      acting, [&](const Permit<levy_journal_show>& permit) -> Result<Journal> {
        const auto view = KENPO_TRY(ledger.database.read());
        std::map<std::pair<base::EstablishmentId, Month>, Billed> amounts;
        Journal journal{.billed = billed, .lines = {}};
        for (const auto& entry : KENPO_TRY(premium::entries_billed(view, billed))) {
          if (!permit.recorder().in_scope(entry.establishment)) continue;
          add_credit(amounts[{entry.establishment, entry.month}], entry);
          auto& balance = entry.ledger == premium::LedgerKind::health ? journal.health_balance
                                                                      : journal.child_balance;
          balance += entry.amount;
        }
        std::map<base::EstablishmentId, eligibility::Establishment> known;
        for (auto& one : KENPO_TRY(eligibility::list_establishments(view))) {
          known.insert_or_assign(one.id, one);
        }
        for (const auto& [key, amount] : amounts) {
          const auto& place = known.at(key.first);
          journal.lines.push_back({place.symbol, place.name, key.second, amount});
          journal.total += amount;
        }
        std::ranges::sort(journal.lines, {}, [](const JournalLine& line) {
          return std::tuple(line.symbol, line.name, line.month);
        });
        return journal;
      });
}

}  // namespace kenpo::report
