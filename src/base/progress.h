// How far a long work has come. Shown as a bar on a terminal and on the screen of the month's run.
#pragma once

#include <cstdint>
#include <functional>

#include "base/plain.h"

namespace kenpo::base {

struct Progress {
  std::int64_t done = 0;
  std::int64_t total = 0;  // 0: not known
  Words what;               // 「レセプトの取込」
};

/// Told now and then, from the thread that works; must be quick. May be empty.
using TellProgress = std::function<void(const Progress&)>;

}  // namespace kenpo::base
