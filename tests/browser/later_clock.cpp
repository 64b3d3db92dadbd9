// Preloaded into the program by a chapter of the browser's walk that needs another day: its civil
// clock is KENPO_LATER_SECONDS ahead. The program itself knows nothing of it. The sanitizers ask
// for the time from inside their allocator, so nothing here allocates, locks or looks up a symbol.
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>

namespace {

constinit time_t seconds_later = 0;

[[gnu::constructor]] void read_settings() {
  const char* text = std::getenv("KENPO_LATER_SECONDS");
  if (text != nullptr) seconds_later = static_cast<time_t>(std::strtoll(text, nullptr, 10));
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
  const long code = ::syscall(SYS_clock_gettime, clock, now);
  if (code == 0 && clock == CLOCK_REALTIME) now->tv_sec += seconds_later;
  return static_cast<int>(code);
}
