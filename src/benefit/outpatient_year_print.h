// 自己負担額証明書（外来年間合算） as PDF.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "benefit/outpatient_year.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::benefit {

/// What this society certifies for the person and period.
struct OwnBurden {
  OutpatientYear year;
  std::string name = {};
  base::Date born = {};
  std::vector<std::string> address = {};
};

base::Result<print::Printed> print_burden_certificate(const OwnBurden& burden,
                                                      const premium::NoticeSender& sender,
                                                      base::Moment made_at);

}  // namespace kenpo::benefit
