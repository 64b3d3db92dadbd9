// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "cost_notice/cost_notice_store.h"

namespace kenpo::cost_notice {

inline constexpr std::array<const store::Table*, 5> tables = {
    &consent_table, &notice_run_table, &notice_run_step_table, &notice_paper_table,
    &visit_check_table};

}  // namespace kenpo::cost_notice
