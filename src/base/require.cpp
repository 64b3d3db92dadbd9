#include "base/require.h"

#include <cstdio>
#include <cstdlib>

namespace kenpo::base {

void broken_promise(const char* promise, const char* file, int line) noexcept {
  std::fprintf(stderr, "kenpo: broken promise at %s:%d: %s\n", file, line, promise);
  std::abort();
}

}  // namespace kenpo::base
