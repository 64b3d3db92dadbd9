// How far a job has come, for whoever shows it.
#pragma once

#include <cstdint>
#include <functional>

#include "base/fault.h"

namespace kenpo::eligibility {

struct Progress {
  std::int64_t done = 0;
  std::int64_t total = 0;  // 0: not known
  base::Words what;
};

/// Called between chunks, on the job's own thread; must be quick.
using ShowProgress = std::function<void(const Progress&)>;

}  // namespace kenpo::eligibility
