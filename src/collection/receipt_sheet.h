// A list of receipts that a clerk types, pastes or brings as a CSV file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/yen.h"

namespace kenpo::collection {

/// What one person types and looks through at one sitting; more comes as the bank's file.
inline constexpr std::size_t sheet_rows_limit = 200;
/// A line of the longest name and remark, in UTF-8.
inline constexpr std::size_t sheet_bytes_limit = sheet_rows_limit * 800;
inline constexpr std::size_t sheet_remark_limit = 100;  // characters, as of a single receipt

/// One line as it was typed.
struct SheetRow {
  std::uint64_t line = 0;  // of the list, from 1
  base::Date on = {};
  std::string payer = {};  // an establishment's symbol or name, or a name in kana
  base::Yen amount = {};
  std::string remark = {};
};

enum class SheetStanding : std::uint8_t {
  fresh,  // becomes a receipt
  alike,  // becomes one; another of the same day and amount is there already
  known,  // the same line was entered by a list before: passed over
};

}  // namespace kenpo::collection
