// Segments: bytes that are taken are written the same way again.
#include <cstddef>
#include <cstdint>

#include "analysis/segment_bytes.h"
#include "base/require.h"

using namespace kenpo::analysis;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto segment = segment_from(bytes);
  if (!segment.ok()) return 0;
  KENPO_REQUIRE(bytes_of(*segment) == bytes);
  return 0;
}
