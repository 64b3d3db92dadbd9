// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "collection/arrears_store.h"
#include "collection/credit_store.h"
#include "collection/demand_store.h"
#include "collection/early_collection_store.h"
#include "collection/pledge_store.h"
#include "collection/receipt_store.h"
#include "collection/voluntary_release_store.h"

namespace kenpo::collection {

inline constexpr std::array<const store::Table*, 25> tables = {
    &receipt_table,         &payer_name_table,     &allocation_table,
    &cash_entry_table,      &credit_table,         &refund_table,
    &refund_account_table,  &refund_batch_table,   &refund_batch_line_table,
    &refund_batch_step_table, &paying_account_table, &arrears_step_table,
    &arrears_note_table,    &late_charge_table,    &voluntary_demand_table,
    &member_payment_table, &payment_pledge_table, &pledged_debt_table,
    &pledge_instalment_table, &pledge_step_table,  &voluntary_run_table,
    &voluntary_correction_table, &slip_release_line_table, &slip_release_table,
    &early_collection_table};

}  // namespace kenpo::collection
