// One record against its table, and the reports of faults.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/fault.h"
#include "format/transfer/layout.h"

namespace kenpo::format::transfer {

/// Collects the faults of one file up to the limit.
class Report {
 public:
  explicit Report(base::Plain file) : file_(std::move(file)) {}

  /// Ignored once the report is full; the last place says that there are more.
  void add(base::Fault fault, std::uint64_t record, std::uint32_t column, std::string_view field);
  bool empty() const { return faults_.empty(); }
  bool full() const { return faults_.size() >= base::faults_limit; }
  base::Faults take() { return std::move(faults_); }

 private:
  base::Plain file_;
  base::Faults faults_;
};

/// True when nothing was told. The record has 120 bytes.
bool check_record(std::string_view record, std::span<const Field> fields, std::uint64_t number,
                  Report& report);

}  // namespace kenpo::format::transfer
