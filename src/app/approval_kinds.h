// Every kind of proposal that two people decide together.
#pragma once

#include "app/office.h"

namespace kenpo::app {

/// Adds the kinds of all folders to the office's approvals: once, before the first route.
void add_approval_kinds(Office& office);

}  // namespace kenpo::app
