// The passages that a door system writes out: our own CSV, which those systems' exports are brought
// into (docs/formats/door_csv.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace kenpo::format::door_csv {

/// A month of a large office: 500 people, forty passages a day, 60 bytes each.
inline constexpr std::size_t file_bytes_limit = std::size_t{32} << 20U;
inline constexpr std::size_t cell_bytes_limit = 64;

enum class Way : std::uint8_t { in, out };

struct PassageLine {
  std::uint64_t line = 0;
  base::Moment at;
  std::string door;  // the area's symbol
  std::string card;
  Way way = Way::in;
};

/// Reads the whole file. Refused, with line and field: another head, a wrong number of cells, an
/// empty or too long cell, a time that is none, a direction other than 入 and 出, bytes that are no
/// UTF-8, a file without a line.
base::Result<std::vector<PassageLine>> read(std::string_view bytes);

std::string write(const std::vector<PassageLine>& lines);

}  // namespace kenpo::format::door_csv
