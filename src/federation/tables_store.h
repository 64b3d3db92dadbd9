// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "federation/grant_store.h"

namespace kenpo::federation {

inline constexpr std::array<const store::Table*, 3> tables = {
    &grant_table, &grant_standard_table, &grant_scan_table};

}  // namespace kenpo::federation
