// Finding the separators of a claims file: commas and line feeds. Neither byte occurs inside a
// two-byte character of CP932, and the format knows no quotation marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kenpo::format::claim {

/// What a scan finds. The room is kept for the next scan.
struct Separators {
  std::vector<std::uint32_t> positions;   // of ',' and LF, in order; only `count` of them count
  std::vector<std::uint64_t> filled;      // bit n: something stands before separator n
  std::vector<std::uint32_t> line_feeds;  // which separators are LF; only `lines` of them count
  std::size_t count = 0;
  std::size_t lines = 0;
  /// Some byte needs a closer look: a control character, a quotation mark, a CR without LF or an
  /// LF without CR.
  bool suspect = false;

  /// The `filled` bits from separator `first` on, up to 64.
  std::uint64_t filled_from(std::size_t first) const {
    const std::size_t word = first / 64;
    const std::size_t shift = first % 64;
    const std::uint64_t low = filled[word] >> shift;
    return shift == 0 ? low : low | filled[word + 1] << (64 - shift);
  }
};

/// `bytes` begins at the beginning of a line and has less than 4 GiB. Uses AVX-512 or AVX2 where
/// the processor has it.
void scan_separators(std::string_view bytes, Separators& separators);

/// The same with 64-bit words only: for other processors, and for the test that compares.
void scan_separators_portably(std::string_view bytes, Separators& separators);

}  // namespace kenpo::format::claim
