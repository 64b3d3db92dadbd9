// Screens of claims: `/claims` and `/claims/{id}`.
#pragma once

#include "desk/router.h"
#include "store/database.h"

namespace kenpo::claim {

void add_claim_routes(desk::Router& router, store::Database& database);

}  // namespace kenpo::claim
