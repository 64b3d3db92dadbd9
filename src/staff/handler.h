// A handler (取扱者) of the dated list, with the name people read.
#pragma once

#include <string>

#include "notice/policy.h"

namespace kenpo::staff {

/// A handler with the name people read.
struct NamedHandler {
  notice::Handler handler;
  std::string name;  // 1 to 40 characters
};

}  // namespace kenpo::staff
