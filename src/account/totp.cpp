#include "account/totp.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>

#include "base/require.h"

namespace kenpo::account {

namespace {

constexpr unsigned digits = 6;

const char* bytes_of(const TotpSecret& secret) {
  return reinterpret_cast<const char*>(secret.data());
}

std::int64_t step_of(base::Moment now) { return now.milliseconds / 1000 / totp_step_seconds; }

std::string code_of_step(const TotpSecret& secret, std::int64_t step) {
  std::array<char, digits + 1> code{};
  const auto counter = static_cast<std::uint64_t>(step);
  KENPO_REQUIRE(oath_hotp_generate(bytes_of(secret), secret.size(), counter, digits, false,
                                   OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) == OATH_OK);
  return {code.data(), digits};
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string encoded;
  for (const char byte : text) {
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '_' || byte == '.';
    if (plain) {
      encoded += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    encoded += '%';
    encoded += hex[value >> 4U];
    encoded += hex[value & 15U];
  }
  return encoded;
}

}  // namespace

TotpSecret draw_totp_secret() {
  KENPO_REQUIRE(sodium_init() >= 0);
  TotpSecret secret{};
  randombytes_buf(secret.data(), secret.size());
  return secret;
}

std::optional<std::int64_t> match_totp(const TotpSecret& secret, std::string_view code,
                                       base::Moment now, std::int64_t last_used_step) {
  if (code.size() != digits) return std::nullopt;
  std::optional<std::int64_t> matched;
  // All steps are compared, matched or not, so that the time tells nothing.
  for (int around = -totp_steps_around; around <= totp_steps_around; ++around) {
    const auto step = step_of(now) + around;
    if (step < 0) continue;
    const auto expected = code_of_step(secret, step);
    const bool same = sodium_memcmp(expected.data(), code.data(), digits) == 0;
    if (same && step > last_used_step) matched = step;
  }
  return matched;
}

std::string totp_code(const TotpSecret& secret, base::Moment now) {
  return code_of_step(secret, step_of(now));
}

std::string base32_groups(const TotpSecret& secret) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  constexpr std::size_t group_characters = 4;
  std::string text;
  unsigned held = 0;
  unsigned bits = 0;
  std::size_t written = 0;
  for (const auto byte : secret) {
    held = (held << 8U) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) {
      if (written != 0 && written % group_characters == 0) text += ' ';
      text += alphabet[(held >> (bits - 5)) & 31U];
      ++written;
    }
    held &= (1U << bits) - 1;
  }
  return text;  // 160 bits are 32 characters exactly
}

std::string enrolment_address(const TotpSecret& secret, std::string_view society_name,
                              std::string_view sign_in_name) {
  auto key = base32_groups(secret);
  std::erase(key, ' ');
  const auto issuer = percent_encoded(society_name);
  return "otpauth://totp/" + issuer + ":" + percent_encoded(sign_in_name) + "?secret=" + key +
         "&issuer=" + issuer + "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace kenpo::account
