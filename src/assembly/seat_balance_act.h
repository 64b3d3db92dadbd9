// Whether seats divided among districts are balanced: asked before an election is announced.
#pragma once

#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/election_rule.h"
#include "base/result.h"

namespace kenpo::assembly {

/// Numbers of people and seats, nobody's data.
inline constexpr notice::Operation seat_balance_check{
    .name = "seat_balance.check",
    .japanese = "定数の割り振りの点検",
    .statute = notice::Statute::no_personal_data};

/// By the society's rule of today. Refused: what `balanced` refuses.
base::Result<law::Decision<bool>> check_balance(const AssemblyOffice& office,
                                                const notice::Acting& acting,
                                                const std::vector<District>& districts);

}  // namespace kenpo::assembly
