// The tables of this folder.
#pragma once

#include <array>

#include "certificate/certificate_store.h"
#include "certificate/holder_fact_store.h"
#include "certificate/print_run_store.h"

namespace kenpo::certificate {

inline constexpr std::array<const store::Table*, 10> tables = {
    &certificate_table, &card_use_table, &application_table, &tax_table,           &relief_table,
    &print_run_table,   &run_step_table, &paper_table,       &paper_counter_table, &upkeep_table};

}  // namespace kenpo::certificate
