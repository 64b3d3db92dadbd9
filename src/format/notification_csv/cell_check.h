// One item against its row of the layout.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/fault.h"
#include "format/notification_csv/cells.h"
#include "format/notification_csv/layout.h"

namespace kenpo::format::notification_csv {

/// A fault and the byte of the item at which it lies.
struct CellFault {
  base::Fault fault;
  std::uint32_t offset = 0;
};

/// The first fault of the item, looked for in this order: characters, need, width, length, value.
/// Date items are read with the era and year in the items before them.
std::optional<CellFault> check_cell(const Cells& cells, const Item& item);

/// Era code and YYMMDD. Refuses a day that does not exist or lies outside the era.
std::optional<base::Date> date_of(std::string_view era, std::string_view yymmdd);
/// Era code, YY and MM. Refuses a month that has no day in the era.
std::optional<base::Month> month_of(std::string_view era, std::string_view year,
                                    std::string_view month);
/// Digits to a number; nullopt for anything else or more than nine of them.
std::optional<int> number_of(std::string_view digits);

}  // namespace kenpo::format::notification_csv
