// Sealing bytes: XChaCha20-Poly1305 with a random nonce of 24 bytes, so that a key may seal as many
// records as it likes. Layout in docs/formats/store.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "store/keyring.h"

namespace kenpo::store {

inline constexpr std::size_t box_overhead_bytes = 24 + 16;  // nonce and tag

/// Puts nonce, ciphertext and tag behind `out`. `bound` is authenticated, not kept.
void seal_box(const SecretKey& key, std::string_view plain, std::string_view bound,
              std::string& out);
/// The plain bytes into `out` (replaced), or false when the box, the key or `bound` differ.
bool open_box(const SecretKey& key, std::string_view box, std::string_view bound,
              std::string& out);

/// What a record's box is bound to: table, row, key class, generation.
class RecordBound {
 public:
  RecordBound(const Table& table, std::int64_t row, std::uint8_t generation);
  std::string_view bytes() const { return {bytes_, size_}; }

 private:
  char bytes_[96];
  std::size_t size_ = 0;
};
inline constexpr std::size_t table_name_limit = 48;  // PostgreSQL cuts names at 63 bytes

/// Fills bytes from the system's random source.
void draw_bytes(void* target, std::size_t size);
void wipe(void* target, std::size_t size);
/// 16 bytes of HMAC-SHA-256.
std::array<std::uint8_t, 16> short_mac(const SecretKey& key, std::string_view message);

}  // namespace kenpo::store
