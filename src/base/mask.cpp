#include "base/mask.h"

#include <cstddef>
#include <vector>

#include "base/utf8.h"

namespace kenpo::base {

std::string masked(std::string_view value) { return value.empty() ? std::string() : "••••"; }

std::string masked_but_last(std::string_view value, std::size_t shown) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < value.size();) {
    begins.push_back(at);
    next_code_point(value, at);
  }
  if (begins.size() <= 2 * shown) return masked(value);
  return masked(value) + std::string(value.substr(begins[begins.size() - shown]));
}

}  // namespace kenpo::base
