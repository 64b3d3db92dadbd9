#include "base/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>

namespace kenpo::base {

namespace {

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

bool sync_folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  const auto folder = slash == std::string::npos ? std::string(".") : path.substr(0, slash + 1);
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return false;
  const bool synced = ::fsync(opened) == 0;
  ::close(opened);
  return synced;
}

bool write_whole(const std::string& path, std::string_view bytes) {
  // Two threads may write the same file: a set of commitments is named by its content.
  static std::atomic<unsigned> drawn{0};
  const auto temporary = path + ".new" + std::to_string(drawn++);
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const bool written = write_all(file, bytes) && ::fsync(file) == 0;
  // Errors of writing may come up at close; so it is asked.
  const bool closed = ::close(file) == 0;
  if (closed && written && std::rename(temporary.c_str(), path.c_str()) == 0) {
    return sync_folder_of(path);
  }
  ::unlink(temporary.c_str());
  return false;
}

}  // namespace kenpo::base
