// What two people decide about a month: that its bills may go out, and that the month is closed.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::premium {

/// The list of differences was looked at and the bills of the month may go out (当組合の決め: no
/// notice leaves before a second person has released it).
struct BillRelease {
  base::Month billed = {};
  std::string digest;  // of the bills that were released, bills_digest
  base::StaffId proposed_by;
  base::StaffId released_by;  // never proposed_by
  base::Moment released_at = {};
};

/// The month is closed: it is not levied again, what comes later is posted with the next month.
struct MonthClosing {
  base::Month month = {};
  base::StaffId proposed_by;
  base::StaffId closed_by;  // never proposed_by
  base::Moment closed_at = {};
};

}  // namespace kenpo::premium
