// What was changed outside the program, beside the bytes of the audit log: the notice's files, the
// machine's clock, the rows of handlers and roles, the decisions of two people. The self-check asks
// the same with the desk closed; this is asked while the desk is open, after each start and daily.
#pragma once

#include <cstdint>

#include "app/office.h"
#include "base/fault.h"

namespace kenpo::app {

/// A clock that was set back and is right again is told for so many days: a month's work sees it.
/// The self-check reports it for ever.
inline constexpr int clock_told_days = 31;

/// Compares the office with the first `size` leaves of its log, which were found right. What cannot
/// be compared is a fault, too. None: nothing was found.
base::Faults changed_outside(Office& office, std::uint64_t size);

}  // namespace kenpo::app
