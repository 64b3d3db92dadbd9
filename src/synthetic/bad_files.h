// Files that must be refused, one fault each.
#pragma once

#include <string_view>

#include "base/result.h"
#include "synthetic/output.h"
#include "synthetic/people.h"

namespace kenpo::synthetic {

/// Writes the folder `bad` with its README.txt. `claims` are a few receipts of the society, `again`
/// is a whole file that was written before.
base::Result<> write_bad_files(const Society& society, std::string_view claims,
                               std::string_view again, Output& output);

}  // namespace kenpo::synthetic
