// The month's figures and the age table of the handler's establishments, counted from the ledger as
// it stands now. Counts leave the act; people do not.
#pragma once

#include "base/result.h"
#include "eligibility/ledger.h"
#include "report/statistics.h"

namespace kenpo::report {

inline constexpr notice::Operation month_statistics_show{
    .name = "month_statistics.show",
    .japanese = "月報の集計",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// Refused: a month that has not begun.
base::Result<MonthStatistics> show_statistics(eligibility::Ledger& ledger,
                                              const notice::Acting& acting, base::Month month);

}  // namespace kenpo::report
