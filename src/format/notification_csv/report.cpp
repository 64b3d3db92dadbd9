#include "format/notification_csv/report.h"

#include <algorithm>
#include <utility>

#include "format/notification_csv/file_words.h"

namespace kenpo::format::notification_csv {

using base::Plain;

void Report::add(base::Fault fault, std::uint64_t line, std::uint32_t column, const Item* item) {
  fault.place = {file_, line, column, {}};
  if (item != nullptr) {
    fault.place.field = "項番" + Plain(item->number) + " " + Plain::name(item->name);
  }
  add_placed(std::move(fault));
}

void Report::add_placed(base::Fault fault) {
  if (full()) return;
  if (faults_.size() + 1 == base::faults_limit) {
    const auto line = fault.place.line;
    fault = more_faults_follow();
    fault.place = {file_, line, 0, {}};
    faults_.push_back(std::move(fault));
    return;
  }
  const auto is_before = [](const base::Fault& left, const base::Fault& right) {
    return std::pair(left.place.line, left.place.column) <
           std::pair(right.place.line, right.place.column);
  };
  faults_.insert(std::upper_bound(faults_.begin(), faults_.end(), fault, is_before),
                 std::move(fault));
}

}  // namespace kenpo::format::notification_csv
