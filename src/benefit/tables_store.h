// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "benefit/additional_store.h"
#include "benefit/high_cost_store.h"
#include "benefit/medical_expense_store.h"
#include "benefit/outpatient_year_store.h"
#include "benefit/payment_store.h"

namespace kenpo::benefit {

inline constexpr std::array<const store::Table*, 16> tables = {
    &high_cost_result_table,     &high_cost_basis_table, &high_cost_award_table,
    &high_cost_award_step_table, &high_cost_run_table,   &additional_rule_table,
    &benefit_account_table,      &benefit_payable_table, &payment_batch_table,
    &payment_line_table,         &payment_step_table,    &outpatient_year_table,
    &burden_certificate_table,   &base_day_notice_table,
    &medical_expense_table, &no_insurance_table};

}  // namespace kenpo::benefit
