// Which step may follow which: the states of a request (privacy.md 1.6) as one table, and what a
// step needs besides its place in the table.
#pragma once

#include <vector>

#include "base/result.h"
#include "request/request.h"

namespace kenpo::request {

/// Whether the provider of the treatment was asked, and answered.
enum class Opinion : std::uint8_t { not_asked, asked, answered };

/// How a case stands: all that the next step depends on.
struct Standing {
  Kind kind = Kind::disclosure;
  Asker asker = Asker::person;
  Held held = Held::no;
  Claims claims = Claims::no;
  State state = State::arrived;
  Opinion opinion = Opinion::not_asked;
  Outcome outcome = Outcome::none;  // as proposed or decided
  Ground ground = Ground::none;
};

/// What the file of the case says.
Standing standing_of(const CaseFile& file);

/// The state after the event; refused when the table has no such step, or the step lacks what it
/// needs: proof of identity (37条1項), the provider's opinion before レセプト are disclosed.
base::Result<State> after(const Standing& standing, Event event);

/// The events that may come next.
std::vector<Event> next_events(const Standing& standing);

/// Whether an answer of this kind can be proposed: a refusal and a part need a ground that fits
/// (36条), an answer in full has none, and what is not held cannot be disclosed.
base::Result<> check_answer(const Standing& standing, Outcome outcome, Ground ground,
                            bool has_words);

}  // namespace kenpo::request
