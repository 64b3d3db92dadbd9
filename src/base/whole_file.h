// A file that is there whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::base {

/// Puts the bytes in the file's place in one step, readable by its owner only: a reader sees the
/// old file or the new one, also after a loss of power. False: the old file, or none, stands there.
/// May be called from several threads at once, for the same file, too.
bool write_whole(const std::string& path, std::string_view bytes);

/// Brings the names in the folder of the path to the disk.
bool sync_folder_of(const std::string& path);

}  // namespace kenpo::base
