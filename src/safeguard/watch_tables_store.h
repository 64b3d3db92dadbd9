// The tables of signs, incidents, inspections, audits and reviews, for opening the database.
#pragma once

#include <array>

#include "safeguard/alert_store.h"
#include "safeguard/incident_store.h"
#include "safeguard/inspection_store.h"
#include "safeguard/review_store.h"
#include "safeguard/sign_store.h"

namespace kenpo::safeguard {

inline constexpr std::array<const store::Table*, 11> watch_tables = {
    &watch_mark_table, &watch_counter_table, &watch_setting_table, &own_family_table,
    &alert_table,      &alert_answer_table,  &incident_table,      &incident_person_table,
    &inspection_table, &audit_record_table,  &review_table};

}  // namespace kenpo::safeguard
