// One line cut at its commas.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/require.h"

namespace kenpo::format::notification_csv {

/// The items of a line, numbered from 1. A comma is never part of a two-byte character, so the
/// bytes can be cut as they stand. The line must outlive the cells.
class Cells {
 public:
  explicit Cells(std::string_view line);

  /// How many items the line has; those over items_limit are counted, but not kept.
  int count() const { return count_; }
  std::string_view at(int item) const {
    KENPO_REQUIRE(item >= 1 && static_cast<std::size_t>(item) <= texts_.size());
    return texts_[static_cast<std::size_t>(item - 1)];
  }
  /// The byte column of the item's first byte, from 1.
  std::uint32_t column(int item) const {
    return static_cast<std::uint32_t>(at(item).data() - line_.data()) + 1;
  }
  std::string_view line() const { return line_; }

 private:
  std::string_view line_;
  std::vector<std::string_view> texts_;
  int count_ = 0;
};

}  // namespace kenpo::format::notification_csv
