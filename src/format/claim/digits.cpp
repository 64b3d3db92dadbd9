#include "format/claim/digits.h"

#include <string>

#include "base/check_digit.h"
#include "base/era.h"
#include "base/require.h"

namespace kenpo::format::claim {

namespace {

const base::Era* claim_era(char code) {
  for (const base::Era& era : base::eras()) {
    if (era.claim_code == code - '0') return &era;
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
  const base::Era* era = claim_era(field[0]);
  if (era == nullptr) return std::nullopt;
  return base::of_era(*era, small_number(field.substr(1, 2)), small_number(field.substr(3, 2)),
                      small_number(field.substr(5, 2)));
}

std::optional<base::Month> claim_month(std::string_view field) {
  if (!all_digits(field)) return std::nullopt;
  if (field.size() == 6) {
    return base::Month::make(small_number(field.substr(0, 4)), small_number(field.substr(4)));
  }
  if (field.size() != 5) return std::nullopt;
  const base::Era* era = claim_era(field[0]);
  if (era == nullptr) return std::nullopt;
  const int year = small_number(field.substr(1, 2));
  const auto month =
      base::Month::make(era->first.year() + year - 1, small_number(field.substr(3, 2)));
  if (year == 0 || !month || *month < era->first.in_month()) return std::nullopt;
  if (era->last && *month > era->last->in_month()) return std::nullopt;
  return month;
}

char check_digit(std::string_view digits) {
  KENPO_REQUIRE(digits.size() <= 7);
  // Zeros in front add nothing: the weights count from the right.
  const auto digit = base::insurer_check_digit(std::string(7 - digits.size(), '0').append(digits));
  KENPO_REQUIRE(digit.has_value());
  return *digit;
}

bool is_insurer_number(std::string_view field) {
  while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
  if ((field.size() != 8 && field.size() != 6) || !all_digits(field)) return false;
  return field.back() == check_digit(field.substr(0, field.size() - 1));
}

}  // namespace kenpo::format::claim
