// The tables of the signs of a breach, for opening the database.
#pragma once

#include <array>

#include "safeguard/alert_store.h"
#include "safeguard/sign_store.h"

namespace kenpo::safeguard {

inline constexpr std::array<const store::Table*, 6> watch_tables = {
    &watch_mark_table, &watch_counter_table, &watch_setting_table,
    &own_family_table, &alert_table,         &alert_answer_table};

}  // namespace kenpo::safeguard
