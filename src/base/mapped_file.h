// A file read through the page cache, not copied into memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

/// Bytes that are read once from front to back and may be larger than memory: those of a mapped
/// file, whose pages are given back behind the reader, or of any other place.
class LargeBytes {
 public:
  LargeBytes(std::string_view bytes) : bytes_(bytes) {}
  LargeBytes(const std::string& bytes) : bytes_(bytes) {}
  LargeBytes(const MappedFile& file) : bytes_(file.bytes()), mapped_(true) {}

  std::string_view all() const { return bytes_; }
  /// What stands before `end`, which points into the bytes, is not needed soon. It can still be
  /// read; it only does not count as the program's memory any more.
  void passed(const char* end) const;

 private:
  std::string_view bytes_;
  bool mapped_ = false;
};

/// SHA-256, in the memory of one piece.
std::array<std::uint8_t, 32> sha256(const LargeBytes& bytes);

}  // namespace kenpo::base
