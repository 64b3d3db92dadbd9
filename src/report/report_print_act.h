// The reports as papers.
#pragma once

#include "premium/payment_notice.h"
#include "print/sheet.h"
#include "report/journal_act.h"
#include "report/statistics.h"

namespace kenpo::report {

/// 月報 with the age table, whose small cells are hidden: it may leave the office.
base::Result<print::Printed> print_statistics(const MonthStatistics& counted, std::int64_t floor,
                                              const premium::NoticeSender& sender,
                                              base::Moment now);
/// 調定簿, the child-support contribution on its own.
base::Result<print::Printed> print_journal(const Journal& journal,
                                           const premium::NoticeSender& sender,
                                           base::Moment now);

}  // namespace kenpo::report
