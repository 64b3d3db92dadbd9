// The tables of the registers, for opening the database.
#pragma once

#include <array>

#include "safeguard/area_store.h"
#include "safeguard/carrying_store.h"
#include "safeguard/export_store.h"
#include "safeguard/passage_watch_store.h"
#include "safeguard/processor_store.h"
#include "safeguard/register_store.h"
#include "safeguard/terminal_store.h"

namespace kenpo::safeguard {

inline constexpr std::array<const store::Table*, 16> register_tables = {
    &area_table,        &door_card_table,       &passage_table,      &kept_item_table,
    &stock_check_table, &stock_line_table,      &carrying_table,     &carrying_return_table,
    &processor_table,   &processor_check_table, &export_entry_table, &export_step_table,
    &terminal_table,    &terminal_demand_table, &passage_watch_table,
    &carrying_due_table};

}  // namespace kenpo::safeguard
