// Names of headers and their values are compared without regard to case, in ASCII only (RFC 9110).
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace kenpo::desk {

/// A to Z become a to z; every other byte stays.
inline std::string lowered(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return small;
}

}  // namespace kenpo::desk
