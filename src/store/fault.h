// What the store says when it cannot do what it was asked.
#pragma once

#include "base/fault.h"
#include "store/table.h"

namespace kenpo::store {

base::Fault busy_fault();
base::Fault disk_full_fault();
base::Fault damaged_fault();
base::Fault wrong_key_fault();
base::Fault cannot_open_fault();
/// A row with the same values exists where an index allows one.
base::Fault duplicate_fault();
base::Fault field_too_long_fault(const Column& column);
base::Fault subject_erased_fault();
base::Fault key_missing_fault();
base::Fault master_key_unsafe_fault();
base::Fault master_key_exists_fault();
base::Fault master_key_missing_fault();
base::Fault other_insurer_fault();
base::Fault undeclared_table_fault();
base::Fault undeclared_column_fault(const Table& table);
base::Fault declaration_changed_fault(const Table& table);
base::Fault declaration_flaw_fault(const Table& table, std::string_view flaw);
base::Fault migration_changed_fault(int number);
base::Fault row_absent_fault();

/// Whether the faults are duplicate_fault(): the caller may know better words for it.
bool is_duplicate(const base::Faults& faults);

}  // namespace kenpo::store
