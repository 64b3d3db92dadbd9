#include "account/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <semaphore>

#include "account/common_passwords.h"

namespace kenpo::account {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = std::size_t{64} << 20U;

std::counting_semaphore<hashes_at_once_limit> turns(hashes_at_once_limit);

/// Holds one of the turns while a hash is worked out.
struct Turn {
  Turn() { turns.acquire(); }
  ~Turn() { turns.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

base::Fault refused(base::Words what, base::Words mend) {
  return {.what = std::move(what),
          .why = {"推測されやすいパスワードは使えません。", "Guessable passwords are refused."},
          .mend = std::move(mend),
          .place = {}};
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& letter : lowered) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return lowered;
}

}  // namespace

base::Result<> check_new_password(std::string_view password, std::string_view sign_in_name) {
  const auto length = characters(password);
  if (length < password_least_characters || length > password_limit_characters) {
    return refused({base::Plain("パスワードは") + password_least_characters + "文字以上" +
                        password_limit_characters + "文字以下にしてください。",
                    base::Plain("A password has ") + password_least_characters + " to " +
                        password_limit_characters + " characters."},
                   {"短い文をつなげると、長くて覚えやすくなります。",
                    "A short sentence is long and easy to remember."});
  }
  const auto lowered = lower(password);
  if (!sign_in_name.empty() && lowered.find(lower(sign_in_name)) != std::string::npos) {
    return refused({"パスワードに利用者名が入っています。", "The password holds the sign-in name."},
                   {"利用者名を含まないものにしてください。", "Leave the sign-in name out."});
  }
  const auto different = [&] {
    std::array<bool, 256> seen{};
    for (const char byte : password) seen[static_cast<unsigned char>(byte)] = true;
    return std::ranges::count(seen, true);
  }();
  constexpr auto least_different_bytes = 5;  // 「aaaaaaaaaaaa」, 「121212121212」
  if (different < least_different_bytes ||
      std::ranges::find(common_passwords, lowered) != common_passwords.end()) {
    return refused({"よく使われるパスワードです。", "This is a common password."},
                   {"別の文字の並びにしてください。", "Choose another."});
  }
  return base::Done{};
}

base::Result<std::string> hash_password(std::string_view password) {
  KENPO_REQUIRE(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const Turn turn;
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory_bytes) != 0) {
    return base::Fault{.what = {"パスワードを登録できませんでした。", "Password not kept."},
                       .why = {"計算に使う記憶(64 MiB)が足りません。", "64 MiB were not free."},
                       .mend = {"しばらくしてからもう一度試してください。", "Try again later."},
                       .place = {}};
  }
  return std::string(hash.data());
}

Match match_password(std::string_view password, const std::string& hash) {
  KENPO_REQUIRE(sodium_init() >= 0);
  if (hash.size() >= crypto_pwhash_STRBYTES) return Match::no;
  const Turn turn;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0 ? Match::yes
                                                                                       : Match::no;
}

void spend_hashing_time(std::string_view password) {
  KENPO_REQUIRE(sodium_init() >= 0);
  std::array<unsigned char, 32> key{};
  const std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  const Turn turn;
  // The outcome does not matter, only that the work was done.
  [[maybe_unused]] const int outcome =
      crypto_pwhash(key.data(), key.size(), password.data(), password.size(), salt.data(), passes,
                    memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
}

}  // namespace kenpo::account
