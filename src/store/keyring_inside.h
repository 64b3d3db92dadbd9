// What a Keyring is made of; only keyring*.cpp include it.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/box.h"
#include "store/engine.h"
#include "store/key_cache.h"
#include "store/keyring.h"

namespace kenpo::store {

/// New keys are made durable at the latest when so many are waiting: a bulk intake of half a
/// million people must not keep the keyring's log growing.
inline constexpr std::size_t waiting_keys_limit = 4096;

struct Keyring::Inside {
  struct ClassKeys {
    bool known = false;
    SecretKey wrapping{};
    SecretKey index{};
  };

  Inside(const SecretKey& master_key, Cipher chosen) : cipher(chosen), master(master_key) {}
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    wipe(master.data(), master.size());
    wipe(classes.data(), sizeof classes);
  }

  base::Result<> open_file(const std::string& folder, Opening opening);
  base::Result<> load_classes();
  base::Result<> add_class(KeyClass key_class);

  // All below are called with `mutex` held.
  struct Found {
    std::optional<DataKey> key;      // a living key
    std::optional<int> generation;   // the newest generation ever made
  };
  base::Result<Found> load(const SubjectId& subject, KeyClass key_class);
  base::Result<DataKey> make(const SubjectId& subject, KeyClass key_class);
  base::Result<bool> subject_erased(const SubjectId& subject);
  base::Result<> begin();
  base::Result<> add_key(const SubjectId& subject, KeyClass key_class, const DataKey& key);
  base::Result<> flush_held();
  void lose_waiting();
  base::Result<> destroy(const SubjectId& subject, KeyClass key_class, base::Moment now);
  base::Result<> erase(const SubjectId& subject, std::span<const KeyClass> erased,
                       ErasureRecord& record);
  base::Result<> keep(const ErasureRecord& record);
  base::Result<> scrub();
  /// Says outside the keyring what is about to be destroyed.
  base::Result<> keep_tombstones(const SubjectId& subject, std::span<const KeyClass> erased,
                                 const ErasureRecord& record);
  /// Destroys what was erased before and lives again, because an old keyring was put back.
  base::Result<> bury_again();

  const Cipher cipher;
  SecretKey master;
  std::string directory;  // the data directory; tombstones stand in it
  std::array<ClassKeys, 256> classes{};
  std::unique_ptr<Connection> file;
  KeyCache cache;
  std::mutex mutex;
  bool writing = false;       // a transaction with new keys is open
  std::vector<std::pair<SubjectId, KeyClass>> waiting;  // the keys it holds
  std::atomic<std::uint64_t> losses{0};
  std::set<std::uint8_t> warmed;
};

/// The classes of keys that every keyring has.
std::vector<KeyClass> all_key_classes();

}  // namespace kenpo::store
