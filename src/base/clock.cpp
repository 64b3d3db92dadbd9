#include "base/clock.h"

#include <chrono>

namespace kenpo::base {

namespace {
constexpr std::int64_t milliseconds_a_day = 86'400'000;
constexpr std::int64_t japan_offset_milliseconds = 9 * 3'600'000;

std::string two(std::int64_t number) {
  const auto text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

std::int64_t floor_divided(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}
}  // namespace

Date Moment::day() const {
  const auto days = floor_divided(milliseconds + japan_offset_milliseconds, milliseconds_a_day);
  return Date::of_serial(static_cast<std::int32_t>(days));
}

std::string Moment::iso() const {
  const auto local = milliseconds + japan_offset_milliseconds;
  const auto of_day = local - floor_divided(local, milliseconds_a_day) * milliseconds_a_day;
  return day().iso() + "T" + two(of_day / 3'600'000) + ":" + two(of_day / 60'000 % 60) + ":" +
         two(of_day / 1000 % 60) + "." + std::to_string(1000 + of_day % 1000).substr(1) + "+09:00";
}

std::string Moment::short_text() const {
  auto text = iso().substr(0, 16);
  text[4] = text[7] = '/';
  text[10] = ' ';
  return text;
}

Moment start_of(Date day) {
  return {std::int64_t{day.serial()} * milliseconds_a_day - japan_offset_milliseconds};
}

Moment SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

}  // namespace kenpo::base
