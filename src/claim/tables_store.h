// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "claim/claim_check_store.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "claim/disease_group_store.h"
#include "claim/master_store.h"

namespace kenpo::claim {

inline constexpr std::array<const store::Table*, 9> tables = {
    &claim_table, &claim_text_table, &claim_intake_table, &claim_check_table,
    &claim_check_run_table, &master_item_table, &master_edition_table,
    &disease_group_table, &disease_group_edition_table};

}  // namespace kenpo::claim
