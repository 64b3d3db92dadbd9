// The clocks of a request: Act on the Protection of Personal Information art 39 and the society's
// own days (law/request.tsv), on the business calendar.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"
#include "request/clock.h"
#include "request/request.h"

namespace kenpo::request {

/// The days of a request that arrived on `arrived`. `extended_to`: the day that a notice of
/// extension named. A fault outside the business calendar.
base::Result<law::Decision<Clocks>> clocks_of(Kind kind, Claims claims, base::Date arrived,
                                              std::optional<base::Date> extended_to = {});

/// The latest day to which our rule lets the decision of this kind of request be put off; nullopt
/// where it may not be put off at all (all but レセプト).
base::Result<std::optional<base::Date>> latest_extension(Kind kind, Claims claims,
                                                         base::Date arrived);
/// Whether the decision may be put off to the day. A fault when the kind is not put off, when the
/// notice comes after the day of the decision, and for a later day than our rule's.
base::Result<> check_extension(Kind kind, Claims claims, base::Date arrived, base::Date today,
                               base::Date extended_to);

/// Where the clocks stand on a day.
struct Lateness {
  bool suable = false;   // 39条: two weeks have passed without decision, or it was refused
  bool overdue = false;  // the day of the decision has passed
  bool silent = false;   // no first word within five business days
};
Lateness lateness(const Clocks& clocks, base::Date today, bool answered, bool decided,
                  bool refused);

/// By when the form or the proof is to be mended, and a provider to answer: a business day.
base::Result<base::Date> supplement_due(base::Date today);
base::Result<base::Date> opinion_due(base::Date today);

/// What the desk is told about the age of the person: nothing at 18 or more.
enum class Capacity : std::uint8_t {
  full,           // 18 or more
  minor,          // a statutory agent may ask, and the person
  aware_under_16  // 令和8年改正 (not in force): through the statutory agent, in the child's
                  // interest
};
base::Result<Capacity> capacity(base::Date born, base::Date today);

}  // namespace kenpo::request
