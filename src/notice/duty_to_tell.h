// What a stop of use does not silence (privacy property 22): the society's duty to tell that very
// person that their data leaked. The rows are read under the published pair, as before; the
// person's own stop is not asked, and the leaf names the article besides the pair.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "notice/operation.h"

namespace kenpo::notice {

struct DutyToTell {
  std::string_view operation;
  Statute statute;
};

/// 個人情報保護法26条2項: the persons of a breach are found, counted and told. Few on purpose: what
/// stands here goes on after somebody said stop.
inline constexpr DutyToTell duties_to_tell[] = {
    {"incident.persons", Statute::breach_report},
    {"incident.persons_show", Statute::breach_report},
    {"incident.letters", Statute::breach_report},
};

/// The statute under which the operation goes on after a stop; `none`: the stop holds.
constexpr Statute duty_to_tell(const Operation& operation) {
  const auto* at = std::ranges::find(duties_to_tell, operation.name, &DutyToTell::operation);
  return at == std::end(duties_to_tell) ? Statute::none : at->statute;
}

}  // namespace kenpo::notice
