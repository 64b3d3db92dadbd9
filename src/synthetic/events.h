// What happens to the people in a month, and how an employer notifies it.
#pragma once

#include <cstdint>
#include <vector>

#include "synthetic/people.h"

namespace kenpo::synthetic {

enum class EventKind : std::uint8_t { acquisition, loss, determination, revision, bonus };

/// One notification to come.
struct Event {
  EventKind kind = EventKind::acquisition;
  std::uint32_t insured = 0;
  std::uint32_t employer = 0;
  base::Date on;                // day of acquisition, loss or payment; first day of the pay applied
  std::uint32_t sequence = 0;   // in the month, as drawn
  std::int32_t amount_yen = 0;  // bonus
  format::notification_csv::LossCause cause = format::notification_csv::LossCause::retirement;
};

/// The events of a month by employer and day. Carries them out on the people: losses, new people
/// with their families, changed pay.
std::vector<Event> draw_events(Society& society, base::Month month);

/// The notification of an event.
format::notification_csv::Content content_of(const Society& society, const Event& event);
/// The notification of an acquisition before the plan.
format::notification_csv::Content acquisition_of(const Society& society, std::uint32_t insured);

}  // namespace kenpo::synthetic
