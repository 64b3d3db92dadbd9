#include "account/credential.h"

#include <algorithm>

namespace kenpo::account {

std::optional<std::string> parse_sign_in_name(std::string_view text) {
  constexpr std::size_t least = 3;
  constexpr std::size_t most = 32;
  if (text.size() < least || text.size() > most) return std::nullopt;
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' ||
           letter == '-' || letter == '_';
  };
  if (!std::ranges::all_of(text, allowed)) return std::nullopt;
  return std::string(text);
}

}  // namespace kenpo::account
