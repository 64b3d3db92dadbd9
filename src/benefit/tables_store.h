// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "benefit/additional_store.h"
#include "benefit/high_cost_store.h"

namespace kenpo::benefit {

inline constexpr std::array<const store::Table*, 6> tables = {
    &high_cost_result_table, &high_cost_basis_table,      &high_cost_award_table,
    &high_cost_award_step_table, &high_cost_run_table, &additional_rule_table};

}  // namespace kenpo::benefit
