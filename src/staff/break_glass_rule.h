// When an emergency role holds, and when the next one may begin. Pure.
#pragma once

#include <span>

#include "base/result.h"
#include "staff/break_glass.h"

namespace kenpo::staff {

/// Whether the role holds at the moment: from its beginning until its end, that moment excluded.
bool holds_at(const BreakGlass& use, base::Moment now);

/// Refuses while any use, whoever's, is without its review: what happened must be looked at before
/// it can happen again.
base::Result<> may_begin(std::span<const BreakGlass> uses);

/// Refuses fewer than 1 and more minutes than the law book's longest (staff.break_glass.longest).
base::Result<> check_minutes(int minutes, base::Date day);

/// Refuses the review of a use that still runs, that is reviewed already, by the person who used
/// it, and without words.
base::Result<> may_review(const BreakGlass& use, const EmergencyReview& review);

/// The last day for the review (staff.break_glass.review_within).
base::Result<base::Date> review_due(const BreakGlass& use);

}  // namespace kenpo::staff
