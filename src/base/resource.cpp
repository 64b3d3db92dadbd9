#include "base/resource.h"

#include <algorithm>
#include <span>

#include "base/require.h"

namespace kenpo::base {

std::string_view resource(std::string_view path) {
  const std::span rows(resource_rows, resource_rows_count);
  const auto row = std::ranges::find_if(rows, [&](const auto& each) { return each.path == path; });
  KENPO_REQUIRE(row != rows.end());
  return {row->begin, static_cast<std::size_t>(row->end - row->begin)};
}

std::vector<std::string_view> resources_under(std::string_view prefix) {
  std::vector<std::string_view> paths;
  for (const auto& row : std::span(resource_rows, resource_rows_count)) {
    if (std::string_view(row.path).starts_with(prefix)) paths.emplace_back(row.path);
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace kenpo::base
