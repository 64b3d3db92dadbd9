// Any bytes: refused with faults, or taken; what was taken is written and read again as the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/ledger_tsv/ledger_tsv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace ledger = kenpo::format::ledger_tsv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = ledger::read(bytes);
  if (!file.ok()) {
    KENPO_REQUIRE(!file.faults().empty() && file.faults().size() <= kenpo::base::faults_limit);
    return 0;
  }
  KENPO_REQUIRE(ledger::looks_like(bytes));
  const auto written = ledger::write(*file);
  const auto again = ledger::read(written);
  KENPO_REQUIRE(again.ok());
  KENPO_REQUIRE(ledger::write(*again) == written);
  return 0;
}
