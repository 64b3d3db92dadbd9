// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "request/backup_copy_store.h"
#include "request/correction_store.h"
#include "request/erasure_store.h"
#include "request/package_store.h"
#include "request/purpose_consent_store.h"
#include "request/stop_store.h"

namespace kenpo::request {

inline constexpr std::array<const store::Table*, 15> tables = {
    &request_case_table, &request_step_table,   &redaction_table,    &package_table,
    &use_stop_table,     &provision_stop_table, &provision_table,    &statement_table,
    &hold_table,         &certificate_table,    &retention_run_table, &log_keeping_table,
    &backup_copy_table,  &backup_discard_table, &purpose_consent_table};

}  // namespace kenpo::request
