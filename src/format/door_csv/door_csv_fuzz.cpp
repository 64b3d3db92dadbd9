// Any bytes: refused with faults, or taken; what was taken is written and read again as the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/door_csv/door_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace door = kenpo::format::door_csv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto lines = door::read(bytes);
  if (!lines.ok()) {
    KENPO_REQUIRE(!lines.faults().empty() && lines.faults().size() <= kenpo::base::faults_limit);
    return 0;
  }
  const auto written = door::write(*lines);
  const auto again = door::read(written);
  KENPO_REQUIRE(again.ok());
  KENPO_REQUIRE(door::write(*again) == written);
  return 0;
}
