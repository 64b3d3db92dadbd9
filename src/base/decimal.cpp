#include "base/decimal.h"

#include <algorithm>
#include <charconv>

namespace kenpo::base {

namespace {

constexpr std::size_t digits_limit = 15;  // far below what an int64_t holds

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

}  // namespace

std::optional<std::int64_t> scaled_decimal(std::string_view text, int decimals) {
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto rest =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  const bool dangling = point != std::string_view::npos && rest.empty();
  if (whole.empty() || dangling || !all_digits(whole) || !all_digits(rest)) return std::nullopt;
  std::string digits(whole);
  digits += rest.substr(0, static_cast<std::size_t>(decimals));
  digits.resize(whole.size() + static_cast<std::size_t>(decimals), '0');
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  if (digits.size() > digits_limit) return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string decimal_words(std::int64_t scaled, int decimals) {
  std::string words = std::to_string(scaled);
  const auto behind = static_cast<std::size_t>(decimals);
  if (words.size() <= behind) words.insert(0, behind + 1 - words.size(), '0');
  words.insert(words.size() - behind, ".");
  words.erase(words.find_last_not_of('0') + 1);
  if (words.ends_with('.')) words.pop_back();
  return words;
}

}  // namespace kenpo::base
