// What the tests above the store read, compiled once for all of them (cmake/folders.cmake). A test
// still includes what it uses.
#pragma once

#include "eligibility/tables_store.h"
#include "notice/gate.h"
#include "store/database.h"
#include "tests/support/low_prelude.h"
#include "tests/support/society.h"
