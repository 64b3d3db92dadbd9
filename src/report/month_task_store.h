// Steps of the month's tasks in the store. No personal data.
#pragma once

#include <vector>

#include "base/result.h"
#include "report/month_task.h"
#include "store/seal.h"

namespace kenpo::report {

inline constexpr store::Table month_task_step_table{
    .name = "month_task_step",
    .japanese = "月の作業の経過",
    .untimed = store::Untimed::event,
    .clear = {{"month", store::Kind::month},
              {"task", store::Kind::integer},
              {"step", store::Kind::integer},
              {"reason", store::Kind::integer, store::Presence::optional},
              {"stepped_by", store::Kind::id},
              {"stepped_at", store::Kind::moment}},
    .indexes = {{.columns = {"month"}}}};

base::Result<> add(store::Transaction& transaction, const MonthTaskStep& step);
/// The steps of the month, the oldest first.
base::Result<std::vector<MonthTaskStep>> steps_of(const store::View& view, base::Month month);

}  // namespace kenpo::report
