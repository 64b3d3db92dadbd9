// Unwrapped keys in memory, in a table of fixed size.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "store/keyring.h"

namespace kenpo::store {

/// Eight places for each hash; when they are full the next key takes the place of one of them.
/// A byte of the hash stands apart for each place, so that a search reads one line of memory and
/// the key's own. Kept out of core dumps. Safe to use from many threads.
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
    std::uint8_t reserved;
    SecretKey key;
  };
  static_assert(sizeof(Slot) == 64);
  static constexpr std::size_t ways = 8;
  static constexpr std::size_t sets = cached_keys_limit / ways;
  static constexpr std::size_t locks = 256;  // many more than threads, so they seldom meet

  /// Where a key may stand, and the byte it is known by there; 0 is an empty place.
  struct Home {
    std::size_t set;
    std::uint8_t mark;
  };
  using Marks = std::array<std::uint8_t, ways>;

  Home home_of(const SubjectId& subject, KeyClass key_class) const;
  /// The key's place, or nullptr. The set's lock is held.
  Slot* find_slot(const Home& home, const SubjectId& subject, KeyClass key_class);

  Slot* slots_;
  std::vector<Marks> marks_;
  std::array<std::mutex, locks> mutexes_;
  std::atomic<std::uint32_t> turn_{0};
  std::uint64_t seed_ = 0;
};

}  // namespace kenpo::store
