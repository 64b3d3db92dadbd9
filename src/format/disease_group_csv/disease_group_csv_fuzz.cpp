// Any bytes: refused with a fault, or taken with groups that stand in the file once.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/disease_group_csv/disease_group_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace csv = kenpo::format::disease_group_csv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto groups = csv::read(bytes, {});
  if (!groups.ok()) {
    KENPO_REQUIRE(!groups.faults().empty());
    return 0;
  }
  KENPO_REQUIRE(csv::looks_like(bytes) && !groups->empty());
  for (const auto& group : *groups) {
    KENPO_REQUIRE(csv::blocks_of(csv::words_of(group.blocks)) == group.blocks);
  }
  return 0;
}
