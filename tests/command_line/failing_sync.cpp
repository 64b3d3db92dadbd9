// Preloaded into the program by a test: while the file KENPO_FAILING_SYNC exists, the audit log
// cannot be brought onto the disk. The program itself knows nothing of it. Nothing here allocates.
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constinit const char* mark = nullptr;

[[gnu::constructor]] void read_settings() { mark = std::getenv("KENPO_FAILING_SYNC"); }

bool is_of_log(int descriptor) {
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "/proc/self/fd/%d", descriptor);
  std::array<char, 4096> path{};
  return ::readlink(name.data(), path.data(), path.size() - 1) > 0 &&
         std::strstr(path.data(), "/log/") != nullptr;
}

int synced(long number, int descriptor) {
  if (mark != nullptr && ::access(mark, F_OK) == 0 && is_of_log(descriptor)) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(number, descriptor));
}

}  // namespace

extern "C" int fdatasync(int descriptor) { return synced(SYS_fdatasync, descriptor); }
extern "C" int fsync(int descriptor) { return synced(SYS_fsync, descriptor); }
extern "C" int syncfs(int descriptor) noexcept { return synced(SYS_syncfs, descriptor); }
