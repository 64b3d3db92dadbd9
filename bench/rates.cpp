#include "bench/rates.h"

#include <algorithm>

namespace kenpo::bench {

std::vector<premium::SocietyRate> society_rates(base::Month from) {
  using premium::RateKind;
  const auto child_from = *base::Month::make(2026, 4);
  const auto row = [](RateKind kind, base::Month month, std::int64_t total) {
    return premium::SocietyRate{kind, month, base::Rate{total}, base::Rate{total / 2}};
  };
  return {row(RateKind::general_basic, from, 45'600), row(RateKind::general_specific, from, 32'800),
          row(RateKind::adjustment, from, 1'300), row(RateKind::care, from, 18'000),
          row(RateKind::child, std::max(from, child_from), 2'300)};
}

}  // namespace kenpo::bench
