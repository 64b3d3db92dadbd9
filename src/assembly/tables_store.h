// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "assembly/election_store.h"
#include "assembly/meeting_store.h"
#include "assembly/member_store.h"
#include "assembly/bylaw_store.h"
#include "assembly/contact_erasure_store.h"
#include "assembly/training_store.h"

namespace kenpo::assembly {

inline constexpr std::array<const store::Table*, 14> tables = {
    &assembly_member_table,  &assembly_officer_table, &assembly_charter_table,
    &assembly_meeting_table, &agenda_item_table,      &attendance_table,
    &election_table,         &election_voter_table,   &election_candidate_table,
    &election_count_table,   &election_log_table,     &assembly_training_table,
    &bylaw_table,            &contact_erasure_table};

}  // namespace kenpo::assembly
