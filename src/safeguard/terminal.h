// Registered terminals: browsers of machines in a registered area (notice section 2, P-2).
//
// What it proves: the request comes from a browser that was handed a secret at its enrolment, by
// somebody signed in at it with a code the responsible person drew; where an address is given, also
// from that address. It does not prove that nobody copied the browser's profile to another machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "safeguard/area.h"

namespace kenpo::safeguard {

using TerminalId = base::Id<struct TerminalKind>;

/// The cookie that a terminal carries: only this host, only over TLS, out of reach of scripts.
inline constexpr std::string_view terminal_cookie = "__Host-kenpo-terminal";
/// A browser keeps no cookie longer than this; the terminal is enrolled anew then.
inline constexpr std::int64_t terminal_seconds = 400LL * 24 * 60 * 60;
/// An enrolment code is for going over to the machine.
inline constexpr std::int64_t enrolment_milliseconds = 60LL * 60 * 1000;

enum class TerminalState : std::uint8_t { awaiting = 1, enrolled = 2, withdrawn = 3 };

struct Terminal {
  TerminalId id;
  std::string name;  // 「窓口1」
  AreaId area;
  std::string address;  // the network address it must come from; empty: any
  TerminalState state = TerminalState::awaiting;
  std::string secret_sha256;  // of the code while awaiting, of the cookie when enrolled
  base::Moment decided_at = {};
};

/// A switch that the responsible person set: from the day on, terminals are demanded or not.
struct TerminalDemand {
  enum class Wanted : std::uint8_t { no = 1, yes = 2 } wanted = Wanted::no;
  base::Date from;
};

/// Whether sensitive categories need a registered terminal on the day: as the latest switch says;
/// without one, from the first enrolled terminal on.
bool terminals_demanded(const std::vector<Terminal>& terminals,
                        const std::vector<TerminalDemand>& switches, base::Date day);

}  // namespace kenpo::safeguard
