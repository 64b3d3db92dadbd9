// Preloaded into the program by a chapter of the browser's walk that needs another day: its civil
// clock is KENPO_LATER_SECONDS ahead. The program itself knows nothing of it.
#include <dlfcn.h>
#include <time.h>

#include <cstdlib>

namespace {

time_t seconds_later() {
  const char* text = std::getenv("KENPO_LATER_SECONDS");
  return text == nullptr ? 0 : static_cast<time_t>(std::strtoll(text, nullptr, 10));
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
  using Clock = int (*)(clockid_t, timespec*);
  static const auto system = reinterpret_cast<Clock>(::dlsym(RTLD_NEXT, "clock_gettime"));
  static const auto later = seconds_later();
  const int code = system(clock, now);
  if (code == 0 && clock == CLOCK_REALTIME) now->tv_sec += later;
  return code;
}
