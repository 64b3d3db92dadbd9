#include "store/key_cache.h"

#include <algorithm>
#include <cstring>

#include "store/box.h"

namespace kenpo::store {

namespace {
std::string_view text_of(const base::IdText& id) { return {id.data(), id.size()}; }
}  // namespace

KeyCache::KeyCache() {
  draw_bytes(&seed_, sizeof seed_);
  for (Shard& shard : shards_) shard.resize(first_sets);
}

void KeyCache::Shard::resize(std::size_t sets) {
  pages = SecretPages(sets * ways * sizeof(Slot));
  marks.assign(sets, Marks{});
  used = 0;
}

// All keys of a subject share their sets: one use of a person needs two of them, close together.
KeyCache::Home KeyCache::home_of(std::string_view subject, std::uint8_t key_class) const {
  std::uint64_t halves[2];
  std::memcpy(halves, subject.data(), sizeof halves);
  std::uint64_t hash = seed_;
  for (const std::uint64_t half : halves) {
    hash = (hash ^ half) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return {hash, static_cast<std::uint8_t>((hash >> 56U ^ key_class) | 0x80U)};
}

std::array<std::size_t, 2> KeyCache::sets_of(const Shard& shard, const Home& home) {
  const std::size_t mask = shard.marks.size() - 1;
  return {home.hash / shards_count & mask, home.hash >> 32U & mask};
}

std::optional<std::size_t> KeyCache::find_place(const Shard& shard, const Home& home,
                                                const SubjectId& subject, KeyClass key_class) {
  for (const std::size_t set : sets_of(shard, home)) {
    const Marks& marks = shard.marks[set];
    for (std::size_t way = 0; way < ways; ++way) {
      if (marks[way] != home.mark) continue;
      const Slot& slot = shard.slots()[set * ways + way];
      if (slot.key_class == key_class.code() && text_of(slot.subject) == subject.text()) {
        return set * ways + way;
      }
    }
  }
  return std::nullopt;
}

std::size_t KeyCache::take_place(Shard& shard, const Home& home) {
  const auto empty_in = [&](std::size_t set) { return std::ranges::count(shard.marks[set], 0); };
  const auto sets = sets_of(shard, home);
  const std::size_t set = empty_in(sets[1]) > empty_in(sets[0]) ? sets[1] : sets[0];
  Marks& marks = shard.marks[set];
  auto way = static_cast<std::size_t>(std::ranges::find(marks, 0) - marks.begin());
  if (way == ways) {
    way = shard.turn++ % ways;
  } else {
    ++shard.used;
  }
  marks[way] = home.mark;
  return set * ways + way;
}

// At three quarters nearly every key still has an empty place in one of its sets.
void KeyCache::grow(Shard& shard) const {
  const std::size_t sets = shard.marks.size();
  if (sets >= sets_limit || shard.used * 4 < sets * ways * 3) return;
  const SecretPages pages = std::move(shard.pages);
  const auto marks = std::move(shard.marks);
  shard.resize(sets * 2);
  for (std::size_t place = 0; place < sets * ways; ++place) {
    if (marks[place / ways][place % ways] == 0) continue;
    const Slot& slot = static_cast<const Slot*>(pages.get())[place];
    const auto home = home_of(text_of(slot.subject), slot.key_class);
    shard.slots()[take_place(shard, home)] = slot;
  }
}

std::optional<DataKey> KeyCache::find(const SubjectId& subject, KeyClass key_class) {
  const Home home = home_of(subject, key_class);
  Shard& shard = shard_of(home);
  const std::lock_guard lock(shard.mutex);
  const auto place = find_place(shard, home, subject, key_class);
  if (!place) return std::nullopt;
  const Slot& slot = shard.slots()[*place];
  return DataKey{slot.key, slot.generation};
}

void KeyCache::put(const SubjectId& subject, KeyClass key_class, const DataKey& key) {
  const Home home = home_of(subject, key_class);
  Shard& shard = shard_of(home);
  const std::lock_guard lock(shard.mutex);
  auto place = find_place(shard, home, subject, key_class);
  if (!place) {
    grow(shard);
    place = take_place(shard, home);
  }
  Slot& slot = shard.slots()[*place];
  std::ranges::copy(subject.text(), slot.subject.begin());
  slot.key_class = key_class.code();
  slot.generation = key.generation;
  slot.key = key.key;
}

void KeyCache::drop(const SubjectId& subject, KeyClass key_class) {
  const Home home = home_of(subject, key_class);
  Shard& shard = shard_of(home);
  const std::lock_guard lock(shard.mutex);
  const auto place = find_place(shard, home, subject, key_class);
  if (!place) return;
  shard.marks[*place / ways][*place % ways] = 0;
  wipe(&shard.slots()[*place], sizeof(Slot));
  --shard.used;
}

}  // namespace kenpo::store
