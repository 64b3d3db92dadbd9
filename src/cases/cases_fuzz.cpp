// Tables that nobody should write: whatever the bytes are, the engine reports and ends.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "cases/cases.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  kenpo::cases::Report report;
  kenpo::cases::run_text("fuzz.cases", text, kenpo::base::Language::japanese, report);
  return 0;
}
