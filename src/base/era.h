// Japanese eras (元号): days written in them and read from them. The eras are rows of law/eras.tsv.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"

namespace kenpo::base {

/// One era. The day of the change belongs to the new era.
struct Era {
  std::string_view name;      // 令和
  std::string_view letter;    // R
  Date first;
  std::optional<Date> last;   // none for the present era
  int notification_code = 0;  // 届書CSV: 1 明治 3 大正 5 昭和 7 平成 9 令和
  int claim_code = 0;         // レセプト: 1 明治 2 大正 3 昭和 4 平成 5 令和
};

/// The eras, the oldest first.
std::span<const Era> eras();

/// The era of a day; nullptr before the first era.
const Era* era_on(Date day);

/// A day in an era's own count of years; the first year is 1.
struct EraDay {
  const Era* era = nullptr;
  int year = 0;
  int month = 0;
  int day = 0;
};

/// nullopt before the first era.
std::optional<EraDay> in_era(Date day);

/// Refuses a day that does not exist or that does not lie in the era (平成31年5月1日).
std::optional<Date> of_era(const Era& era, int year, int month, int day);

/// 令和8年4月1日; the first year is 元年. nullopt before the first era.
std::optional<std::string> era_long(Date day);

/// R8.4.1; the first year is 1. nullopt before the first era.
std::optional<std::string> era_short(Date day);

/// 令和8年10月, as every screen and paper of the office writes a month; 1868年9月 and before in the
/// common era. A month in which the era changes belongs to the era of its first day.
std::string era_month(Month month);

/// Reads 令和8年4月1日, R8.4.1, r080401, 20260401, 2026/4/1 and 2026-04-01, nothing else. The first
/// year may be 元 or 1; era letters may be small. Strict: a day outside its era is refused.
std::optional<Date> parse_any_date(std::string_view text);

}  // namespace kenpo::base
