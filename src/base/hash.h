// SHA-256 of bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kenpo::base {

/// SHA-256 (FIPS 180-4) of the bytes.
std::array<std::uint8_t, 32> sha256(std::string_view bytes);
/// Two lower-case hexadecimal digits a byte.
std::string hexadecimal(std::span<const std::uint8_t> bytes);
/// SHA-256 as 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace kenpo::base
