// Sleeping on a word of memory. std::atomic::wait of libstdc++ 12 spins and shares its sleepers
// among words; the log wakes exactly those who wait for a batch.
#pragma once

#include <atomic>
#include <cstdint>

namespace kenpo::notice {

/// Returns when the word is no longer `value`; may sleep.
void wait_while(const std::atomic<std::uint32_t>& word, std::uint32_t value);
/// Wakes all who sleep on the word. The word was changed before.
void wake_all(const std::atomic<std::uint32_t>& word);

}  // namespace kenpo::notice
