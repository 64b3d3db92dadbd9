// Any bytes: refused, or taken and written back the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/notification_decision/notification_decision.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace decision = kenpo::format::notification_decision;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = decision::read(bytes);
  if (file) KENPO_REQUIRE(decision::write(*file) == bytes);
  return 0;
}
