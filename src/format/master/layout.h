// Where each master has what the society uses. The layouts of 2024 and of 2026-05 differ in the
// number of fields of drugs alone; the places used here are the same in both.
#pragma once

#include <cstdint>
#include <span>

#include "format/master/master.h"

namespace kenpo::format::master {

/// Field numbers, from 1; 0 = not recorded.
struct Layout {
  Kind kind;
  char letter;                 // マスター識別; `any_letter`: another one than those of the others
  std::uint8_t code_digits;
  std::array<std::uint16_t, 2> fields_counts;  // of the editions that are read; 0 = none
  std::uint8_t code;
  std::uint8_t name;
  std::uint8_t unit;
  std::uint8_t amount;
  std::uint8_t icd;
  std::uint8_t pattern;
  std::uint8_t slots;          // the first カラム位置; then its length, and so on
  std::uint8_t generic;
  std::uint8_t youngest = 0;     // 下限年齢; 上限年齢 is the next field
  std::uint8_t times_limit = 0;  // 上限回数
  std::uint8_t changed_on;
  std::uint8_t abolished_on;
  std::uint8_t price_code = 0;
  char first_digit = ' ';  // of the codes, where the letter does not tell the master; else a space
};
inline constexpr char any_letter = '*';

std::span<const Layout> layouts();
const Layout* layout_of(char letter);
/// The master without a known letter whose codes begin with the digit.
const Layout* layout_of_digit(char first_digit);

}  // namespace kenpo::format::master
