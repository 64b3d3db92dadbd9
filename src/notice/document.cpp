#include "notice/document.h"

#include <openssl/evp.h>

#include "base/resource.h"

namespace kenpo::notice {

Fingerprint fingerprint(std::string_view bytes) {
  Fingerprint digest{};
  unsigned int length = 0;
  const int done =
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  KENPO_REQUIRE(done == 1 && length == digest.size());
  return digest;
}

std::string hexadecimal(const Fingerprint& fingerprint) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : fingerprint) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

PairMask Document::pairs() const {
  PairMask mask = 0;
  for (const Row& row : rows) {
    for (const Purpose purpose : row.purposes) mask |= mask_of({row.category, purpose});
  }
  return mask;
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
