#include "base/date.h"

#include <algorithm>

namespace kenpo::base {

namespace {

constexpr int year_limit = 9999;

struct Civil {
  int year;
  int month;
  int day;
};

/// Days since 1970-01-01 of a proleptic Gregorian day, computed on years that begin in March.
std::int32_t serial_of(Civil civil) {
  const int year = civil.month <= 2 ? civil.year - 1 : civil.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year =
      (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_of(std::int32_t serial) {
  const int shifted = serial + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int march_month = (5 * day_of_year + 2) / 153;
  const int month = march_month < 10 ? march_month + 3 : march_month - 9;
  const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * march_month + 2) / 5 + 1};
}

int days_of_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

/// A number of exactly the given digits, or nullopt.
std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// A number with leading zeros.
std::string padded(int number, std::size_t width) {
  auto text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Month> Month::make(int year, int month) {
  if (year < 1 || year > year_limit || month < 1 || month > 12) return std::nullopt;
  return Month(year * 12 + month - 1);
}

std::optional<Month> Month::parse(std::string_view iso) {
  if (iso.size() != 7 || iso[4] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  if (!year || !month) return std::nullopt;
  return make(*year, *month);
}

std::string Month::iso() const { return padded(year(), 4) + '-' + padded(month(), 2); }
Date Month::first_day() const { return *Date::make(year(), month(), 1); }
Date Month::last_day() const { return *Date::make(year(), month(), days()); }
int Month::days() const { return days_of_month(year(), month()); }

std::optional<Date> Date::make(int year, int month, int day) {
  if (!Month::make(year, month) || day < 1 || day > days_of_month(year, month)) {
    return std::nullopt;
  }
  return Date(serial_of({year, month, day}));
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  const auto day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make(*year, *month, *day);
}

std::optional<Date> Date::parse_compact(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  const auto number = digits(text);
  if (!number) return std::nullopt;
  return make(*number / 10000, *number / 100 % 100, *number % 100);
}

int Date::year() const { return civil_of(serial_).year; }
int Date::month() const { return civil_of(serial_).month; }
int Date::day() const { return civil_of(serial_).day; }
Month Date::in_month() const {
  const auto civil = civil_of(serial_);
  return *Month::make(civil.year, civil.month);
}
std::string Date::iso() const {
  const auto civil = civil_of(serial_);
  return padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
}
std::string Date::compact() const {
  const auto civil = civil_of(serial_);
  return padded(civil.year, 4) + padded(civil.month, 2) + padded(civil.day, 2);
}
int Date::weekday() const { return ((serial_ % 7) + 11) % 7; }

Date Date::plus_months_clamped(int months) const {
  const auto civil = civil_of(serial_);
  const Month target = Month::make(civil.year, civil.month)->plus(months);
  return *make(target.year(), target.month(), std::min(civil.day, target.days()));
}

Date period_end(Date first, int months) {
  const Month target = first.in_month().plus(months);
  const auto corresponding = Date::make(target.year(), target.month(), first.day());
  return corresponding ? corresponding->plus_days(-1) : target.last_day();
}

Date reaches_age(Date born, int age) {
  const auto birthday = Date::make(born.year() + age, born.month(), born.day());
  return birthday ? birthday->plus_days(-1) : *Date::make(born.year() + age, 2, 28);
}

int age_on(Date born, Date day) {
  // An age is reached on the day before the birthday, so the birthdays up to the next day count;
  // for a birth on 1 January that is a day of the year before.
  const Date next = day.plus_days(1);
  const bool birthday_is_ahead =
      next.month() < born.month() || (next.month() == born.month() && next.day() < born.day());
  return std::max(next.year() - born.year() - (birthday_is_ahead ? 1 : 0), 0);
}

}  // namespace kenpo::base
