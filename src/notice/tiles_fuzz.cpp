// Paths and bundles of tiles: what is taken is written the same way again.
#include <cstddef>
#include <cstdint>

#include "base/require.h"
#include "notice/tiles.h"

using namespace kenpo::notice;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto place = parse_tile_path(bytes)) {
    KENPO_REQUIRE(tile_path(place->level, place->index, place->width) == bytes);
  }
  if (const auto entries = entries_of(bytes)) {
    std::string again;
    for (const auto entry : *entries) frame(again, entry);
    KENPO_REQUIRE(again == bytes);
  }
  return 0;
}
