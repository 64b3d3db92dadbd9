// The last checkpoint of the audit log, remembered in the database: outside the log's directory, so
// that a log that was cut, rolled back or forked is noticed at the next start.
#pragma once

#include <optional>

#include "base/result.h"
#include "notice/audit_log.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::store {

inline constexpr Table remembered_checkpoint_table{
    .name = "remembered_checkpoint",
    .japanese = "監査記録の控え",
    .untimed = Untimed::program,
    .clear = {{"size", Kind::integer}, {"root", Kind::blob}, {"note", Kind::text}},
    .indexes = {{{"size"}, Uniqueness::many}},
};

/// The newest one, or nullopt when none was remembered.
base::Result<std::optional<notice::Remembered>> last_checkpoint(Database& database);

/// Remembers a checkpoint; one that is not larger than the last is left out.
base::Result<> remember_checkpoint(Database& database, const notice::Remembered& checkpoint);

}  // namespace kenpo::store
