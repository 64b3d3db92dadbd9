// What the log asks of the file system. One place, so that a test can fail or stop it at any call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kenpo::notice {

/// The calls that change files. Each gives 0 or an errno. The base class is the real one.
class LogIo {
 public:
  virtual ~LogIo() = default;

  /// Opens for writing and makes the file when it is absent; `descriptor` is set on success.
  virtual int open(const std::string& path, int& descriptor);
  /// Writes all the bytes at the offset.
  virtual int write(int descriptor, std::string_view bytes, std::uint64_t offset);
  /// Cuts or widens the file.
  virtual int resize(int descriptor, std::uint64_t bytes);
  /// Returns when the bytes of the file are on the disk.
  virtual int sync(int descriptor);
  virtual int close(int descriptor);
  /// Returns when the names in the directory are on the disk.
  virtual int sync_directory(const std::string& path);
  /// Returns when everything on the file system of this directory is on the disk.
  virtual int sync_file_system(const std::string& path);
  virtual int make_directory(const std::string& path);
  virtual int rename(const std::string& from, const std::string& to);
  virtual int remove(const std::string& path);
};

/// The real calls, for everybody.
LogIo& real_io();

/// A whole file, or nullopt when it cannot be read or is larger than the limit.
std::optional<std::string> read_file(const std::string& path, std::size_t bytes_limit);
/// Names of files and directories in a directory, sorted; empty when there is no such directory.
std::vector<std::string> names_in(const std::string& directory);
bool exists(const std::string& path);

enum class Sync { now, later };

/// Writes a file whole; `now` waits until its bytes are on the disk (its name: sync_directory).
int write_file(LogIo& io, const std::string& path, std::string_view bytes, Sync sync = Sync::now);
/// The same under a passing name, then renames: readers see the old file or the new one.
int replace_file(LogIo& io, const std::string& directory, const std::string& name,
                 std::string_view bytes);
/// Makes the directory and those above it, down from `root`; durable.
int make_directories(LogIo& io, const std::string& root, const std::string& below);

}  // namespace kenpo::notice
