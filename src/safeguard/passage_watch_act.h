// Uses of personal data by somebody who, by the doors, was in no area: they become a sign that
// raises an alert (notice section 2, P-1, O-4).
#pragma once

#include "base/result.h"
#include "safeguard/sign_act.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation passage_watch_operation{
    .name = "passage.watch",
    .japanese = "入退室と利用の見張り",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// A door system's file comes within days. Passages of older days are compared on the page alone.
inline constexpr int passages_watched_days = 31;

/// Compares every past day whose passages came in since it was last compared; tells what is new.
/// Today is not over: a handler may stand inside whose passage is not on record yet. A day without
/// any passage on record makes no sign: the doors say nothing about it.
base::Result<WatchOutcome> watch_passages(Watchtower tower, const notice::Acting& acting);

}  // namespace kenpo::safeguard
