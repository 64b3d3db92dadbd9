#include "desk/request.h"

#include "base/require.h"

namespace kenpo::desk {

void Values::add(std::string name, std::string value) {
  rows_.emplace_back(std::move(name), std::move(value));
}

std::optional<std::string_view> Values::get(std::string_view name) const {
  for (const auto& [each, value] : rows_) {
    if (each == name) return value;
  }
  return std::nullopt;
}

std::string_view Values::text(std::string_view name) const {
  return get(name).value_or(std::string_view());
}

std::vector<std::string_view> Values::all(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [each, value] : rows_) {
    if (each == name) found.emplace_back(value);
  }
  return found;
}

std::string_view Request::path_value(std::string_view name) const {
  const auto value = path_values.get(name);
  KENPO_REQUIRE(value.has_value());
  return *value;
}

}  // namespace kenpo::desk
