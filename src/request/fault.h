// A fault without a place: the office's words for what was refused.
#pragma once

#include <utility>

#include "base/fault.h"

namespace kenpo::request {

inline base::Fault refusal(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

}  // namespace kenpo::request
