// What the acts of the assembly are handed; their shape is store/under.h.
#pragma once

#include <utility>

#include "base/result.h"
#include "notice/gate.h"
#include "store/database.h"
#include "store/under.h"

namespace kenpo::assembly {

/// Lives as long as the program.
struct AssemblyOffice {
  notice::Gate& gate;
  store::Database& database;
};

using store::read_under;
using store::write_under;

}  // namespace kenpo::assembly
