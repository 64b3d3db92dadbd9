// No bytes harm the reader of masters, and what it takes it counts.
#include "base/require.h"
#include "format/master/comment_text.h"
#include "format/master/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kenpo::format::master;
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  std::uint64_t items = 0;
  const auto summary = read(file, [&](const Item& item) -> kenpo::base::Result<> {
    ++items;
    static_cast<void>(comment_text(item, item.name, [](std::string_view) {
      return std::string{};
    }));
    return kenpo::base::Done{};
  });
  if (summary.ok()) KENPO_REQUIRE(summary->items == items);
  return 0;
}
