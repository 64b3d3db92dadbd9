// A line that is taken is a leaf that is written the same way again.
#include <cstddef>
#include <cstdint>

#include "base/require.h"
#include "notice/leaf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto leaf = kenpo::notice::parse_leaf(line);
  if (leaf.ok()) KENPO_REQUIRE(kenpo::notice::encode(*leaf) == line);
  return 0;
}
