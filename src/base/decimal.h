// Decimal numbers of outside files as whole numbers: 「2.5」 with five decimals is 250,000.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kenpo::base {

/// Digits, then perhaps a point and digits; what stands behind `decimals` digits is dropped.
/// Nullopt: empty, anything else, or more than the fifteen digits of a sound amount.
std::optional<std::int64_t> scaled_decimal(std::string_view text, int decimals);

/// The number as people write it: 「2.5」, without zeros at its end.
std::string decimal_words(std::int64_t scaled, int decimals);

}  // namespace kenpo::base
