// A file read through the page cache, not copied into memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kenpo::base {

/// Files of the office are far smaller: the largest society's month of claims is about 1 GB.
inline constexpr std::size_t mapped_bytes_limit = std::size_t{8} << 30U;

/// The bytes of a file for as long as the value lives. The file must not be cut meanwhile.
class MappedFile {
 public:
  /// Refuses what is missing, not a plain file, not readable, or larger than the limit.
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {begin_, size_}; }

 private:
  MappedFile(const char* begin, std::size_t size) : begin_(begin), size_(size) {}
  const char* begin_;
  std::size_t size_;
};

}  // namespace kenpo::base
