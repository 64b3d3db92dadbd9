// The monthly list of people and their registration of the My Number card as health insurance card
// (マイナ保険証の利用登録), in the society's own layout: docs/formats/card_list_csv.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/plain.h"
#include "base/result.h"

namespace kenpo::format::card_list_csv {

/// A line has about 30 bytes: a society of 800,000 people fills 24 MB.
inline constexpr std::size_t file_bytes_limit = std::size_t{64} << 20U;
inline constexpr std::size_t lines_limit = 2'000'000;

enum class Registration : std::uint8_t { registered, not_registered };

struct CardLine {
  std::string symbol = {};  // 記号
  std::string number = {};  // 番号, without leading zeros
  int branch = 0;           // 枝番, 0 to 99
  Registration registration = Registration::registered;
  base::Date on = {};  // the day of the platform's answer
  std::uint64_t line_number = 0;  // in the file, from 1

  friend bool operator==(const CardLine&, const CardLine&) = default;
};

/// Whether the bytes begin with the head of this list.
bool looks_like(std::string_view prefix);

/// The whole list in UTF-8, with or without a mark, or in CP932. Refused, with every line: another
/// head, another number of cells, a number, branch, registration or day that is none, a person who
/// stands in it twice, an empty list.
base::Result<std::vector<CardLine>> read(std::string_view bytes, const base::Plain& file);

}  // namespace kenpo::format::card_list_csv
