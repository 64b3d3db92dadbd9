// The few file operations that the versions of the notice need.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kenpo::notice {

/// Holds the folder's lock, so that two programs do not write versions at once.
class NoticeFolderLock {
 public:
  static base::Result<NoticeFolderLock> take(const std::string& directory);
  NoticeFolderLock(NoticeFolderLock&& other) noexcept;
  NoticeFolderLock& operator=(NoticeFolderLock&&) = delete;
  ~NoticeFolderLock();

 private:
  explicit NoticeFolderLock(int file) : file_(file) {}
  int file_;
};

/// All bytes of the file; nullopt when there is none. A longer file than `bytes_limit` is a fault.
base::Result<std::optional<std::string>> read_notice_file(const std::string& path,
                                                          std::size_t bytes_limit);

/// Puts the bytes in the file's place whole (base/whole_file.h).
base::Result<> write_notice_file(const std::string& path, std::string_view bytes);

}  // namespace kenpo::notice
