// The checks of a line against the layout and of a receipt against the rules of the specification.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "format/claim/issue.h"
#include "format/claim/line.h"
#include "format/claim/receipt.h"

namespace kenpo::format::claim {

/// No more findings of one receipt are kept; nobody works through a longer list.
inline constexpr std::size_t findings_limit = 100;

/// Where the checks put what they find: faults of the file, findings of the receipt.
struct Notes {
  base::Faults faults;
  std::vector<Finding> findings;

  void add(Issue issue, const Line& line, std::size_t seq, std::int64_t expected = 0,
           std::int64_t found = 0);
  void add_fault(base::Fault fault);
  bool full() const { return faults.size() >= base::faults_limit; }
};

/// Number of fields, and every field that is not empty: mode, length, dates, codes.
void check_line(const Line& line, Notes& notes);

/// The rules between the records of one version (claimed or decided) of a receipt.
void check_receipt(std::span<const Line> lines, const ReceiptHead& head, Notes& notes);

}  // namespace kenpo::format::claim
