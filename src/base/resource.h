// Files that the program carries inside itself.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kenpo::base {

/// One carried file. Made by cmake/resources.cmake.
struct ResourceRow {
  const char* path;
  const char* begin;
  const char* end;
};
extern const ResourceRow resource_rows[];
extern const std::size_t resource_rows_count;

/// The bytes of a carried file by its path inside the repository (`law/rates.tsv`). A path that is
/// not carried is a broken promise.
std::string_view resource(std::string_view path);

/// The paths of the carried files that begin with `prefix`, in their order by name.
std::vector<std::string_view> resources_under(std::string_view prefix);

}  // namespace kenpo::base
