// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "review/claim_return_store.h"
#include "review/dose_limit_store.h"
#include "review/finding_store.h"
#include "review/inquiry_store.h"
#include "review/request_store.h"
#include "review/review_run_store.h"

namespace kenpo::review {

inline constexpr std::array<const store::Table*, 13> tables = {
    &claim_finding_table,        &claim_finding_decision_table,
    &check_choice_table,         &check_mark_table,
    &check_round_table,          &claim_request_table,
    &claim_request_result_table, &claim_result_file_table,
    &injury_inquiry_table,       &injury_answer_table,
    &claim_return_table,         &claim_return_file_table,
    &dose_limit_table};

}  // namespace kenpo::review
