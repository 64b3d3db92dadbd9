#include "notice/checkpoint.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/require.h"

namespace kenpo::notice {

namespace {

constexpr std::string_view signature_mark = "\u2014 ";
constexpr char ed25519_algorithm = 1;  // signed-note's number for Ed25519
constexpr std::size_t key_id_bytes = 4;

std::string base64(std::string_view bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the closing zero
  return text;
}

// Nullopt unless `base64` would make exactly this text.
std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &length, &end,
                        sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text.data() + text.size()) {
    return std::nullopt;
  }
  bytes.resize(length);
  return base64(bytes) == text ? std::optional(bytes) : std::nullopt;
}

std::string_view view(const std::array<std::uint8_t, 32>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return {};
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

bool is_extension(std::string_view lines) {
  if (lines.empty()) return true;
  return lines.front() != '\n' && lines.back() == '\n' &&
         lines.find("\n\n") == std::string_view::npos;
}

}  // namespace

bool is_origin(std::string_view origin) {
  return !origin.empty() && origin.size() <= origin_limit &&
         std::ranges::all_of(origin, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  std::string_view("./-_:").find(c) != std::string_view::npos;
         });
}

std::string text_of(const Checkpoint& checkpoint) {
  return checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
         base64(view(checkpoint.root)) + '\n' + checkpoint.extension;
}

std::optional<Checkpoint> parse_checkpoint(std::string_view text) {
  Checkpoint checkpoint;
  std::string_view rest = text;
  checkpoint.origin = take_line(rest);
  const auto size = take_line(rest);
  const auto root = from_base64(take_line(rest));
  const auto read = std::from_chars(size.data(), size.data() + size.size(), checkpoint.size);
  if (!is_origin(checkpoint.origin) || read.ec != std::errc{} || !root ||
      root->size() != checkpoint.root.size() || !is_extension(rest)) {
    return std::nullopt;
  }
  std::memcpy(checkpoint.root.data(), root->data(), root->size());
  checkpoint.extension = rest;
  return text_of(checkpoint) == text ? std::optional(checkpoint) : std::nullopt;
}

PublicKey::PublicKey(std::string_view origin, const std::array<std::uint8_t, 32>& key)
    : origin_(origin), key_(key) {
  KENPO_REQUIRE(is_origin(origin));
}

std::array<std::uint8_t, 4> PublicKey::id() const {
  const auto hash = plain_hash(origin_ + '\n' + ed25519_algorithm + std::string(view(key_)));
  return {hash[0], hash[1], hash[2], hash[3]};
}

std::string PublicKey::line() const {
  std::string id_hex;
  for (const std::uint8_t byte : id()) {
    constexpr std::string_view digits = "0123456789abcdef";
    id_hex += digits[byte >> 4];
    id_hex += digits[byte & 15];
  }
  return origin_ + '+' + id_hex + '+' + base64(ed25519_algorithm + std::string(view(key_)));
}

std::optional<PublicKey> PublicKey::parse(std::string_view line) {
  const auto origin = line.substr(0, line.find('+'));
  const auto last = line.find('+', std::min(line.size(), origin.size() + 1));
  if (last == std::string_view::npos || !is_origin(origin)) return std::nullopt;
  const auto bytes = from_base64(line.substr(last + 1));
  std::array<std::uint8_t, 32> key{};
  if (!bytes || bytes->size() != 1 + key.size()) return std::nullopt;
  std::memcpy(key.data(), bytes->data() + 1, key.size());
  const PublicKey parsed(origin, key);
  return parsed.line() == line ? std::optional(parsed) : std::nullopt;
}

std::optional<std::string_view> PublicKey::open(std::string_view note) const {
  const auto gap = note.rfind("\n\n");
  if (note.size() > checkpoint_bytes_limit || gap == std::string_view::npos) return std::nullopt;
  const auto text = note.substr(0, gap + 1);
  auto signatures = note.substr(gap + 2);
  if (!signatures.ends_with('\n')) return std::nullopt;
  const auto own_id = id();
  while (!signatures.empty()) {
    auto line = take_line(signatures);
    // Every line must be a signature, ours or of somebody else.
    if (!line.starts_with(signature_mark)) return std::nullopt;
    line.remove_prefix(signature_mark.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || line.substr(0, space) != origin_) continue;
    const auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() != key_id_bytes + crypto_sign_BYTES ||
        std::memcmp(bytes->data(), own_id.data(), key_id_bytes) != 0) {
      continue;
    }
    const auto* signature =
        reinterpret_cast<const unsigned char*>(bytes->data() + key_id_bytes);
    const bool right = crypto_sign_verify_detached(
                           signature, reinterpret_cast<const unsigned char*>(text.data()),
                           text.size(), key_.data()) == 0;
    return right ? std::optional(text) : std::nullopt;
  }
  return std::nullopt;
}

PrivateKey::PrivateKey(PublicKey public_key, const std::array<std::uint8_t, 32>& seed)
    : public_(std::move(public_key)), seed_(seed) {}

PrivateKey::PrivateKey(PrivateKey&& other) noexcept
    : public_(other.public_), seed_(other.seed_) {
  sodium_memzero(other.seed_.data(), other.seed_.size());
}

PrivateKey& PrivateKey::operator=(PrivateKey&& other) noexcept {
  public_ = other.public_;
  seed_ = other.seed_;
  if (this != &other) sodium_memzero(other.seed_.data(), other.seed_.size());
  return *this;
}

PrivateKey::~PrivateKey() { sodium_memzero(seed_.data(), seed_.size()); }

PrivateKey PrivateKey::draw(std::string_view origin) {
  std::array<std::uint8_t, 32> seed{};
  randombytes_buf(seed.data(), seed.size());
  PrivateKey drawn = from_seed(origin, seed);
  sodium_memzero(seed.data(), seed.size());
  return drawn;
}

PrivateKey PrivateKey::from_seed(std::string_view origin,
                                 const std::array<std::uint8_t, 32>& seed) {
  std::array<std::uint8_t, 32> key{};
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
  sodium_memzero(secret.data(), secret.size());
  return {PublicKey(origin, key), seed};
}

std::string PrivateKey::sign(std::string_view text) const {
  KENPO_REQUIRE(text.ends_with('\n'));
  std::array<std::uint8_t, 32> key{};
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(key.data(), secret.data(), seed_.data());
  std::array<unsigned char, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr,
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       secret.data());
  sodium_memzero(secret.data(), secret.size());
  const auto id = public_.id();
  std::string bytes(id.begin(), id.end());
  bytes.append(signature.begin(), signature.end());
  return std::string(text) + '\n' + std::string(signature_mark) + public_.origin() + ' ' +
         base64(bytes) + '\n';
}

std::optional<Checkpoint> open_checkpoint(std::string_view note,
                                          const std::vector<PublicKey>& keys) {
  for (const PublicKey& key : keys) {
    const auto text = key.open(note);
    if (!text) continue;
    auto checkpoint = parse_checkpoint(*text);
    if (checkpoint && checkpoint->origin == key.origin()) return checkpoint;
  }
  return std::nullopt;
}

}  // namespace kenpo::notice
