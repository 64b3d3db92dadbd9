// When the assembly is convened and by when its notice goes out: Enforcement Order art 7.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// The last day on which a meeting that was demanded on the day may be convened. Weekends do not
/// move it.
base::Result<law::Decision<base::Date>> convene_by(base::Date demanded_on);

/// Whether so many members (of the fixed number) are enough to demand a meeting. Refuses numbers
/// below zero or more members than seats.
base::Result<law::Decision<bool>> may_demand(int fixed_number, int demanding, base::Date on);

/// The last day on which the notice of a meeting may be sent: the days of the society's rule lie
/// whole between the notice and the meeting.
base::Result<law::Decision<base::Date>> notice_by(base::Date held_on);

}  // namespace kenpo::assembly
