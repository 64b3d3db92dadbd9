// Benefits whose period of keeping is over, and the certificate of their erasure (pair 43).
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "staff/employee.h"

namespace kenpo::staff {

/// A benefit on record, with the last day of keeping.
struct KeptBenefit {
  base::StaffId staff;
  std::string name;  // of the employee
  WelfareBenefit benefit;
  base::Date kept_until;
};

/// The certificate: nobody's data is in it.
struct WelfareErasure {
  base::Date due_on;       // erased was what had to be kept until the day before at most
  std::int64_t items = 0;  // rows that went, withdrawn ones included
  base::StaffId proposed_by;
  base::StaffId approved_by;
  base::CaseId approval;
  base::Moment at;
};

}  // namespace kenpo::staff
