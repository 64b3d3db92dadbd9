// Civil days and months. Ages, periods and era dates are made of these and live in this folder.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kenpo::base {

/// A month of the Gregorian calendar, 0001-01 to 9999-12.
class Month {
 public:
  /// Refuses (nullopt) a month outside 1 to 12 or a year outside 1 to 9999.
  static std::optional<Month> make(int year, int month);
  /// `2026-04`, exactly.
  static std::optional<Month> parse(std::string_view iso);

  constexpr Month() = default;
  constexpr int year() const { return index_ / 12; }
  constexpr int month() const { return index_ % 12 + 1; }
  std::string iso() const;

  /// So many months later (earlier when negative).
  constexpr Month plus(int months) const { return Month(index_ + months); }
  /// Months from `earlier` to this one.
  constexpr int since(Month earlier) const { return index_ - earlier.index_; }
  /// The year in which the fiscal year (1 April to 31 March) of this month begins.
  constexpr int fiscal_year() const { return month() >= 4 ? year() : year() - 1; }

  class Date first_day() const;
  class Date last_day() const;
  int days() const;

  /// Months since 0000-01: the form in which the store keeps a month.
  constexpr std::int32_t index() const { return index_; }
  static constexpr Month of_index(std::int32_t index) { return Month(index); }

  friend constexpr auto operator<=>(const Month&, const Month&) = default;

 private:
  explicit constexpr Month(std::int32_t index) : index_(index) {}
  std::int32_t index_ = 12;  // 0001-01
};

/// A civil day of the Gregorian calendar, 0001-01-01 to 9999-12-31.
class Date {
 public:
  /// Refuses (nullopt) a day that does not exist.
  static std::optional<Date> make(int year, int month, int day);
  /// `2026-04-01`, exactly.
  static std::optional<Date> parse(std::string_view iso);
  /// `20260401`, exactly.
  static std::optional<Date> parse_compact(std::string_view digits);

  constexpr Date() = default;
  int year() const;
  int month() const;
  int day() const;
  Month in_month() const;
  std::string iso() const;
  std::string compact() const;  // 20260401
  /// 0 Sunday … 6 Saturday.
  int weekday() const;

  constexpr Date plus_days(int days) const { return Date(serial_ + days); }
  /// Days from `earlier` to this one.
  constexpr int since(Date earlier) const { return serial_ - earlier.serial_; }

  /// The corresponding day so many months later; the last day of that month when there is none.
  Date plus_months_clamped(int months) const;
  Date plus_years_clamped(int years) const { return plus_months_clamped(12 * years); }

  /// Days since 1970-01-01: the form in which the store keeps a day.
  constexpr std::int32_t serial() const { return serial_; }
  static constexpr Date of_serial(std::int32_t serial) { return Date(serial); }

  friend constexpr auto operator<=>(const Date&, const Date&) = default;

 private:
  explicit constexpr Date(std::int32_t serial) : serial_(serial) {}
  std::int32_t serial_ = 0;
};

/// The last day of a period of months that begins on `first` (counted in full from that day):
/// the day before the corresponding day, or the month's last day when there is none
/// (civil code 143(2)).
Date period_end(Date first, int months);

/// The day on which a person born on `born` completes `age` years: the day before the birthday
/// (年齢計算ニ関スル法律; civil code 143). Born on 29 February: 28 February every year.
Date reaches_age(Date born, int age);

/// Completed years of age on `day`; 0 before the first.
int age_on(Date born, Date day);

/// A closed span of days, `from` ≤ `to`.
struct Span {
  Date from;
  Date to;

  int days() const { return to.since(from) + 1; }
  bool holds(Date day) const { return from <= day && day <= to; }
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace kenpo::base
