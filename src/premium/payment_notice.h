// 納入告知: what an employer pays for a month (健康保険法164条, 施行規則136条).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "eligibility/establishment.h"
#include "premium/levy_ledger.h"
#include "print/sender.h"

namespace kenpo::premium {

/// A part of the bill that is for an earlier month.
struct EarlierMonth {
  base::Month month = {};
  Billed amount = {};
};

struct PaymentNotice {
  eligibility::Establishment establishment;
  base::Month month = {};
  Billed this_month = {};
  std::vector<EarlierMonth> earlier = {};
  base::Yen total = {};         // this month and the earlier ones; negative: to be set off
  base::Yen last_month = {};    // total of last month's bill
  std::vector<CauseLine> causes = {};  // the difference to last month
  base::Date due = {};          // end of the following month (art 164)
  bool released = false;  // a second person agreed to these bills; the notice may be issued
  std::optional<base::Moment> issued_at = {};
  base::Moment shown_at = {};
};

/// What stands on the paper besides the amounts: the society's own configuration.
using NoticeSender = print::Sender;

/// 納付期限: the last day of the month after (健康保険法164条1項).
base::Date due_date(base::Month month);

}  // namespace kenpo::premium
