#include "store/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <string>

namespace kenpo::store {

bool write_whole(const std::string& path, std::string_view bytes) {
  // Two threads may write the same file: a set of commitments is named by its content.
  static std::atomic<unsigned> drawn{0};
  const auto temporary = path + ".new" + std::to_string(drawn++);
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  bool written = true;
  while (written && !bytes.empty()) {
    const auto count = ::write(file, bytes.data(), bytes.size());
    written = count > 0;
    if (written) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  written = written && ::fsync(file) == 0;
  if (::close(file) == 0 && written && std::rename(temporary.c_str(), path.c_str()) == 0) {
    return true;
  }
  std::remove(temporary.c_str());
  return false;
}

}  // namespace kenpo::store
