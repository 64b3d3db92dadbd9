#include "base/id.h"

#include <sodium.h>

#include <algorithm>

namespace kenpo::base {

namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

IdText draw_id() {
  std::array<unsigned char, 16> random{};
  randombytes_buf(random.data(), random.size());
  IdText text{};
  std::ranges::transform(random, text.begin(),
                         [](unsigned char byte) { return alphabet[byte & 31]; });
  return text;
}

std::optional<IdText> parse_id(std::string_view text) {
  IdText parsed{};
  if (text.size() != parsed.size()) return std::nullopt;
  if (text.find_first_not_of(alphabet) != std::string_view::npos) return std::nullopt;
  std::ranges::copy(text, parsed.begin());
  return parsed;
}

std::optional<InsurerNumber> InsurerNumber::parse(std::string_view digits) {
  std::array<char, 8> parsed{};
  if (digits.size() != parsed.size() || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
  // From the rightmost of the first seven digits times 2, 1, 2, …; the digits of each product are
  // added; the check digit fills the sum up to a multiple of ten.
  int sum = 0;
  for (std::size_t at = 0; at < 7; ++at) {
    const int product = (digits[at] - '0') * (at % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  if ((10 - sum % 10) % 10 != digits[7] - '0') return std::nullopt;
  std::ranges::copy(digits, parsed.begin());
  return InsurerNumber(parsed);
}

}  // namespace kenpo::base
