#include "base/id.h"

#include <sodium.h>

#include <algorithm>

#include "base/check_digit.h"

namespace kenpo::base {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Ids are parsed with every row that is read.
constexpr auto allowed = [] {
  std::array<bool, 256> is_allowed{};
  for (const char letter : alphabet) is_allowed[static_cast<unsigned char>(letter)] = true;
  return is_allowed;
}();

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
  const bool sound = std::ranges::all_of(
      text, [](char letter) { return allowed[static_cast<unsigned char>(letter)]; });
  if (!sound) return std::nullopt;
  std::ranges::copy(text, parsed.begin());
  return parsed;
}

std::optional<InsurerNumber> InsurerNumber::parse(std::string_view digits) {
  if (!is_insurer_number(digits)) return std::nullopt;
  std::array<char, 8> parsed{};
  std::ranges::copy(digits, parsed.begin());
  return InsurerNumber(parsed);
}

}  // namespace kenpo::base
