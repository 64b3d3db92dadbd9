#include "notice/audit_log_io.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace kenpo::notice {

namespace {
int result(int code) { return code == 0 ? 0 : errno; }
constexpr mode_t file_mode = 0640;       // the log is read by its auditors' group, by nobody else
constexpr mode_t directory_mode = 0750;
}  // namespace

int LogIo::open(const std::string& path, int& descriptor) {
  descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode);
  return descriptor < 0 ? errno : 0;
}

int LogIo::write(int descriptor, std::string_view bytes, std::uint64_t offset) {
  while (!bytes.empty()) {
    const auto written =
        ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    if (written == 0) return ENOSPC;
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  return 0;
}

int LogIo::resize(int descriptor, std::uint64_t bytes) {
  return result(::ftruncate(descriptor, static_cast<off_t>(bytes)));
}

int LogIo::sync(int descriptor) { return result(::fdatasync(descriptor)); }
int LogIo::close(int descriptor) { return result(::close(descriptor)); }

int LogIo::sync_directory(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int code = result(::fsync(descriptor));
  ::close(descriptor);
  return code;
}

int LogIo::sync_file_system(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int code = result(::syncfs(descriptor));
  ::close(descriptor);
  return code;
}

int LogIo::make_directory(const std::string& path) {
  const int code = result(::mkdir(path.c_str(), directory_mode));
  return code == EEXIST ? 0 : code;
}

int LogIo::rename(const std::string& from, const std::string& to) {
  return result(std::rename(from.c_str(), to.c_str()));
}

int LogIo::remove(const std::string& path) {
  const int code = result(std::remove(path.c_str()));
  return code == ENOENT ? 0 : code;
}

LogIo& real_io() {
  static LogIo io;
  return io;
}

std::optional<std::string> read_file(const std::string& path, std::size_t bytes_limit) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  std::optional<std::string> bytes;
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
      static_cast<std::uint64_t>(status.st_size) <= bytes_limit) {
    bytes.emplace(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes->size()) {
      const auto got = ::read(descriptor, bytes->data() + at, bytes->size() - at);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      at += static_cast<std::size_t>(got);
    }
    if (at < bytes->size()) bytes.reset();
  }
  ::close(descriptor);
  return bytes;
}

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  DIR* opened = ::opendir(directory.c_str());
  if (opened == nullptr) return names;
  while (const dirent* entry = ::readdir(opened)) {
    std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(std::move(name));
  }
  ::closedir(opened);
  std::ranges::sort(names);
  return names;
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

int write_file(LogIo& io, const std::string& path, std::string_view bytes, Sync sync) {
  int descriptor = -1;
  if (const int code = io.open(path, descriptor); code != 0) return code;
  int code = io.resize(descriptor, 0);
  if (code == 0) code = io.write(descriptor, bytes, 0);
  if (code == 0 && sync == Sync::now) code = io.sync(descriptor);
  const int closed = io.close(descriptor);
  return code != 0 ? code : closed;
}

int replace_file(LogIo& io, const std::string& directory, const std::string& name,
                 std::string_view bytes) {
  const std::string passing = directory + "/" + name + ".tmp";
  int code = write_file(io, passing, bytes);
  if (code == 0) code = io.rename(passing, directory + "/" + name);
  if (code == 0) code = io.sync_directory(directory);
  return code;
}

int make_directories(LogIo& io, const std::string& root, const std::string& below) {
  std::string parent = root;
  for (std::size_t at = 0; at < below.size();) {
    const auto end = std::min(below.find('/', at), below.size());
    const std::string path = root + "/" + below.substr(0, end);
    if (!exists(path)) {
      if (const int code = io.make_directory(path); code != 0) return code;
    }
    // Synced also when it exists: a crash may have come between making and syncing.
    if (const int code = io.sync_directory(parent); code != 0) return code;
    parent = path;
    at = end + 1;
  }
  return 0;
}

}  // namespace kenpo::notice
