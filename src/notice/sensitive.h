// Categories that open on a registered terminal only (notice section 2, P-2).
#pragma once

#include <array>
#include <cstdint>

#include "notice/operation.h"

namespace kenpo::notice {

/// 要配慮個人情報 (個人情報保護法2条3項: claims, check-ups, guidance, what doctors answered), and what
/// households earn. The list is the society's own; the notice says 持ち込む機器等の制限.
inline constexpr std::array sensitive_categories = {
    Category::medical_claim,     Category::health_checkup,      Category::health_guidance,
    Category::physician_inquiry, Category::member_income,       Category::dependent_household,
    Category::third_party_act};

constexpr bool is_sensitive(Category category) {
  for (const auto sensitive : sensitive_categories) {
    if (sensitive == category) return true;
  }
  return false;
}

constexpr bool opens_sensitive(const Operation& operation) {
  for (std::size_t at = 0; at < operation.pairs.count; ++at) {
    if (is_sensitive(operation.pairs.pairs[at].category)) return true;
  }
  return false;
}

/// Where a handler acts from. What nobody has judged is no registered terminal.
enum class Place : std::uint8_t { unregistered, registered_terminal };

/// Whether sensitive categories need a registered terminal now.
enum class TerminalRule : std::uint8_t { not_demanded, demanded };

}  // namespace kenpo::notice
