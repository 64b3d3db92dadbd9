// Collects the faults of one file, each with its place, up to the limit.
#pragma once

#include <cstdint>
#include <utility>

#include "base/fault.h"
#include "format/notification_csv/layout.h"

namespace kenpo::format::notification_csv {

class Report {
 public:
  explicit Report(base::Plain file) : file_(std::move(file)) {}

  /// Ignored once the report is full; the last place says that there are more.
  void add(base::Fault fault, std::uint64_t line, std::uint32_t column, const Item* item = nullptr);

  /// A fault that has its place.
  void add_placed(base::Fault fault);

  bool empty() const { return faults_.empty(); }
  bool full() const { return faults_.size() >= base::faults_limit; }
  /// In the order of lines and columns.
  base::Faults take() { return std::move(faults_); }

 private:
  base::Plain file_;
  base::Faults faults_;
};

}  // namespace kenpo::format::notification_csv
