#include "format/notification_csv/line_check.h"

#include "format/notification_csv/cell_check.h"
#include "format/notification_csv/file_words.h"

namespace kenpo::format::notification_csv {

bool check_line(const Cells& cells, std::span<const Item> items, std::uint64_t line,
                Report& report) {
  const int expected = static_cast<int>(items.size());
  if (cells.count() != expected) {
    report.add(item_count_differs(expected, cells.count()), line, 0);
    return false;
  }
  bool good = true;
  for (const auto& item : items) {
    auto found = check_cell(cells, item);
    if (!found) continue;
    good = false;
    report.add(std::move(found->fault), line, cells.column(item.number) + found->offset, &item);
  }
  return good;
}

}  // namespace kenpo::format::notification_csv
