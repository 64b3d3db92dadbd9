// Any bytes: the reader refuses them with faults or takes them, and then they come back the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/transfer/transfer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace transfer = kenpo::format::transfer;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)transfer::looks_like(bytes);
  const auto file = transfer::read(bytes, {});
  if (file) {
    const auto written = transfer::write(*file);
    KENPO_REQUIRE(written.ok());
    KENPO_REQUIRE(*written == bytes);
  } else {
    KENPO_REQUIRE(file.faults().size() <= kenpo::base::faults_limit);
  }
  const auto text = transfer::to_bank_text(bytes, transfer::Payee::organisation);
  const auto again = transfer::to_bank_text(text.text, transfer::Payee::person);
  KENPO_REQUIRE(again.lost.empty() && again.text == text.text);
  return 0;
}
