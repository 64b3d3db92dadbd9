// Taking in a file of reported pay: changes of fixed pay and the pay of months that no notification
// carries (format/pay_report_csv).
#pragma once

#include <cstdint>
#include <string_view>

#include "base/plain.h"
#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

inline constexpr notice::Operation pay_report_intake{
    .name = "pay_report.intake",
    .japanese = "報酬の報告ファイルの取込み",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

struct PayReports {
  std::int64_t lines = 0;
  std::int64_t changes = 0;  // of them with a change of fixed pay
  bool already = false;      // the same file was taken in before; nothing has changed
};

/// Whole or not at all: every line is kept as if typed in (pay_report_act.h). Refused, every such
/// line told: what the layout forbids, an establishment that is not on the society's list or not in
/// the handler's scope, what keep_pay_report refuses.
base::Result<PayReports> take_in_pay_reports(Ledger& ledger, const notice::Acting& acting,
                                             std::string_view bytes, const base::Plain& file);

}  // namespace kenpo::eligibility
