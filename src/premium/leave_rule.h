// Exemption from premiums during child-care leave (育児休業等) and maternity leave (産前産後休業):
// Health Insurance Act arts 159 and 159-3, 施行規則135条.
#pragma once

#include <span>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"
#include "premium/leave.h"

namespace kenpo::premium {

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

/// The exemption of the month by all leaves of a person, of both kinds: what either kind frees is
/// free. Days worked count in the month of the leave's first day. A child-care leave with
/// `joined_after` is one with the leave that ended on that day; no such leave: it stands alone.
base::Result<Exemption> exemption_by(std::span<const LeaveDays> leaves, base::Month month);
/// The same, the basis of each kind that has leaves.
base::Result<law::Decision<Exemption>> explain_exemption_by(std::span<const LeaveDays> leaves,
                                                            base::Month month);

/// What a notified leave must hold: the first day before the last, no more days worked than days,
/// days worked with child-care leave only; maternity leave within the days before and after birth
/// that the law allows (健康保険法43条の3, 102条) where a date of birth is given, and then with one;
/// a multiple birth with maternity leave only, joined_after with child-care leave only and before
/// its first day.
base::Result<> check_leave(const LeaveFact& leave);

/// Leaves in order of time; those that touch or overlap made one (施行規則135条).
std::vector<base::Span> joined(std::span<const base::Span> leaves);

}  // namespace kenpo::premium
