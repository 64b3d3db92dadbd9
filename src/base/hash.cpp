#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <memory>

#include "base/require.h"

namespace kenpo::base {

namespace {

using Digest = std::array<std::uint8_t, 32>;

// Fetching the algorithm costs more than a hash; it is done once.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  KENPO_REQUIRE(fetched != nullptr);
  return fetched;
}

/// SHA-256 of the key, of which each byte is crossed with `pad`, and of what follows it.
Digest padded_hash(std::span<const std::uint8_t, 32> key, std::uint8_t pad, const void* rest,
                   std::size_t size) {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
  std::array<std::uint8_t, 64> block;  // SHA-256 takes 64 bytes at a time
  block.fill(pad);
  for (std::size_t at = 0; at < key.size(); ++at) block[at] ^= key[at];
  Digest digest{};
  const bool done = EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), block.data(), block.size()) == 1 &&
                    EVP_DigestUpdate(context.get(), rest, size) == 1 &&
                    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
  OPENSSL_cleanse(block.data(), block.size());
  KENPO_REQUIRE(done);
  return digest;
}

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return digest;
}

// A third of what libsodium's takes: the processor's own instructions for SHA-256 do it.
std::array<std::uint8_t, 32> hmac_sha256(std::span<const std::uint8_t, 32> key,
                                         std::string_view message) {
  constexpr std::uint8_t inner_pad = 0x36;
  constexpr std::uint8_t outer_pad = 0x5c;
  const Digest inner = padded_hash(key, inner_pad, message.data(), message.size());
  return padded_hash(key, outer_pad, inner.data(), inner.size());
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  KENPO_REQUIRE(context_ != nullptr &&
                EVP_DigestInit_ex2(static_cast<EVP_MD_CTX*>(context_), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_)); }

void Sha256::update(std::string_view bytes) {
  KENPO_REQUIRE(
      EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), bytes.data(), bytes.size()) == 1);
}

std::array<std::uint8_t, 32> Sha256::finish() {
  std::array<std::uint8_t, 32> digest{};
  KENPO_REQUIRE(
      EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_), digest.data(), nullptr) == 1);
  return digest;
}

std::string hexadecimal(std::span<const std::uint8_t> bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) { return hexadecimal(sha256(bytes)); }

}  // namespace kenpo::base
