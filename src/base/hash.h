// SHA-256 of bytes, and the code of a message under a key.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kenpo::base {

/// SHA-256 (FIPS 180-4) of the bytes.
std::array<std::uint8_t, 32> sha256(std::string_view bytes);
/// HMAC-SHA-256 (RFC 2104) of the message under a key of 32 bytes.
std::array<std::uint8_t, 32> hmac_sha256(std::span<const std::uint8_t, 32> key,
                                         std::string_view message);
/// SHA-256 piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(std::string_view bytes);
  /// The hash of all pieces; once.
  std::array<std::uint8_t, 32> finish();

 private:
  void* context_;
};
/// Two lower-case hexadecimal digits a byte.
std::string hexadecimal(std::span<const std::uint8_t> bytes);
/// SHA-256 as 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace kenpo::base
