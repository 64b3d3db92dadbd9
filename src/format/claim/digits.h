// Digits of fields, eight bytes at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace kenpo::format::claim {

static_assert(std::endian::native == std::endian::little);

/// Up to eight bytes, the first in the lowest; the rest filled with '0' in front, so that the
/// number keeps its value. `size` 1 to 8.
inline std::uint64_t digit_word(const char* bytes, std::size_t size) {
  std::uint64_t word = 0;
  if (size == 8) {
    std::memcpy(&word, bytes, 8);
    return word;
  }
  constexpr std::uint64_t zeros = 0x3030303030303030;
  for (std::size_t at = 0; at < size; ++at) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at])) << (8 * at);
  }
  const auto shift = 8 * (8 - size);
  return word << shift | (zeros & ((std::uint64_t{1} << shift) - 1));
}

/// The same where the eight bytes before `end` may be read: one load instead of a loop.
inline std::uint64_t digit_word_before(const char* end, std::size_t size) {
  constexpr std::uint64_t zeros = 0x3030303030303030;
  std::uint64_t word;
  std::memcpy(&word, end - 8, 8);
  if (size == 8) return word;
  const std::uint64_t in_front = (std::uint64_t{1} << (8 * (8 - size))) - 1;
  return (word & ~in_front) | (zeros & in_front);
}

/// True when all eight bytes are '0' to '9'.
inline bool is_digit_word(std::uint64_t word) {
  constexpr std::uint64_t high = 0xF0F0F0F0F0F0F0F0;
  constexpr std::uint64_t zeros = 0x3030303030303030;
  return (word & high) == zeros && ((word + 0x0606060606060606) & high) == zeros;
}

/// The number of eight digits: pairs, fours, eights.
inline std::uint32_t digit_word_value(std::uint64_t word) {
  word = (word & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;
  word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16;
  return static_cast<std::uint32_t>((word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32);
}

/// True when every byte is '0' to '9'. Empty is true.
inline bool all_digits(std::string_view field) {
  while (field.size() > 8) {
    if (!is_digit_word(digit_word(field.data(), 8))) return false;
    field.remove_prefix(8);
  }
  return field.empty() || is_digit_word(digit_word(field.data(), field.size()));
}

/// The value of up to eight digits; 0 for an empty field or one that is no number.
inline std::int64_t number_of(std::string_view field) {
  if (field.empty()) return 0;
  if (field.size() <= 8) {
    const std::uint64_t word = digit_word(field.data(), field.size());
    return is_digit_word(word) ? digit_word_value(word) : 0;
  }
  std::int64_t number = 0;
  if (field.size() > 18) return 0;  // beyond 63 bits
  for (char c : field) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// YYYYMMDD, or GYYMMDD with G = 1 明治 2 大正 3 昭和 4 平成 5 令和 inside the era; nullopt for a day
/// that does not exist.
std::optional<base::Date> claim_date(std::string_view field);

/// YYYYMM, or GYYMM as above.
std::optional<base::Month> claim_month(std::string_view field);

/// The check digit (検証番号) behind up to seven digits: of an insurer, a public payer, a provider.
char check_digit(std::string_view digits);

/// True for eight digits, or six after two spaces or alone, whose last is the check digit of the
/// rest (保険者番号).
bool is_insurer_number(std::string_view field);

}  // namespace kenpo::format::claim
