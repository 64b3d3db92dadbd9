// The tables of the registers, for opening the database.
#pragma once

#include <array>

#include "safeguard/area_store.h"
#include "safeguard/carrying_store.h"
#include "safeguard/register_store.h"

namespace kenpo::safeguard {

inline constexpr std::array<const store::Table*, 8> register_tables = {
    &area_table,        &door_card_table,  &passage_table,  &kept_item_table,
    &stock_check_table, &stock_line_table, &carrying_table, &carrying_return_table};

}  // namespace kenpo::safeguard
