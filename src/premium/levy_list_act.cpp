#include "premium/levy_list_act.h"

#include <algorithm>

#include "premium/levy_ledger_store.h"

namespace kenpo::premium {

using base::Result;

Result<std::vector<LeviedMonth>> list_levies(eligibility::Ledger& ledger,
                                             const notice::Acting& acting) {
  const auto work = [&](const notice::Permit<levy_list>&) -> Result<std::vector<LeviedMonth>> {
    const auto view = KENPO_TRY(ledger.database.read());
    std::vector<LeviedMonth> months;
    for (const auto& run : KENPO_TRY(list_runs(view))) {
      LeviedMonth month{.run = run};
      for (const auto& entry : KENPO_TRY(entries_billed(view, run.month))) {
        if (entry.account == Account::receivable) month.billed += entry.amount;
      }
      month.notices =
          static_cast<std::int64_t>(KENPO_TRY(issued_for(view, run.month)).size());
      months.push_back(month);
    }
    std::ranges::reverse(months);
    return months;
  };
  return ledger.gate.perform<levy_list>(acting, work);
}

}  // namespace kenpo::premium
