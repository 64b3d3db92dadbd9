// Tombstones: lines that are taken are written the same way again.
#include <cstddef>
#include <cstdint>

#include "base/require.h"
#include "store/tombstones.h"

using namespace kenpo::store;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto tombstones = parse_tombstones(bytes);
  if (!tombstones.ok()) return 0;
  std::string again;
  for (const auto& tombstone : *tombstones) again += tombstone_line(tombstone);
  const auto twice = parse_tombstones(again);
  KENPO_REQUIRE(twice.ok() && twice->size() == tombstones->size());
  std::string third;
  for (const auto& tombstone : *twice) third += tombstone_line(tombstone);
  KENPO_REQUIRE(third == again);
  return 0;
}
