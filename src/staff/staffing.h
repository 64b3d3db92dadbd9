// Everything that the gate's policy about people is made of, as read together.
#pragma once

#include <vector>

#include "staff/break_glass.h"
#include "staff/duty.h"
#include "staff/handler.h"

namespace kenpo::staff {

struct Staffing {
  std::vector<NamedHandler> handlers;  // sorted by staff id
  Duties duties;
  std::vector<BreakGlass> emergencies;
};

}  // namespace kenpo::staff
