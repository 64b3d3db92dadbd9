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
    const auto place = fault.place;
    fault = more_faults_follow();
    fault.place = {file_, place.line, 0, {}};
  }
  faults_.push_back(std::move(fault));
}

base::Faults Report::take() {
  const auto last = full() ? faults_.end() - 1 : faults_.end();
  std::stable_sort(faults_.begin(), last, [](const auto& left, const auto& right) {
    return std::pair(left.place.line, left.place.column) <
           std::pair(right.place.line, right.place.column);
  });
  return std::move(faults_);
}

}  // namespace kenpo::format::notification_csv
