// Where each task of the month stands, from what the ledger says. Pure.
#pragma once

#include <array>
#include <vector>

#include "base/result.h"
#include "report/month_task.h"

namespace kenpo::report {

/// Open work items by state, in the order of eligibility::WorkState: 未着手, 保留, 審査中, 決裁待ち.
struct OpenItems {
  std::array<std::int64_t, 4> counts{};
  std::int64_t total() const { return counts[0] + counts[1] + counts[2] + counts[3]; }
};

/// Whether two people have decided it, or one has asked.
enum class Decided : std::uint8_t { no, asked, yes };

struct MonthFacts {
  base::Month month = {};
  OpenItems notifications = {};
  OpenItems checks = {};
  OpenItems determinations = {};
  std::optional<std::int64_t> levied_people = {};  // none: not levied
  std::optional<std::int64_t> voluntary_left = {};  // for people, of the demands; none: not made
  Decided differences = Decided::no;
  std::int64_t bills_to_issue = 0;
  std::int64_t bills_issued = 0;
  std::int64_t claims_to_decide = 0;
  Decided closing = Decided::no;
  std::vector<MonthTaskStep> steps = {};  // the oldest first
};

/// The tasks in the order of their kinds; `board_order` is that of the board. Each waits for what
/// has to come before it: the levy for the determinations, the differences for the levy, the
/// notices for the release of the differences, the closing for all of it. A held task no longer
/// holds up what waits for it: the hold says why. Refused: a day without a row for the society's
/// due days.
base::Result<std::vector<MonthTask>> tasks_of(const MonthFacts& facts);

/// The last day on which the task is due (当組合の決め): so many days after the end of the month.
base::Result<base::Date> due_of(MonthTaskKind kind, base::Month month);

/// Whether what comes after the task may begin: finished, or held with its reason.
bool is_out_of_the_way(const MonthTask& task);

/// Refuses a step that does not fit: finishing by hand what follows from the ledger, resuming what
/// is not held, holding or taking what is finished.
base::Result<> check_step(const MonthTask& task, MonthTaskStepKind step);

}  // namespace kenpo::report
