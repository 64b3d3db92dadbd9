// Putting the bases of several decisions behind each other.
#pragma once

#include <vector>

#include "law/decision.h"

namespace kenpo::benefit {

inline void append_steps(std::vector<law::Basis>& basis, const std::vector<law::Basis>& more) {
  basis.insert(basis.end(), more.begin(), more.end());
}

}  // namespace kenpo::benefit
