// Files of returns: the reader's promises, and no bytes harm what reads the rows of the review.
#include "format/claim/fuzz_read.h"
#include "format/reexamination/read.h"

namespace {

using namespace kenpo::format;

class Rows : public claim::Receiver {
 public:
  kenpo::base::Result<> receipt(const claim::Receipt& receipt) override {
    static_cast<void>(reexamination::returns_of(receipt.lines));
    static_cast<void>(reexamination::requests_of(receipt.lines));
    static_cast<void>(reexamination::outcomes_of(receipt.lines));
    return kenpo::base::Done{};
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  claim::fuzz_read(file, claim::Form::returned);
  for (const auto form : {claim::Form::returned, claim::Form::insurer}) {
    Rows rows;
    static_cast<void>(claim::read_claims(file, form, rows));
  }
  return 0;
}
