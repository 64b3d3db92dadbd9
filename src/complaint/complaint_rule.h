// The clocks of a complaint, who decides, and what goes into the year's report.
#pragma once

#include <vector>

#include "base/result.h"
#include "complaint/complaint.h"

namespace kenpo::complaint {

/// Our rule on 個人情報保護法40条: business days from the day after the receipt.
base::Result<ComplaintDates> complaint_dates(base::Date received_on);

/// Refused: answering before the first answer, after the end, or by the one complained of.
base::Result<> check_answer(const ComplaintCase& facts, ComplaintState to,
                            const base::StaffId& decider);

/// The complaints received in the fiscal year, counted on the day.
ComplaintReport report_of(const std::vector<Complaint>& complaints, int fiscal_year,
                          base::Date today);

}  // namespace kenpo::complaint
