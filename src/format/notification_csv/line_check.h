// A line against its table: the number of items, then each item.
#pragma once

#include <cstdint>
#include <span>

#include "format/notification_csv/cells.h"
#include "format/notification_csv/report.h"

namespace kenpo::format::notification_csv {

/// True when nothing was told to the report.
bool check_line(const Cells& cells, std::span<const Item> items, std::uint64_t line,
                Report& report);

}  // namespace kenpo::format::notification_csv
