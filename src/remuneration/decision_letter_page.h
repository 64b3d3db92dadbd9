// Screens of letters to employers: `/decision-letters`, a draft of an establishment, one that went
// out with its paper.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "remuneration/decision_letter.h"

namespace kenpo::remuneration {

/// The ledger's parts outlive the router.
void add_decision_letter_routes(desk::Router& router, const eligibility::Ledger& ledger,
                                const LetterSender& sender);

/// The letters of one member; called by add_decision_letter_routes.
void add_member_letter_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::remuneration
