#include "store/box.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "base/require.h"

namespace kenpo::store {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(nonce_bytes + tag_bytes == box_overhead_bytes);

unsigned char* raw(char* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(const char* bytes) {
  return reinterpret_cast<const unsigned char*>(bytes);
}

// The system's random source costs 0.3 µs a call, more than sealing: draw much, hand out little.
void draw_nonce(char* nonce) {
  struct Stock {
    std::array<char, 4096> bytes;
    std::size_t used = 4096;
  };
  static thread_local Stock stock;
  if (stock.used + nonce_bytes > stock.bytes.size()) {
    randombytes_buf(stock.bytes.data(), stock.bytes.size());
    stock.used = 0;
  }
  std::memcpy(nonce, stock.bytes.data() + stock.used, nonce_bytes);
  stock.used += nonce_bytes;
}

}  // namespace

void seal_box(const SecretKey& key, std::string_view plain, std::string_view bound,
              std::string& out) {
  const std::size_t start = out.size();
  out.resize(start + plain.size() + box_overhead_bytes);
  char* box = out.data() + start;
  draw_nonce(box);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      raw(box + nonce_bytes), nullptr, raw(plain.data()), plain.size(), raw(bound.data()),
      bound.size(), nullptr, raw(box), key.data());
}

bool open_box(const SecretKey& key, std::string_view box, std::string_view bound,
              std::string& out) {
  if (box.size() < box_overhead_bytes) return false;
  out.resize(box.size() - box_overhead_bytes);
  return crypto_aead_xchacha20poly1305_ietf_decrypt(
             raw(out.data()), nullptr, nullptr, raw(box.data() + nonce_bytes),
             box.size() - nonce_bytes, raw(bound.data()), bound.size(), raw(box.data()),
             key.data()) == 0;
}

RecordBound::RecordBound(const Table& table, std::int64_t row, std::uint8_t generation) {
  constexpr std::string_view head = "kenpo record 1";
  const auto add = [&](const void* bytes, std::size_t size) {
    std::memcpy(bytes_ + size_, bytes, size);
    size_ += size;
  };
  add(head.data(), head.size());
  const std::uint8_t codes[2] = {KeyClass::of(table).code(), generation};
  add(codes, sizeof codes);
  std::uint8_t number[8];
  for (unsigned at = 0; at < 8; ++at) {
    number[at] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(row) >> (8 * at));
  }
  add(number, sizeof number);
  KENPO_REQUIRE(table.name.size() <= table_name_limit);
  add(table.name.data(), table.name.size());
}

void draw_bytes(void* target, std::size_t size) { randombytes_buf(target, size); }
void wipe(void* target, std::size_t size) { sodium_memzero(target, size); }

std::array<std::uint8_t, 16> short_mac(const SecretKey& key, std::string_view message) {
  const auto whole = base::hmac_sha256(key, message);
  std::array<std::uint8_t, 16> shortened;
  std::copy_n(whole.begin(), shortened.size(), shortened.begin());
  return shortened;
}

}  // namespace kenpo::store
