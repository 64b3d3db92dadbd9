// Two people of the ledger with the same individual number: they are one person, or a number was
// entered wrongly. Compared by keyed hash inside the sealed store; no number is opened or shown.
#pragma once

#include <cstddef>

#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

/// 番号法16条の突合: the program by itself, once a day, or whoever may match the registry.
inline constexpr notice::Operation number_look_alikes{
    .name = "number.look_alikes",
    .japanese = "同じ個人番号の二人の確認",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::resident_registry_matching},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program,
    // Members are compared with one another, not with the registry.
    .on_the_way = {notice::Pair{notice::Category::eligibility,
                                notice::Purpose::resident_registry_matching}}};

/// Opens a work item for each two people who were never put side by side and are not decided to be
/// one. Hands back how many; twice opens none the second time.
base::Result<std::size_t> open_number_look_alikes(Ledger& ledger, const notice::Acting& acting);

}  // namespace kenpo::eligibility
