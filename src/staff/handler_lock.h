// A handler was locked: by whom, when and why. The lock itself stands on the list of handlers.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/id.h"

namespace kenpo::staff {

struct HandlerLock {
  base::StaffId staff;
  base::Moment at;
  base::StaffId by;
  std::string reason;  // 1 to 500 characters
};

}  // namespace kenpo::staff
