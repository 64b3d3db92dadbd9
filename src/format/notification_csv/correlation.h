// What the items of one record must say together.
#pragma once

#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "format/notification_csv/record.h"

namespace kenpo::format::notification_csv {

struct ItemFault {
  int item;
  base::Fault fault;
};

/// The rules between the items of one record (csv200, csv201, csv221, csv225, csv265). `today` is
/// the day that dates may not lie behind.
std::vector<ItemFault> check_correlations(const Content& content, base::Date today);

}  // namespace kenpo::format::notification_csv
