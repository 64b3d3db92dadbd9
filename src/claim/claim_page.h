// Screens of claims: `/claims`, `/claims/{id}` and those of one person, `/members/{id}/claims`.
#pragma once

#include "desk/router.h"
#include "store/database.h"

namespace kenpo::claim {

void add_claim_routes(desk::Router& router, store::Database& database);

}  // namespace kenpo::claim
