// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

inline constexpr std::array<const store::Table*, 3> tables = {
    &standard_remuneration_table, &standard_bonus_table, &determination_basis_table};

}  // namespace kenpo::remuneration
