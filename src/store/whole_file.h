// A file that is there whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::store {

/// Writes under a temporary name, brings it to the disk, then renames. False: nothing was changed.
bool write_whole(const std::string& path, std::string_view bytes);

}  // namespace kenpo::store
