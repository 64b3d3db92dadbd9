// Finding the separators of a claims file: commas and line feeds. Neither byte occurs inside a
// two-byte character of CP932, and the format knows no quotation marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kenpo::format::claim {

struct Scan {
  std::size_t separators = 0;
  /// Some byte needs a closer look: a control character, a quotation mark, a CR without LF or an
  /// LF without CR.
  bool suspect = false;
};

/// Room that `positions` needs for so many bytes.
constexpr std::size_t scan_room(std::size_t bytes) { return bytes + 64; }

/// Writes the positions of ',' and LF into `positions`, in order. `bytes` begins at the beginning
/// of a line and has less than 4 GiB. Uses AVX-512 or AVX2 where the processor has it.
Scan scan_separators(std::string_view bytes, std::span<std::uint32_t> positions);

/// The same with 64-bit words only: for other processors, and for the test that compares.
Scan scan_separators_portably(std::string_view bytes, std::span<std::uint32_t> positions);

}  // namespace kenpo::format::claim
