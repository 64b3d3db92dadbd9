// One case of the grant: its receipts joined, what was applied for, the federation's answer.
#pragma once

#include "desk/components.h"
#include "federation/grant.h"
#include "federation/grant_page.h"

namespace kenpo::federation {

desk::ChipKind chip_of(GrantState state);
void add_grant_case_routes(desk::Router& router, const GrantScreens& screens);

}  // namespace kenpo::federation
