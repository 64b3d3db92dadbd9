// Unwrapped keys in memory, in a table that grows up to a fixed size.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "store/keyring.h"
#include "store/secret_pages.h"

namespace kenpo::store {

/// Each hash has two sets of eight places; a key goes into the emptier one, and when both are full
/// it takes the place of another. A byte of the hash stands apart for each place, so that a search
/// reads a line of memory a set and the key's own. Safe to use from many threads.
class KeyCache {
 public:
  KeyCache();
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
    SecretKey key;
  };
  static_assert(sizeof(Slot) == 64);
  static constexpr std::size_t ways = 8;
  static constexpr std::size_t shards_count = 64;  // many more than threads, so they seldom meet
  static constexpr std::size_t first_sets = 8;     // a page of keys
  static constexpr std::size_t sets_limit = cached_keys_limit / ways / shards_count;
  using Marks = std::array<std::uint8_t, ways>;  // 0: an empty place

  /// A part of the table, with a lock of its own.
  struct Shard {
    std::mutex mutex;
    SecretPages pages;
    std::vector<Marks> marks;  // of each set; their number is a power of two
    std::size_t used = 0;
    std::uint32_t turn = 0;

    Slot* slots() const { return static_cast<Slot*>(pages.get()); }
    void resize(std::size_t sets);
  };
  /// A key's hash, and the byte it is known by.
  struct Home {
    std::uint64_t hash;
    std::uint8_t mark;
  };

  Home home_of(std::string_view subject, std::uint8_t key_class) const;
  Home home_of(const SubjectId& subject, KeyClass key_class) const {
    return home_of(subject.text(), key_class.code());
  }
  Shard& shard_of(const Home& home) { return shards_[home.hash % shards_count]; }
  // With the shard's lock held:
  static std::array<std::size_t, 2> sets_of(const Shard& shard, const Home& home);
  static std::optional<std::size_t> find_place(const Shard& shard, const Home& home,
                                               const SubjectId& subject, KeyClass key_class);
  static std::size_t take_place(Shard& shard, const Home& home);
  void grow(Shard& shard) const;

  std::array<Shard, shards_count> shards_;
  std::uint64_t seed_ = 0;
};

}  // namespace kenpo::store
