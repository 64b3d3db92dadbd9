// Any bytes: refused with a fault, or taken with lines that are written and read as they were.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/pay_report_csv/pay_report_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace csv = kenpo::format::pay_report_csv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto lines = csv::read(bytes, {});
  if (!lines.ok()) {
    KENPO_REQUIRE(!lines.faults().empty());
    return 0;
  }
  KENPO_REQUIRE(csv::looks_like(bytes) && !lines->empty());
  for (const auto& line : *lines) KENPO_REQUIRE(line.months.front().has_value());
  const auto again = csv::read(csv::write(*lines), {});
  KENPO_REQUIRE(again.ok() && again->size() == lines->size());
  for (std::size_t at = 0; at < lines->size(); ++at) {
    KENPO_REQUIRE(again->at(at) == lines->at(at));
  }
  return 0;
}
