// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "recourse/lapse_store.h"
#include "recourse/recovery_store.h"
#include "recourse/third_party_store.h"

namespace kenpo::recourse {

inline constexpr std::array<const store::Table*, 9> tables = {
    &lapse_case_table,     &lapse_step_table,       &successor_insurer_table,
    &recovery_table,       &recovery_entry_table,   &offender_recovery_table,
    &offender_entry_table, &third_party_case_table, &third_party_step_table};

}  // namespace kenpo::recourse
