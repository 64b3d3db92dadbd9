#include "format/claim/line.h"

namespace kenpo::format::claim {

namespace {

constexpr std::size_t prefix_columns = 3;
constexpr std::uint32_t no_number = UINT32_MAX;

/// A number of 1 to `digits_limit` digits.
std::uint32_t prefix_number(std::string_view column, std::size_t digits_limit) {
  if (column.empty() || column.size() > digits_limit) return no_number;
  std::uint32_t number = 0;
  for (char c : column) {
    if (c < '0' || c > '9') return no_number;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

}  // namespace

bool read_prefix(Line& line) {
  line.data_kind = 0;
  if (line.fields_count <= prefix_columns) return false;
  const std::uint32_t kind = prefix_number(line.field(1), 2);
  const std::uint32_t row = prefix_number(line.field(2), 5);
  const std::uint32_t branch = prefix_number(line.field(3), 3);
  if (kind == no_number || kind == 0 || row == no_number || branch == no_number) return false;
  line.data_kind = static_cast<std::uint8_t>(kind);
  line.row = row;
  line.branch = static_cast<std::uint16_t>(branch);
  line.first_field = line.ends[prefix_columns - 1] + 1;
  line.ends += prefix_columns;
  line.fields_count = static_cast<std::uint16_t>(line.fields_count - prefix_columns);
  line.filled = line.filled >> prefix_columns | line.filled_behind << (64 - prefix_columns);
  line.filled_behind >>= prefix_columns;
  return true;
}

}  // namespace kenpo::format::claim
