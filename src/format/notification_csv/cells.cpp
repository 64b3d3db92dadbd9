#include "format/notification_csv/cells.h"

#include "format/notification_csv/layout.h"

namespace kenpo::format::notification_csv {

Cells::Cells(std::string_view line) : line_(line) {
  std::size_t from = 0;
  for (;;) {
    const auto comma = line.find(',', from);
    ++count_;
    if (texts_.size() < items_limit) {
      texts_.push_back(line.substr(from, comma == line.npos ? comma : comma - from));
    }
    if (comma == line.npos) return;
    from = comma + 1;
  }
}

}  // namespace kenpo::format::notification_csv
