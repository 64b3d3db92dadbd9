// Any bytes: the reader refuses them with faults or takes them, and then they come back the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/notification_csv/notification_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace notification = kenpo::format::notification_csv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)notification::looks_like(bytes);
  const notification::ReadOptions options = {*kenpo::base::Date::make(2026, 11, 22), {}};
  const auto file = notification::read(bytes, options);
  if (!file) {
    KENPO_REQUIRE(file.faults().size() <= kenpo::base::faults_limit);
    return 0;
  }
  KENPO_REQUIRE(notification::looks_like(bytes));
  KENPO_REQUIRE(notification::write(*file) == bytes);
  return 0;
}
