// Any bytes: the reader refuses them with faults or takes them whole.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "format/bank_statement/bank_statement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace statement = kenpo::format::bank_statement;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto today = *kenpo::base::Date::make(2026, 11, 24);
  const auto file = statement::read(bytes, {}, today);
  if (!file) {
    KENPO_REQUIRE(!file.faults().empty());
    KENPO_REQUIRE(file.faults().size() <= kenpo::base::faults_limit);
    return 0;
  }
  KENPO_REQUIRE(statement::looks_like(bytes));
  for (const auto& account : file->statements) {
    for (const auto& entry : account.entries) {
      KENPO_REQUIRE(entry.amount > kenpo::base::Yen() && entry.booked_on <= today);
    }
  }
  return 0;
}
