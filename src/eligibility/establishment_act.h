// Registering and listing establishments. No personal data: the employer's own name is not kept.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/establishment.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

/// Decides who is covered: for the role of the ledger, though no personal data is in it.
inline constexpr notice::Operation establishment_register{
    .name = "establishment.register",
    .japanese = "適用事業所の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation establishment_list{.name = "establishment.list",
                                                      .japanese = "適用事業所の一覧",
                                                      .statute = notice::Statute::no_personal_data,
                                                      .runner = notice::Runner::staff_or_program};

/// Adds establishments or corrects those with the same id, all or none. Refused: an empty symbol or
/// name, a code of the pension agency or a symbol that another establishment has, a period that
/// ends before it begins.
base::Result<> register_establishments(Ledger& ledger, const notice::Acting& acting,
                                       const std::vector<Establishment>& establishments);

/// All establishments in the handler's scope, in the order of their symbols.
base::Result<std::vector<Establishment>> show_establishments(Ledger& ledger,
                                                             const notice::Acting& acting);

/// The same for the names on a page of another operation, whose leaf stands for all of the page:
/// there is no personal data in them, and no leaf of their own.
base::Result<std::vector<Establishment>> establishments_beside(Ledger& ledger,
                                                               const notice::Acting& acting);

}  // namespace kenpo::eligibility
