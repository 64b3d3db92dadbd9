// The public form of the complaint desk: `/complaint-desk`, without sign-in and without an account.
#pragma once

#include "complaint/complaint_act.h"
#include "desk/desk.h"
#include "desk/router.h"

namespace kenpo::complaint {

/// From one network address so many complaints an hour; a person who has more to say writes them
/// into one, or telephones.
inline constexpr int address_complaints_an_hour = 3;
/// Addresses remembered at most; past it the oldest hour is forgotten first.
inline constexpr std::size_t addresses_limit = 10'000;

/// The desk outlives the router's use. Called once, after the desk was made.
void add_public_complaint_routes(desk::Router& router, const desk::Desk& desk,
                                 store::Database& database);

}  // namespace kenpo::complaint
