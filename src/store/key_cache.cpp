#include "store/key_cache.h"

#include <sys/mman.h>

#include <cstring>

#include "base/require.h"
#include "store/box.h"

namespace kenpo::store {

namespace {
constexpr std::size_t cache_bytes = cached_keys_limit * 64;
}

KeyCache::KeyCache() {
  void* memory =
      ::mmap(nullptr, cache_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  KENPO_REQUIRE(memory != MAP_FAILED);
  ::madvise(memory, cache_bytes, MADV_DONTDUMP);
  slots_ = static_cast<Slot*>(memory);
  draw_bytes(&seed_, sizeof seed_);
}

KeyCache::~KeyCache() { ::munmap(slots_, cache_bytes); }  // the kernel hands pages out zeroed

std::size_t KeyCache::set_of(const SubjectId& subject, KeyClass key_class) const {
  std::uint64_t halves[2];
  std::memcpy(halves, subject.text().data(), sizeof halves);
  std::uint64_t hash = seed_ ^ key_class.code();
  for (const std::uint64_t half : halves) {
    hash = (hash ^ half) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return static_cast<std::size_t>(hash % sets);
}

bool KeyCache::holds(const Slot& slot, const SubjectId& subject, KeyClass key_class) {
  return slot.used != 0 && slot.key_class == key_class.code() &&
         std::memcmp(slot.subject.data(), subject.text().data(), slot.subject.size()) == 0;
}

std::optional<DataKey> KeyCache::find(const SubjectId& subject, KeyClass key_class) {
  const std::size_t set = set_of(subject, key_class);
  const std::lock_guard lock(mutexes_[set % locks]);
  for (std::size_t way = 0; way < ways; ++way) {
    const Slot& slot = slots_[set * ways + way];
    if (holds(slot, subject, key_class)) return DataKey{slot.key, slot.generation};
  }
  return std::nullopt;
}

void KeyCache::put(const SubjectId& subject, KeyClass key_class, const DataKey& key) {
  const std::size_t set = set_of(subject, key_class);
  const std::lock_guard lock(mutexes_[set % locks]);
  Slot* chosen = nullptr;
  for (std::size_t way = 0; way < ways && chosen == nullptr; ++way) {
    Slot& slot = slots_[set * ways + way];
    if (slot.used == 0 || holds(slot, subject, key_class)) chosen = &slot;
  }
  if (chosen == nullptr) chosen = &slots_[set * ways + turn_++ % ways];
  std::memcpy(chosen->subject.data(), subject.text().data(), chosen->subject.size());
  chosen->key_class = key_class.code();
  chosen->generation = key.generation;
  chosen->key = key.key;
  chosen->used = 1;
}

void KeyCache::drop(const SubjectId& subject, KeyClass key_class) {
  const std::size_t set = set_of(subject, key_class);
  const std::lock_guard lock(mutexes_[set % locks]);
  for (std::size_t way = 0; way < ways; ++way) {
    Slot& slot = slots_[set * ways + way];
    if (holds(slot, subject, key_class)) wipe(&slot, sizeof slot);
  }
}

}  // namespace kenpo::store
