#include "synthetic/draw.h"

#include "base/require.h"

namespace kenpo::synthetic {

namespace {

// SplitMix64, Steele, Lea and Flood 2014: the step and the two multipliers of its mixing.
constexpr std::uint64_t step = 0x9E3779B97F4A7C15;

std::uint64_t mixed(std::uint64_t word) {
  word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9;
  word = (word ^ (word >> 27U)) * 0x94D049BB133111EB;
  return word ^ (word >> 31U);
}

}  // namespace

Draw::Draw(std::uint64_t seed, Stream stream, std::int32_t index)
    : state_(mixed(mixed(seed + step) + static_cast<std::uint64_t>(stream)) +
             mixed(static_cast<std::uint64_t>(index) * step)) {}

std::uint64_t Draw::next() { return mixed(state_ += step); }

std::uint32_t Draw::below(std::uint32_t count) {
  KENPO_REQUIRE(count > 0);
  // The upper 32 bits of a product: uneven by less than one part in a thousand at these counts.
  return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U);
}

int Draw::between(int least, int most) {
  KENPO_REQUIRE(least <= most);
  return least + static_cast<int>(below(static_cast<std::uint32_t>(most - least) + 1));
}

bool Draw::chance(int permille) { return static_cast<int>(below(1000)) < permille; }

int of_bands(std::span<const Band> bands, Draw& draw) {
  int left = static_cast<int>(draw.below(10'000));
  for (const auto& band : bands) {
    left -= band.share;
    if (left < 0) return draw.between(band.least, band.most);
  }
  return draw.between(bands.back().least, bands.back().most);
}

std::int64_t of_quantiles(std::span<const Quantile> quantiles, Draw& draw) {
  const int share = static_cast<int>(draw.below(100'000));
  std::size_t at = 1;
  while (at + 1 < quantiles.size() && quantiles[at].share <= share) ++at;
  const auto& low = quantiles[at - 1];
  const auto& high = quantiles[at];
  return low.value + (high.value - low.value) * (share - low.share) / (high.share - low.share);
}

std::int64_t of_tail(std::int64_t start, int permille, Draw& draw) {
  constexpr int doublings_limit = 12;  // 4096 times the start
  for (int doubling = 0; doubling < doublings_limit && draw.chance(permille); ++doubling) {
    start *= 2;
  }
  return start + start * draw.between(0, 999) / 1000;
}

}  // namespace kenpo::synthetic
