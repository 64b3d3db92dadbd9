// Unwrapped keys in memory, in a table of fixed size.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>

#include "store/keyring.h"

namespace kenpo::store {

/// Eight places for each hash; when they are full the next key takes the place of one of them.
/// Kept out of core dumps. Safe to use from many threads.
class KeyCache {
 public:
  KeyCache();
  ~KeyCache();
  KeyCache(const KeyCache&) = delete;
  KeyCache& operator=(const KeyCache&) = delete;

  std::optional<DataKey> find(const SubjectId& subject, KeyClass key_class);
  void put(const SubjectId& subject, KeyClass key_class, const DataKey& key);
  void drop(const SubjectId& subject, KeyClass key_class);

 private:
  struct alignas(64) Slot {
    base::IdText subject;
    std::uint8_t key_class;
    std::uint8_t generation;
    std::uint8_t used;
    SecretKey key;
  };
  static_assert(sizeof(Slot) == 64);
  static constexpr std::size_t ways = 8;
  static constexpr std::size_t sets = cached_keys_limit / ways;
  static constexpr std::size_t locks = 256;  // many more than threads, so they seldom meet

  std::size_t set_of(const SubjectId& subject, KeyClass key_class) const;
  static bool holds(const Slot& slot, const SubjectId& subject, KeyClass key_class);

  Slot* slots_;
  std::array<std::mutex, locks> mutexes_;
  std::atomic<std::uint32_t> turn_{0};
  std::uint64_t seed_ = 0;
};

}  // namespace kenpo::store
