// The month's board: its tasks from the ledger, and the steps that people take by hand. No personal
// data: counts, days and the handlers who hold a task.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "report/month_task_rule.h"

namespace kenpo::report {

inline constexpr notice::Operation month_board_show{.name = "month_board.show",
                                                    .japanese = "月の締めの表示",
                                                    .statute = notice::Statute::no_personal_data};
/// For those who do the month's work: the roles of the levy.
inline constexpr notice::Operation month_task_step{
    .name = "month_task.step",
    .japanese = "月の作業の経過の記録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

/// What waits for a second person now: the approvals say it, the store of this folder does not.
struct AskedDecisions {
  bool release = false;
  bool closing = false;
};

struct MonthBoard {
  base::Month month = {};
  std::vector<MonthTask> tasks;
  std::int64_t establishments = 0;  // with a bill above zero
  std::int64_t undetermined = 0;  // people whose determination is open: levied as before, if at all
  bool levied = false;
  bool may_ask_release = false;  // levied, not released as it stands, nothing asked
  bool may_ask_closing = false;  // everything before it is out of the way
};

/// The board of the month. Every establishment's work is in it: what is counted holds no data.
base::Result<MonthBoard> show_month_board(eligibility::Ledger& ledger,
                                          const notice::Acting& acting, base::Month month,
                                          const AskedDecisions& asked);

/// The same inside a transaction that decides about the month.
base::Result<MonthBoard> month_board(const store::View& view, base::Month month,
                                     const AskedDecisions& asked);

/// The months that have a board: those that were levied, the next one and the running one.
base::Result<std::vector<base::Month>> list_boards(eligibility::Ledger& ledger,
                                                   const notice::Acting& acting);

/// Records the step. Refused: what check_step refuses.
base::Result<> step_month_task(eligibility::Ledger& ledger, const notice::Acting& acting,
                               MonthTaskStep step, const AskedDecisions& asked);

}  // namespace kenpo::report
