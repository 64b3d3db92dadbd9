// What SQLite says, in the words of the store.
#pragma once

#include "base/fault.h"

namespace kenpo::store {

/// A fault from SQLite's extended result code.
base::Fault engine_fault(int code);

}  // namespace kenpo::store
