#include "store/key_cache.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>

#include "base/require.h"
#include "store/box.h"

namespace kenpo::store {

namespace {
constexpr std::size_t cache_bytes = cached_keys_limit * 64;

std::string_view text_of(const base::IdText& id) { return {id.data(), id.size()}; }
}

KeyCache::KeyCache() : marks_(sets) {
  void* memory =
      ::mmap(nullptr, cache_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  KENPO_REQUIRE(memory != MAP_FAILED);
  ::madvise(memory, cache_bytes, MADV_DONTDUMP);
  slots_ = static_cast<Slot*>(memory);
  draw_bytes(&seed_, sizeof seed_);
}

KeyCache::~KeyCache() { ::munmap(slots_, cache_bytes); }  // the kernel hands pages out zeroed

// All keys of a subject share a set: one use of a person needs two of them, close together.
KeyCache::Home KeyCache::home_of(const SubjectId& subject, KeyClass key_class) const {
  std::uint64_t halves[2];
  std::memcpy(halves, subject.text().data(), sizeof halves);
  std::uint64_t hash = seed_;
  for (const std::uint64_t half : halves) {
    hash = (hash ^ half) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return {static_cast<std::size_t>(hash % sets), static_cast<std::uint8_t>((hash >> 56U ^ key_class.code()) | 0x80U)};
}

KeyCache::Slot* KeyCache::find_slot(const Home& home, const SubjectId& subject,
                                    KeyClass key_class) {
  const Marks& marks = marks_[home.set];
  for (std::size_t way = 0; way < ways; ++way) {
    if (marks[way] != home.mark) continue;
    Slot& slot = slots_[home.set * ways + way];
    if (slot.key_class == key_class.code() && text_of(slot.subject) == subject.text()) {
      return &slot;
    }
  }
  return nullptr;
}

std::optional<DataKey> KeyCache::find(const SubjectId& subject, KeyClass key_class) {
  const Home home = home_of(subject, key_class);
  const std::lock_guard lock(mutexes_[home.set % locks]);
  const Slot* slot = find_slot(home, subject, key_class);
  if (slot == nullptr) return std::nullopt;
  return DataKey{slot->key, slot->generation};
}

void KeyCache::put(const SubjectId& subject, KeyClass key_class, const DataKey& key) {
  const Home home = home_of(subject, key_class);
  const std::lock_guard lock(mutexes_[home.set % locks]);
  Slot* slot = find_slot(home, subject, key_class);
  if (slot == nullptr) {
    Marks& marks = marks_[home.set];
    auto way = static_cast<std::size_t>(std::ranges::find(marks, 0) - marks.begin());
    if (way == ways) way = turn_++ % ways;
    marks[way] = home.mark;
    slot = &slots_[home.set * ways + way];
  }
  std::ranges::copy(subject.text(), slot->subject.begin());
  slot->key_class = key_class.code();
  slot->generation = key.generation;
  slot->key = key.key;
}

void KeyCache::drop(const SubjectId& subject, KeyClass key_class) {
  const Home home = home_of(subject, key_class);
  const std::lock_guard lock(mutexes_[home.set % locks]);
  Slot* slot = find_slot(home, subject, key_class);
  if (slot == nullptr) return;
  marks_[home.set][static_cast<std::size_t>(slot - &slots_[home.set * ways])] = 0;
  wipe(slot, sizeof *slot);
}

}  // namespace kenpo::store
