// The levy journal (調定簿) of a month: what was claimed of each establishment, account by account.
// The child-support contribution stands in a ledger of its own. No personal data.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/levy_ledger.h"

namespace kenpo::report {

inline constexpr notice::Operation levy_journal_show{.name = "levy_journal.show",
                                                     .japanese = "調定簿の表示",
                                                     .statute = notice::Statute::no_personal_data};

/// A line: an establishment and the month that the premium is for.
struct JournalLine {
  std::string symbol;  // 事業所記号
  std::string name;
  base::Month month = {};
  premium::Billed amount = {};
};

struct Journal {
  base::Month billed = {};
  std::vector<JournalLine> lines;  // by symbol and month
  premium::Billed total = {};
  /// Debits less credits of the month's entries, health and child support: zero, or a ledger is
  /// broken.
  base::Yen health_balance = {};
  base::Yen child_balance = {};
};

/// The establishments in the handler's scope.
base::Result<Journal> show_journal(eligibility::Ledger& ledger, const notice::Acting& acting,
                                   base::Month billed);

}  // namespace kenpo::report
