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

/// Carries what a block must know of the one before.
struct Scanner {
  std::uint32_t* out;
  std::uint32_t position = 0;
  std::uint64_t carriage_return_before = 0;
  bool suspect = false;

  void take(const Block& block) {
    const std::uint64_t expected = block.carriage_return << 1 | carriage_return_before;
    carriage_return_before = block.carriage_return >> 63;
    const std::uint64_t ends = block.carriage_return | block.line_feed;
    suspect |= expected != block.line_feed || (block.suspect & ~ends) != 0;
    std::uint64_t bits = block.comma | block.line_feed;
    const int count = std::popcount(bits);
    std::uint32_t* at = out;
    // Eight at a time without asking in between; what is written too much is overwritten.
    for (int done = 0; done < count; done += 8, at += 8) {
      for (int next = 0; next < 8; ++next) {
        at[next] = position + static_cast<std::uint32_t>(std::countr_zero(bits));
        bits &= bits - 1;
      }
    }
    out += count;
    position += block_bytes;
  }
};

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

__attribute__((target("avx2,popcnt,bmi"))) void blocks_avx2(const char* bytes, std::size_t count,
                                                            Scanner& scanner) {
  for (; count > 0; --count, bytes += block_bytes) {
    const auto low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
    const auto high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32));
    // A byte is below 0x20 where its upper three bits are zero.
    const __m256i upper = _mm256_set1_epi8(static_cast<char>(0xE0));
    const std::uint64_t control =
        mask_avx2(_mm256_and_si256(low, upper), _mm256_and_si256(high, upper), 0);
    scanner.take({mask_avx2(low, high, ','), mask_avx2(low, high, '\n'),
                  mask_avx2(low, high, '\r'), mask_avx2(low, high, '"') | control});
  }
}

__attribute__((target("avx512f,avx512bw,popcnt,bmi"))) void blocks_avx512(const char* bytes,
                                                                          std::size_t count,
                                                                          Scanner& scanner) {
  const __m512i comma = _mm512_set1_epi8(',');
  const __m512i line_feed = _mm512_set1_epi8('\n');
  const __m512i carriage_return = _mm512_set1_epi8('\r');
  const __m512i quote = _mm512_set1_epi8('"');
  const __m512i space = _mm512_set1_epi8(' ');
  for (; count > 0; --count, bytes += block_bytes) {
    const __m512i block = _mm512_loadu_si512(bytes);
    scanner.take({_mm512_cmpeq_epi8_mask(block, comma), _mm512_cmpeq_epi8_mask(block, line_feed),
                  _mm512_cmpeq_epi8_mask(block, carriage_return),
                  _mm512_cmpeq_epi8_mask(block, quote) | _mm512_cmplt_epu8_mask(block, space)});
  }
}
#endif

void blocks_portably(const char* bytes, std::size_t count, Scanner& scanner) {
  for (; count > 0; --count, bytes += block_bytes) scanner.take(block_portably(bytes));
}

using Blocks = void (*)(const char*, std::size_t, Scanner&);

Blocks best_blocks() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return blocks_avx512;
  if (__builtin_cpu_supports("avx2")) return blocks_avx2;
#endif
  return blocks_portably;
}

Scan scan_with(Blocks blocks, std::string_view bytes, std::span<std::uint32_t> positions) {
  KENPO_REQUIRE(positions.size() >= scan_room(bytes.size()));
  KENPO_REQUIRE(bytes.size() <= UINT32_MAX - block_bytes);
  Scanner scanner{positions.data()};
  const std::size_t whole = bytes.size() / block_bytes;
  blocks(bytes.data(), whole, scanner);
  const std::string_view rest = bytes.substr(whole * block_bytes);
  if (!rest.empty()) {
    char last[block_bytes];
    std::memset(last, ' ', sizeof last);
    std::memcpy(last, rest.data(), rest.size());
    scanner.take(block_portably(last));
  }
  return {static_cast<std::size_t>(scanner.out - positions.data()), scanner.suspect};
}

}  // namespace

Scan scan_separators(std::string_view bytes, std::span<std::uint32_t> positions) {
  static const Blocks blocks = best_blocks();
  return scan_with(blocks, bytes, positions);
}

Scan scan_separators_portably(std::string_view bytes, std::span<std::uint32_t> positions) {
  return scan_with(blocks_portably, bytes, positions);
}

}  // namespace kenpo::format::claim
