#include "desk/form_token.h"

#include <sodium.h>

#include <array>

#include "base/require.h"

namespace kenpo::desk {

namespace {

constexpr std::size_t secret_bytes = 32;

std::string base64(const std::array<unsigned char, secret_bytes>& bytes) {
  constexpr std::size_t characters = 43;
  std::string text(characters + 1, '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.resize(characters);
  return text;
}

}  // namespace

std::string form_token(std::string_view cookie_secret) {
  constexpr std::string_view meaning = "kenpo form token";
  std::array<unsigned char, secret_bytes> key{};
  crypto_generichash(key.data(), key.size(),
                     reinterpret_cast<const unsigned char*>(cookie_secret.data()),
                     cookie_secret.size(), nullptr, 0);
  std::array<unsigned char, secret_bytes> token{};
  crypto_generichash(token.data(), token.size(),
                     reinterpret_cast<const unsigned char*>(meaning.data()), meaning.size(),
                     key.data(), key.size());
  return base64(token);
}

std::string draw_visit_secret() {
  KENPO_REQUIRE(sodium_init() >= 0);
  std::array<unsigned char, secret_bytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base64(bytes);
}

std::string cookie_line(std::string_view name, std::string_view value) {
  std::string line(name);
  line += '=';
  line += value;
  return line + "; Path=/; Secure; HttpOnly; SameSite=Strict";
}

std::string end_of_cookie(std::string_view name) { return cookie_line(name, "") + "; Max-Age=0"; }

Forgery judge_form(const Request& request, std::string_view cookie_secret) {
  if (cookie_secret.empty()) return Forgery::suspected;
  const auto site = request.headers.get("sec-fetch-site");
  if (site && *site != "same-origin") return Forgery::suspected;
  const auto origin = request.headers.get("origin");
  // Our own Referrer-Policy makes browsers send `null`; then Sec-Fetch-Site has to vouch.
  const bool hidden = origin && *origin == "null" && site.has_value();
  if (origin && !hidden && *origin != "https://" + std::string(request.headers.text("host"))) {
    return Forgery::suspected;
  }
  const auto expected = form_token(cookie_secret);
  const auto sent = request.form.text(form_token_field);
  const bool same = sent.size() == expected.size() &&
                    sodium_memcmp(sent.data(), expected.data(), expected.size()) == 0;
  return same ? Forgery::none : Forgery::suspected;
}

}  // namespace kenpo::desk
