#include "format/claim/digits.h"

namespace kenpo::format::claim {

namespace {

/// An era of 別表4 by its code: years of the Gregorian calendar before its first, and its span.
struct ClaimEra {
  char code;
  int years_before;
  base::Date from;
  base::Date to;
};

const ClaimEra* claim_era(char code) {
  // A day on which two eras meet belongs to the later one; a file may carry either.
  static const ClaimEra eras[] = {
      {'1', 1867, *base::Date::make(1868, 1, 25), *base::Date::make(1912, 7, 30)},
      {'2', 1911, *base::Date::make(1912, 7, 30), *base::Date::make(1926, 12, 25)},
      {'3', 1925, *base::Date::make(1926, 12, 25), *base::Date::make(1989, 1, 7)},
      {'4', 1988, *base::Date::make(1989, 1, 8), *base::Date::make(2019, 4, 30)},
      {'5', 2018, *base::Date::make(2019, 5, 1), *base::Date::make(9999, 12, 31)},
  };
  for (const ClaimEra& era : eras) {
    if (era.code == code) return &era;
  }
  return nullptr;
}

int small_number(std::string_view digits) { return static_cast<int>(number_of(digits)); }

}  // namespace

std::optional<base::Date> claim_date(std::string_view field) {
  if (!all_digits(field)) return std::nullopt;
  if (field.size() == 8) {
    const auto value = static_cast<int>(digit_word_value(digit_word(field.data(), 8)));
    return base::Date::make(value / 10000, value / 100 % 100, value % 100);
  }
  if (field.size() != 7) return std::nullopt;
  const ClaimEra* era = claim_era(field[0]);
  if (era == nullptr) return std::nullopt;
  const int year = small_number(field.substr(1, 2));
  const auto date = base::Date::make(year + era->years_before, small_number(field.substr(3, 2)),
                                     small_number(field.substr(5, 2)));
  if (year == 0 || !date || *date < era->from || *date > era->to) return std::nullopt;
  return date;
}

std::optional<base::Month> claim_month(std::string_view field) {
  if (!all_digits(field)) return std::nullopt;
  if (field.size() == 6) {
    return base::Month::make(small_number(field.substr(0, 4)), small_number(field.substr(4)));
  }
  if (field.size() != 5) return std::nullopt;
  const ClaimEra* era = claim_era(field[0]);
  if (era == nullptr) return std::nullopt;
  const int year = small_number(field.substr(1, 2));
  const auto month =
      base::Month::make(year + era->years_before, small_number(field.substr(3, 2)));
  if (year == 0 || !month || *month < era->from.in_month() || *month > era->to.in_month()) {
    return std::nullopt;
  }
  return month;
}

char check_digit(std::string_view digits) {
  int sum = 0;
  int weight = 2;
  for (std::size_t at = digits.size(); at-- > 0; weight = 3 - weight) {
    const int product = (digits[at] - '0') * weight;
    sum += product / 10 + product % 10;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_insurer_number(std::string_view field) {
  while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
  if ((field.size() != 8 && field.size() != 6) || !all_digits(field)) return false;
  return field.back() == check_digit(field.substr(0, field.size() - 1));
}

}  // namespace kenpo::format::claim
