#include "notice/document.h"

#include "base/hash.h"
#include "base/resource.h"

namespace kenpo::notice {

Fingerprint fingerprint(std::string_view bytes) { return base::sha256(bytes); }

std::string hexadecimal(const Fingerprint& fingerprint) { return base::hexadecimal(fingerprint); }

PairMask Document::pairs() const {
  PairMask mask = 0;
  for (const Row& row : rows) {
    for (const Purpose purpose : row.purposes) mask |= mask_of({row.category, purpose});
  }
  return mask;
}

std::string desk_words(const Society& own) {
  return own.name + " " + own.address + " 電話 " + own.telephone;
}

const Document& carried_document() {
  static const Document carried = [] {
    auto parsed = parse_document(base::resource("notice/notice.txt"), base::Plain("notice.txt"));
    // The text is carried inside the program: one that does not parse is our own mistake.
    KENPO_REQUIRE(parsed.ok());
    return std::move(parsed).value();
  }();
  return carried;
}

}  // namespace kenpo::notice
