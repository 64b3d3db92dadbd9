// Who may become a voluntary continuation insured person: Health Insurance Act arts 3(4) and 37.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "eligibility/notification.h"
#include "law/decision.h"

namespace kenpo::eligibility {

struct VoluntaryEntry {
  base::Date lost_on;       // the day of loss of the status as an employed person
  base::Date insured_from;  // the first day of the unbroken insured time before it
  base::Date received_on;   // when the application came
  base::Date born;
  YesNo late_for_reason = YesNo::no;
  OtherCover other_cover = OtherCover::none;  // time with another insurer makes up the two months
};

/// The last day for the application: twenty days counted from the day of loss itself, which begins
/// at midnight (健康保険法194条, 民法140条ただし書); a last day without business moves on (民法142条).
base::Result<law::Decision<base::Date>> voluntary_last_day(base::Date lost_on);

/// The day on which the status begins: the day of loss. Refused: less than two months insured up to
/// the day before the loss, an application that is late without good reason, one from before the
/// loss, 75 years reached.
base::Result<law::Decision<base::Date>> voluntary_begin(const VoluntaryEntry& entry);

}  // namespace kenpo::eligibility
