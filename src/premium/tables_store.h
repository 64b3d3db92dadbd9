// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "premium/change_store.h"
#include "premium/closing_store.h"
#include "premium/leave_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/posting_store.h"
#include "premium/rate_requirement_store.h"
#include "premium/society_rate_store.h"

namespace kenpo::premium {

inline constexpr std::array<const store::Table*, 16> tables = {
    &society_rate_table, &premium_posting_table, &ledger_entry_table, &levy_sum_table,
    &levy_cause_table,   &levy_run_table,        &issued_notice_table, &rate_requirement_table,
    &leave_table,        &saved_change_table,    &care_exclusion_table,
    &bill_release_table, &month_closing_table, &rounding_rule_table,
    &care_setting_table, &care_band_table};

}  // namespace kenpo::premium
