// Tables of a voluntary member's page.
#pragma once

#include <string>

#include "collection/voluntary_act.h"
#include "desk/data.h"

namespace kenpo::collection {

/// What became of prepayments and of months asked for before; empty when nothing did.
std::string repricing_words(const VoluntaryLevy& levy);
std::string member_address(const base::PersonId& person);
desk::Data demands_table(const MemberView& member);
desk::Data corrections_table(const MemberView& member);
desk::Data payments_table(const MemberView& member);

}  // namespace kenpo::collection
