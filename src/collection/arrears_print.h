// Papers to payers: the reminder, the notice of a late charge, the notice of a set-off.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "collection/arrears_view.h"
#include "collection/credit.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::collection {

/// 督促状 as PDF (健康保険法180条2項).
base::Result<print::Printed> print_reminder(const Reminder& reminder,
                                            const premium::NoticeSender& sender,
                                            base::Moment made_at);

/// 過誤納の充当の通知 as PDF (健康保険法164条3項). `name`: the payer's.
struct SetOffLine {
  base::Month month = {};
  base::Date due = {};
  base::Yen amount = {};
};
base::Result<print::Printed> print_set_off(const Credit& credit, const std::string& name,
                                           const std::vector<SetOffLine>& lines,
                                           const premium::NoticeSender& sender,
                                           base::Moment made_at);

std::string letter_day(base::Date day);
std::string letter_yen(base::Yen amount);

}  // namespace kenpo::collection
