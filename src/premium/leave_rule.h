// Exemption from premiums during child-care leave (育児休業等) and maternity leave (産前産後休業):
// Health Insurance Act arts 159 and 159-3, 施行規則135条.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::premium {

enum class Leave : std::uint8_t { childcare, maternity };

/// Whether the premium of the month, and of bonuses paid in it, is not levied.
struct Exemption {
  bool monthly = false;
  bool bonus = false;
  friend bool operator==(const Exemption&, const Exemption&) = default;
};

/// Leaves of one kind, in any order; leaves that touch or overlap are one. `worked_days`: days
/// worked in the month under 出生時育児休業 (hours ÷ prescribed daily hours, fraction dropped); they
/// come off the days of leaves inside the month. Child-care leaves begun before 2022-10-01 that
/// matter for the month are a fault: the book has no rule for them.
base::Result<Exemption> leave_exemption(Leave kind, std::span<const base::Span> leaves,
                                        int worked_days, base::Month month);
/// The same with its basis.
base::Result<law::Decision<Exemption>> explain_leave_exemption(
    Leave kind, std::span<const base::Span> leaves, int worked_days, base::Month month);

/// Leaves in order of time; those that touch or overlap made one (施行規則135条).
std::vector<base::Span> joined(std::span<const base::Span> leaves);

}  // namespace kenpo::premium
