// The audit log of a data directory, verified as a whole.
#pragma once

#include <string>

#include "app/society_file.h"
#include "base/result.h"
#include "notice/log_verifier.h"
#include "store/database.h"

namespace kenpo::app {

/// Verifies every byte of the log against the key of its first epoch, which stands in the data
/// directory, and against the checkpoint that the facts remember (no database: none).
base::Result<notice::VerifiedLog> verify_own_log(const std::string& directory,
                                                 const SocietyFile& society,
                                                 store::Database* database);

}  // namespace kenpo::app
