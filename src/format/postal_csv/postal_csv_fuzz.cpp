// Any bytes: refused with a fault, or taken with codes of seven digits.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/postal_csv/postal_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace csv = kenpo::format::postal_csv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto coding : {csv::Coding::cp932, csv::Coding::utf_8}) {
    const auto lines = csv::read(bytes, coding);
    if (!lines.ok()) {
      KENPO_REQUIRE(!lines.faults().empty());
      continue;
    }
    KENPO_REQUIRE(!lines->empty());
    for (const auto& line : *lines) KENPO_REQUIRE(line.postal_code.size() == 7);
  }
  return 0;
}
