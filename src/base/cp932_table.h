// The rows of the CP932 table as tools/make_cp932_table.cpp writes them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kenpo::base {

/// Up to 24 neighbouring two-byte codes of one lead byte. Cells count the trail bytes 0x40 to 0xFC
/// without 0x7F from 0; U+FFFD stands for a code without a character.
struct Cp932Row {
  std::uint8_t lead;
  std::uint8_t first_cell;
  const char16_t* characters;
};
extern const Cp932Row cp932_rows[];
extern const std::size_t cp932_rows_count;

/// A character that is written with another code than the first one that decodes to it, or that is
/// only ever written (`code` then decodes to a look-alike).
struct Cp932Choice {
  char16_t character;
  std::uint16_t code;
};
extern const Cp932Choice cp932_choices[];
extern const std::size_t cp932_choices_count;

}  // namespace kenpo::base
