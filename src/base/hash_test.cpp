#include "base/hash.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kenpo::base {
namespace {

// FIPS 180-4, the example of one block.
TEST(HashTest, OfThreeLetters) {
  constexpr auto expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(sha256_hex("abc"), expected);
  Sha256 pieces;
  pieces.update("a");
  pieces.update("bc");
  EXPECT_EQ(hexadecimal(pieces.finish()), expected);
}

std::array<std::uint8_t, 32> key_of(std::string_view text) {
  std::array<std::uint8_t, 32> key{};  // HMAC fills short keys with zeros
  std::ranges::copy(text, key.begin());
  return key;
}

// RFC 4231, test cases 2 and 1.
TEST(HashTest, CodeOfAMessageUnderAKey) {
  EXPECT_EQ(hexadecimal(hmac_sha256(key_of("Jefe"), "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hexadecimal(hmac_sha256(key_of(std::string(20, '\x0b')), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

TEST(HashTest, AnotherKeyOrMessageGivesAnotherCode) {
  const auto code = hmac_sha256(key_of("one"), "message");
  EXPECT_NE(code, hmac_sha256(key_of("two"), "message"));
  EXPECT_NE(code, hmac_sha256(key_of("one"), "messages"));
  EXPECT_EQ(code, hmac_sha256(key_of("one"), "message"));
}

}  // namespace
}  // namespace kenpo::base
