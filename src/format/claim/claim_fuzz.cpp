// The insurer's form: whole and in chunks must give the same answer, and the bytes must come back.
#include "format/claim/fuzz_read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kenpo::format::claim::fuzz_read({reinterpret_cast<const char*>(data), size},
                                  kenpo::format::claim::Form::insurer);
  return 0;
}
