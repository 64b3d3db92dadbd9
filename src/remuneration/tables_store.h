// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "remuneration/bonus_pay_store.h"
#include "remuneration/candidate_store.h"
#include "remuneration/decision_letter_store.h"
#include "remuneration/manual_store.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/voluntary_average_store.h"
#include "remuneration/workplace_pay_store.h"

namespace kenpo::remuneration {

inline constexpr std::array<const store::Table*, 10> tables = {
    &standard_remuneration_table, &standard_bonus_table, &determination_basis_table,
    &manual_determination_table, &candidate_dismissal_table, &decision_letter_table,
    &letter_release_table,
    &workplace_pay_table, &voluntary_average_table,
    &bonus_pay_table};

}  // namespace kenpo::remuneration
