// The pay of months that no notification carries, and changes of fixed pay (固定的賃金の変動), as an
// employer tells them: the society's own layout, docs/formats/pay_report_csv.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/plain.h"
#include "base/result.h"
#include "base/yen.h"

namespace kenpo::format::pay_report_csv {

/// A line has about 100 bytes: three months of 100,000 people fill 10 MB.
inline constexpr std::size_t file_bytes_limit = std::size_t{64} << 20U;
inline constexpr std::size_t lines_limit = 500'000;

enum class Direction : std::uint8_t { none, raised, cut };
enum class WorkerKind : std::uint8_t { ordinary, part_time, short_hours };

struct PaidMonth {
  int base_days = 0;  // 支払基礎日数, 0 to 31
  base::Yen pay = {};  // in money and in kind, back pay with it
  friend bool operator==(const PaidMonth&, const PaidMonth&) = default;
};

struct PayLine {
  std::string symbol = {};  // 記号
  std::string number = {};  // 番号, without leading zeros
  base::Date born = {};     // of the insured person, as a check
  base::Month first = {};   // the month of payment from which the line tells
  Direction direction = Direction::none;  // none: the pay alone, no change of fixed pay
  WorkerKind worker = WorkerKind::ordinary;
  std::array<std::optional<PaidMonth>, 3> months = {};  // from `first` on, without a gap
  std::optional<base::Month> back_pay_month = {};       // 遡及支払の月, one of the months
  base::Yen back_pay = {};                              // 遡及支払額 within the pay of that month
  std::uint64_t line_number = 0;                        // in the file, from 1

  friend bool operator==(const PayLine&, const PayLine&) = default;
};

/// Whether the bytes begin with the head of this file.
bool looks_like(std::string_view prefix);

/// The whole file in UTF-8, with or without a mark, or in CP932. Refused, with every line: another
/// head, another number of cells, a cell that cannot be read, a month left out before another, back
/// pay without its month or above its pay, the same person and month twice, another establishment
/// than that of the first line, an empty file.
base::Result<std::vector<PayLine>> read(std::string_view bytes, const base::Plain& file);

/// The file of the lines in UTF-8: read gives the lines again.
std::string write(const std::vector<PayLine>& lines);

}  // namespace kenpo::format::pay_report_csv
