// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "report/attachment_store.h"
#include "report/month_task_store.h"

namespace kenpo::report {

inline constexpr std::array<const store::Table*, 5> tables = {
    &month_task_step_table, &attachment_table, &attachment_part_table,
    &household_attachment_table, &household_attachment_part_table};

}  // namespace kenpo::report
