// Drawing by lot, the same on every machine: whole numbers only, no distribution of a library.
#pragma once

#include <cstdint>
#include <span>

namespace kenpo::synthetic {

/// What is drawn. Each stream has its own numbers, so that a change in one leaves the others.
enum class Stream : std::uint8_t {
  employers, people, families, events, pay, claims, provider, kinds
};

/// One sequence of draws of a seed (the SplitMix64 generator). Callers draw once a statement: the
/// order of draws inside an expression is not that of its text with every compiler.
class Draw {
 public:
  Draw(std::uint64_t seed, Stream stream, std::int32_t index = 0);

  std::uint64_t next();
  /// 0 to `count` - 1; `count` > 0.
  std::uint32_t below(std::uint32_t count);
  /// `least` to `most`, both included.
  int between(int least, int most);
  /// True so often in a thousand.
  bool chance(int permille);

  template <typename Item>
  const Item& one_of(std::span<const Item> items) {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }

 private:
  std::uint64_t state_;
};

/// A part of ten thousand between two values.
struct Band {
  int share;
  int least;
  int most;
};
/// A value of a band, the bands by their shares, even inside a band.
int of_bands(std::span<const Band> bands, Draw& draw);

/// So much of a hundred thousand lies at or under the value.
struct Quantile {
  int share;
  std::int64_t value;
};
/// A value of a distribution that is given by its quantiles, the first at 0, the last at 100,000;
/// straight between them.
std::int64_t of_quantiles(std::span<const Quantile> quantiles, Draw& draw);

/// A Pareto tail: `start` and more; each doubling is reached `permille` of a thousand times.
std::int64_t of_tail(std::int64_t start, int permille, Draw& draw);

}  // namespace kenpo::synthetic
