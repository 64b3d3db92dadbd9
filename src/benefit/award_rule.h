// Which proposal follows from a calculation and from what was decided before it.
#pragma once

#include <optional>
#include <vector>

#include "benefit/high_cost.h"

namespace kenpo::benefit {

struct NextAward {
  std::optional<Amounts> proposal = {};     // none: nothing is to be proposed
  std::vector<std::size_t> replaced = {};   // awards nobody has decided and that say otherwise
};

/// `due`: what the calculation gives for the month in all. `awards`: those of the household and
/// month, in the order in which they were made. What was decided is taken off; a proposal that
/// waits and says the same stays; one that a person has refused does not come again with the same
/// amounts.
NextAward next_award(const Amounts& due, const std::vector<Award>& awards);

}  // namespace kenpo::benefit
