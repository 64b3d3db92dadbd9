// What other rates would have brought: the levy of months that were levied, worked out again.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "premium/parts.h"
#include "premium/society_rate.h"

namespace kenpo::collection {

/// More months than a year say nothing more, and each is read whole.
inline constexpr int trial_months_limit = 12;

/// One employer, or everybody, at the rates in force and at the trial's.
struct TrialLine {
  base::EstablishmentId establishment;
  std::string name = {};
  std::int64_t persons = 0;  // premiums of a month, added over the months
  premium::Billed now = {};
  premium::Billed then = {};
  base::Yen insured_now = {};   // shares of the insured persons, each rounded as it is withheld
  base::Yen insured_then = {};
};

struct RateTrial {
  base::Month first = {};
  base::Month last = {};
  premium::SocietyRates rates = {};     // the trial's
  std::vector<TrialLine> employers = {};  // in the order of their names
  TrialLine voluntary;  // 任意継続・特例退職: borne by the members alone; in `all`, too
  TrialLine all;
};

}  // namespace kenpo::collection
