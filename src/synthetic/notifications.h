// Notification files of the employers.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "synthetic/events.h"
#include "synthetic/output.h"

namespace kenpo::synthetic {

format::notification_csv::Head head_of(const Employer& employer, base::Date made_on);

/// 10-acquisition-<記号>-<part>.csv: everybody who was insured before the lead-in month.
base::Result<> write_acquisitions(const Society& society, Output& output);

/// 40-<month>-<記号>-<part>.csv: the events of a month.
base::Result<> write_events(const Society& society, base::Month month,
                            const std::vector<Event>& events, Output& output);

}  // namespace kenpo::synthetic
