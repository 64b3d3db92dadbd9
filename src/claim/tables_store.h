// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "claim/claim_check_store.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"

namespace kenpo::claim {

inline constexpr std::array<const store::Table*, 5> tables = {
    &claim_table, &claim_text_table, &claim_intake_table, &claim_check_table,
    &claim_check_run_table};

}  // namespace kenpo::claim
