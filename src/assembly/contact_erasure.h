// The erasure of what a former member was reached by. The membership itself stays.
#pragma once

#include <cstdint>

#include "assembly/member.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::assembly {

/// The certificate: nobody's data is in it.
struct ContactErasure {
  MembershipId membership;
  base::Date kept_until;  // the last day of the society's period
  std::int64_t rows = 0;  // that held contact data, earlier versions included
  base::StaffId by;
  base::Moment at;
};

}  // namespace kenpo::assembly
