// Whether a breach has to be reported, under which class, by when, and what may follow what.
#pragma once

#include "base/result.h"
#include "safeguard/incident.h"

namespace kenpo::safeguard {

/// 個人情報保護法施行規則7条各号, 番号法29条の4: the classes that the facts fall into; 0 when it
/// need not be reported. A fault when the law book has no thresholds of the day.
base::Result<IncidentClasses> classify(const IncidentFacts& facts, base::Date known_on);

/// 施行規則8条: the days of the reports. The day of knowing is day 1, days off count; a last day
/// that is no business day moves to the next one.
base::Result<IncidentDates> report_dates(IncidentClasses classes, base::Date known_on);

/// A new reading of the facts never takes a class away.
IncidentClasses stricter(IncidentClasses before, IncidentClasses now);

/// Whether the case may go to the state. Refused with what is missing: no step is left out, the
/// final report waits for the preliminary one and for all nine items, closing for everything.
base::Result<> check_step(const Incident& incident, IncidentState to);

/// Whether a due day has passed without its report.
bool overdue(const Incident& incident, base::Date today);

}  // namespace kenpo::safeguard
