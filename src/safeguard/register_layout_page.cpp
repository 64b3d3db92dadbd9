#include "safeguard/register_layout_page.h"

#include <algorithm>
#include <charconv>

#include "base/width.h"

namespace kenpo::safeguard {

namespace {

/// Hours and minutes: `9:30`, `0930`.
std::optional<std::int64_t> minutes_of(std::string_view text) {
  const auto colon = text.find(':');
  auto digits = std::string(text.substr(0, colon));
  if (colon != std::string_view::npos) digits += text.substr(colon + 1);
  int number = -1;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  constexpr int hours_of_a_day = 24;
  constexpr int minutes_of_an_hour = 60;
  const bool whole = read.ptr == digits.data() + digits.size() && digits.size() >= 3;
  if (!whole || digits.size() > 4 || number < 0) return std::nullopt;
  const int hour = number / 100;
  const int minute = number % 100;
  if (hour >= hours_of_a_day || minute >= minutes_of_an_hour) return std::nullopt;
  return hour * minutes_of_an_hour + minute;
}

std::optional<base::Moment> parse_moment(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto day = desk::parse_office_date(text.substr(0, space));
  const auto time = base::normalised(base::Entry::number, text.substr(text.find_last_of(' ') + 1));
  const auto minutes = minutes_of(time);
  if (!day || !minutes) return std::nullopt;
  constexpr std::int64_t minute_milliseconds = 60 * 1000;
  return base::start_of(*day).plus_milliseconds(*minutes * minute_milliseconds);
}

}  // namespace

std::vector<desk::Choice> staff_choices(const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& named : handlers) {
    choices.push_back({named.handler.staff.text(), named.name});
  }
  return choices;
}

std::string staff_name(const std::vector<staff::NamedHandler>& handlers,
                       const base::StaffId& staff) {
  const auto at = std::ranges::find_if(
      handlers, [&](const staff::NamedHandler& each) { return each.handler.staff == staff; });
  return at == handlers.end() ? "名簿にない取扱者" : at->name;
}

std::optional<base::Moment> read_moment(desk::Form& form, const desk::Field& field) {
  return form.read<base::Moment>(
      field, parse_moment,
      {"日付と時刻ではありません。例：R8.11.24 9:30", "Not a day with a time of day."});
}

}  // namespace kenpo::safeguard
