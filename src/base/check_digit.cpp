#include "base/check_digit.h"

#include <algorithm>

namespace kenpo::base {

namespace {

bool all_digits(std::string_view text, std::size_t length) {
  return text.size() == length &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

char digit_of(int number) { return static_cast<char>('0' + number); }

}  // namespace

std::optional<char> insurer_check_digit(std::string_view first_seven) {
  if (!all_digits(first_seven, 7)) return std::nullopt;
  int sum = 0;
  for (std::size_t at = 0; at < 7; ++at) {
    // The rightmost of the seven has weight 2; a product of two digits counts as their sum.
    const int product = (first_seven[at] - '0') * (at % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return digit_of((10 - sum % 10) % 10);
}

bool is_insurer_number(std::string_view number) {
  return all_digits(number, 8) && insurer_check_digit(number.substr(0, 7)) == number[7];
}

// 平成26年総務省令85号5条
std::optional<char> individual_check_digit(std::string_view first_eleven) {
  if (!all_digits(first_eleven, 11)) return std::nullopt;
  int sum = 0;
  for (int n = 1; n <= 11; ++n) {
    // P_n: the n-th digit from the right; Q_n: n + 1 up to the sixth, n - 5 from the seventh.
    const int digit = first_eleven[static_cast<std::size_t>(11 - n)] - '0';
    sum += digit * (n <= 6 ? n + 1 : n - 5);
  }
  // A remainder of 0 or 1 gives 0.
  const int remainder = sum % 11;
  return digit_of(remainder <= 1 ? 0 : 11 - remainder);
}

bool is_individual_number(std::string_view number) {
  return all_digits(number, 12) && individual_check_digit(number.substr(0, 11)) == number[11];
}

}  // namespace kenpo::base
