// Any bytes: refused with a fault, or taken with people who stand in it once.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/card_list_csv/card_list_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace csv = kenpo::format::card_list_csv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto lines = csv::read(bytes, {});
  if (!lines.ok()) {
    KENPO_REQUIRE(!lines.faults().empty());
    return 0;
  }
  KENPO_REQUIRE(csv::looks_like(bytes) && !lines->empty());
  for (const auto& line : *lines) KENPO_REQUIRE(line.branch >= 0 && line.branch <= 99);
  return 0;
}
