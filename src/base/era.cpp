#include "base/era.h"

#include <array>
#include <vector>

#include "base/require.h"
#include "base/resource.h"
#include "base/tsv.h"

namespace kenpo::base {

namespace {

constexpr std::string_view year_sign = "年";
constexpr std::string_view month_sign = "月";
constexpr std::string_view day_sign = "日";
constexpr std::string_view first_year_sign = "元";

/// A number of 1 to `longest` digits.
std::optional<int> number_of(std::string_view text, std::size_t longest) {
  if (text.empty() || text.size() > longest) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

int code_of(std::string_view text) {
  const auto number = number_of(text, 1);
  KENPO_REQUIRE(number.has_value());
  return *number;
}

/// Puts one row (name, from, to, value …) into the era that begins on the row's first day.
void take(std::vector<Era>& found, const std::vector<std::string_view>& cells) {
  const auto first = Date::parse(cells[1]);
  KENPO_REQUIRE(first.has_value());
  if (cells[0] == "era.name") {
    found.push_back({cells[3], {}, *first, Date::parse(cells[2]), 0, 0});
    return;
  }
  for (auto& era : found) {
    if (era.first != *first) continue;
    if (cells[0] == "era.letter") era.letter = cells[3];
    if (cells[0] == "era.notification_code") era.notification_code = code_of(cells[3]);
    if (cells[0] == "era.claim_code") era.claim_code = code_of(cells[3]);
  }
}

std::vector<Era> read_eras() {
  std::vector<Era> found;
  for (const auto line : lines_of(resource("law/eras.tsv"))) {
    if (line.empty() || line.starts_with('#') || line.starts_with("name\t")) continue;
    const auto cells = cells_of(line);
    KENPO_REQUIRE(cells.size() > 3);
    take(found, cells);
  }
  for (const auto& era : found) {
    KENPO_REQUIRE(era.letter.size() == 1 && era.notification_code > 0 && era.claim_code > 0);
  }
  return found;
}

/// The text before `sign`, which is taken off the front of `text` together with it.
std::optional<std::string_view> up_to(std::string_view& text, std::string_view sign) {
  const auto at = text.find(sign);
  if (at == std::string_view::npos) return std::nullopt;
  const auto part = text.substr(0, at);
  text.remove_prefix(at + sign.size());
  return part;
}

/// Year, month and day divided by three signs; the last sign may be empty.
std::optional<Date> of_era_parts(const Era& era, std::string_view text,
                                 const std::array<std::string_view, 3>& signs) {
  const auto year_text = up_to(text, signs[0]);
  if (!year_text) return std::nullopt;
  const auto month_text = up_to(text, signs[1]);
  if (!month_text || !text.ends_with(signs[2])) return std::nullopt;
  text.remove_suffix(signs[2].size());
  const auto year = *year_text == first_year_sign ? 1 : number_of(*year_text, 2);
  const auto month = number_of(*month_text, 2);
  const auto day = number_of(text, 2);
  if (!year || !month || !day) return std::nullopt;
  return of_era(era, *year, *month, *day);
}

std::optional<Date> parse_era(const Era& era, std::string_view text) {
  if (text.starts_with(era.name)) {
    return of_era_parts(era, text.substr(era.name.size()), {year_sign, month_sign, day_sign});
  }
  const char letter = era.letter.front();
  const char small = static_cast<char>(letter - 'A' + 'a');
  if (text.empty() || (text.front() != letter && text.front() != small)) return std::nullopt;
  text.remove_prefix(1);
  if (text.size() == 6 && number_of(text, 6)) {
    const int digits = *number_of(text, 6);
    return of_era(era, digits / 10000, digits / 100 % 100, digits % 100);
  }
  return of_era_parts(era, text, {".", ".", ""});
}

std::optional<Date> parse_slashes(std::string_view text) {
  const auto year_text = up_to(text, "/");
  if (!year_text || year_text->size() != 4) return std::nullopt;
  const auto month_text = up_to(text, "/");
  if (!month_text) return std::nullopt;
  const auto year = number_of(*year_text, 4);
  const auto month = number_of(*month_text, 2);
  const auto day = number_of(text, 2);
  if (!year || !month || !day) return std::nullopt;
  return Date::make(*year, *month, *day);
}

}  // namespace

std::span<const Era> eras() {
  static const std::vector<Era> carried = read_eras();
  return carried;
}

const Era* era_on(Date day) {
  const Era* found = nullptr;
  for (const auto& era : eras()) {
    if (era.first <= day) found = &era;
  }
  return found;
}

std::optional<EraDay> in_era(Date day) {
  const Era* era = era_on(day);
  if (era == nullptr) return std::nullopt;
  return EraDay{era, day.year() - era->first.year() + 1, day.month(), day.day()};
}

std::optional<Date> of_era(const Era& era, int year, int month, int day) {
  if (year < 1) return std::nullopt;
  const auto date = Date::make(era.first.year() + year - 1, month, day);
  if (!date || *date < era.first || (era.last && *date > *era.last)) return std::nullopt;
  return date;
}

std::optional<std::string> era_long(Date day) {
  const auto written = in_era(day);
  if (!written) return std::nullopt;
  std::string text(written->era->name);
  text += written->year == 1 ? std::string(first_year_sign) : std::to_string(written->year);
  text += year_sign;
  text += std::to_string(written->month);
  text += month_sign;
  text += std::to_string(written->day);
  text += day_sign;
  return text;
}

std::optional<std::string> era_short(Date day) {
  const auto written = in_era(day);
  if (!written) return std::nullopt;
  return std::string(written->era->letter) + std::to_string(written->year) + '.' +
         std::to_string(written->month) + '.' + std::to_string(written->day);
}

std::string era_month(Month month) {
  const auto written = in_era(month.first_day());
  std::string text = written ? std::string(written->era->name) : std::string();
  const int year = written ? written->year : month.year();
  text += written && year == 1 ? std::string(first_year_sign) : std::to_string(year);
  text += year_sign;
  text += std::to_string(month.month());
  text += month_sign;
  return text;
}

std::optional<Date> parse_any_date(std::string_view text) {
  if (const auto iso = Date::parse(text)) return iso;
  if (const auto compact = Date::parse_compact(text)) return compact;
  if (const auto slashes = parse_slashes(text)) return slashes;
  for (const auto& era : eras()) {
    if (const auto date = parse_era(era, text)) return date;
  }
  return std::nullopt;
}

}  // namespace kenpo::base
