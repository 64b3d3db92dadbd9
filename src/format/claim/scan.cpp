#include "format/claim/scan.h"

#include <bit>
#include <cstring>

#include "base/require.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace kenpo::format::claim {

namespace {

constexpr std::size_t block_bytes = 64;

/// One bit a byte of a block of 64.
struct Block {
  std::uint64_t comma;
  std::uint64_t line_feed;
  std::uint64_t carriage_return;
  std::uint64_t suspect;  // below 0x20 (CR and LF too), or a quotation mark
};

// Inlined by force, so that the loops of each processor compile it with their own instructions.
#define KENPO_INLINE __attribute__((always_inline)) inline

/// Carries what a block must know of the one before.
struct Scanner {
  std::uint32_t* positions;
  std::uint64_t* filled;
  std::uint32_t* line_feeds;
  std::uint32_t position = 0;
  std::uint32_t count = 0;  // separators so far
  std::uint64_t carriage_return_before = 0;
  std::uint64_t separator_before = 1;  // the beginning of a line
  bool suspect = false;

  /// `gathered`: the bits of `filled` at the separators, packed together.
  KENPO_INLINE void take(const Block& block, std::uint64_t gathered) {
    const std::uint64_t expected = block.carriage_return << 1 | carriage_return_before;
    carriage_return_before = block.carriage_return >> 63;
    const std::uint64_t ends = block.carriage_return | block.line_feed;
    suspect |= expected != block.line_feed || (block.suspect & ~ends) != 0;
    std::uint64_t bits = block.comma | block.line_feed;
    separator_before = bits >> 63;
    for (std::uint64_t feeds = block.line_feed; feeds != 0; feeds &= feeds - 1) {
      const std::uint64_t below = (feeds & (~feeds + 1)) - 1;
      *line_feeds++ = count + static_cast<std::uint32_t>(std::popcount(bits & below));
    }
    const std::uint32_t shift = count % 64;
    filled[count / 64] |= gathered << shift;
    if (shift != 0) filled[count / 64 + 1] = gathered >> (64 - shift);
    const auto more = static_cast<std::uint32_t>(std::popcount(bits));
    if (shift + more == 64) filled[count / 64 + 1] = 0;
    // Eight at a time without asking in between; what is written too much is overwritten.
    std::uint32_t* at = positions + count;
    for (std::uint32_t done = 0; done < more; done += 8, at += 8) {
      for (int next = 0; next < 8; ++next) {
        at[next] = position + static_cast<std::uint32_t>(std::countr_zero(bits));
        bits &= bits - 1;
      }
    }
    count += more;
    position += block_bytes;
  }

  /// Bits of the separators that have something before them.
  KENPO_INLINE std::uint64_t filled_bits(const Block& block) const {
    const std::uint64_t bits = block.comma | block.line_feed;
    return bits & ~(bits << 1 | separator_before);
  }
};

inline void take_portably(const Block& block, Scanner& scanner) {
  const std::uint64_t filled = scanner.filled_bits(block);
  std::uint64_t gathered = 0;
  int at = 0;
  for (std::uint64_t bits = block.comma | block.line_feed; bits != 0; bits &= bits - 1, ++at) {
    const std::uint64_t lowest = bits & (~bits + 1);
    gathered |= static_cast<std::uint64_t>((filled & lowest) != 0) << at;
  }
  scanner.take(block, gathered);
}

/// 0x80 in every byte of `word` that equals `byte`.
std::uint64_t equal_bytes(std::uint64_t word, unsigned char byte) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7F;
  const std::uint64_t difference = word ^ ones * byte;
  return ~(((difference & low) + low) | difference | low);
}

/// The highest bits of eight bytes as eight bits.
std::uint64_t gather_bits(std::uint64_t high_bits) {
  return (high_bits >> 7) * 0x0102040810204080 >> 56;
}

Block block_portably(const char* bytes) {
  Block block{};
  for (std::size_t at = 0; at < block_bytes; at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes + at, 8);
    constexpr std::uint64_t high = 0x8080808080808080;
    constexpr std::uint64_t space = 0x2020202020202020;
    const std::uint64_t below_space = ~(((word & ~high) + (high - space)) | word) & high;
    block.comma |= gather_bits(equal_bytes(word, ',')) << at;
    block.line_feed |= gather_bits(equal_bytes(word, '\n')) << at;
    block.carriage_return |= gather_bits(equal_bytes(word, '\r')) << at;
    block.suspect |= gather_bits(equal_bytes(word, '"') | below_space) << at;
  }
  return block;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) inline std::uint64_t mask_avx2(__m256i low, __m256i high,
                                                               char byte) {
  const __m256i wanted = _mm256_set1_epi8(byte);
  const auto below = static_cast<std::uint32_t>(
      _mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)));
  const auto above = static_cast<std::uint32_t>(
      _mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)));
  return static_cast<std::uint64_t>(above) << 32 | below;
}

__attribute__((target("avx2,popcnt,bmi,bmi2")))
void blocks_avx2(const char* bytes, std::size_t count, Scanner& scanner) {
  for (; count > 0; --count, bytes += block_bytes) {
    const auto low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
    const auto high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32));
    // A byte is below 0x20 where its upper three bits are zero.
    const __m256i upper = _mm256_set1_epi8(static_cast<char>(0xE0));
    const std::uint64_t control =
        mask_avx2(_mm256_and_si256(low, upper), _mm256_and_si256(high, upper), 0);
    const Block block{mask_avx2(low, high, ','), mask_avx2(low, high, '\n'),
                      mask_avx2(low, high, '\r'), mask_avx2(low, high, '"') | control};
    scanner.take(block, _pext_u64(scanner.filled_bits(block), block.comma | block.line_feed));
  }
}

__attribute__((target("avx512f,avx512bw,popcnt,bmi,bmi2")))
void blocks_avx512(const char* bytes, std::size_t count, Scanner& scanner) {
  const __m512i comma = _mm512_set1_epi8(',');
  const __m512i line_feed = _mm512_set1_epi8('\n');
  const __m512i carriage_return = _mm512_set1_epi8('\r');
  const __m512i quote = _mm512_set1_epi8('"');
  const __m512i space = _mm512_set1_epi8(' ');
  for (; count > 0; --count, bytes += block_bytes) {
    const __m512i sixty_four = _mm512_loadu_si512(bytes);
    const Block block{_mm512_cmpeq_epi8_mask(sixty_four, comma),
                      _mm512_cmpeq_epi8_mask(sixty_four, line_feed),
                      _mm512_cmpeq_epi8_mask(sixty_four, carriage_return),
                      _mm512_cmpeq_epi8_mask(sixty_four, quote) |
                          _mm512_cmplt_epu8_mask(sixty_four, space)};
    scanner.take(block, _pext_u64(scanner.filled_bits(block), block.comma | block.line_feed));
  }
}
#endif

void blocks_portably(const char* bytes, std::size_t count, Scanner& scanner) {
  for (; count > 0; --count, bytes += block_bytes) take_portably(block_portably(bytes), scanner);
}

using Blocks = void (*)(const char*, std::size_t, Scanner&);

Blocks best_blocks() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi2")) return blocks_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) return blocks_avx2;
#endif
  return blocks_portably;
}

/// Room for so many bytes, and for what the loop writes too much.
void make_room(std::size_t bytes, Separators& separators) {
  const std::size_t room = bytes + 2 * block_bytes;
  if (separators.positions.size() >= room) return;
  separators.positions.resize(room);
  separators.line_feeds.resize(room);
  separators.filled.resize(room / 64 + 2);
}

void scan_with(Blocks blocks, std::string_view bytes, Separators& separators) {
  KENPO_REQUIRE(bytes.size() <= UINT32_MAX - block_bytes);
  make_room(bytes.size(), separators);
  separators.filled[0] = 0;
  Scanner scanner{separators.positions.data(), separators.filled.data(),
                  separators.line_feeds.data()};
  const std::size_t whole = bytes.size() / block_bytes;
  blocks(bytes.data(), whole, scanner);
  const std::string_view rest = bytes.substr(whole * block_bytes);
  if (!rest.empty()) {
    char last[block_bytes];
    std::memset(last, ' ', sizeof last);
    std::memcpy(last, rest.data(), rest.size());
    take_portably(block_portably(last), scanner);
  }
  separators.count = scanner.count;
  separators.lines = static_cast<std::size_t>(scanner.line_feeds - separators.line_feeds.data());
  separators.suspect = scanner.suspect;
}

}  // namespace

void scan_separators(std::string_view bytes, Separators& separators) {
  static const Blocks blocks = best_blocks();
  scan_with(blocks, bytes, separators);
}

void scan_separators_portably(std::string_view bytes, Separators& separators) {
  scan_with(blocks_portably, bytes, separators);
}

}  // namespace kenpo::format::claim
