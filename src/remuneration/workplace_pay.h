// What each workplace pays to somebody employed at several (二以上事業所勤務): 健康保険法44条3項.
#pragma once

#include <optional>
#include <vector>

#include "base/id.h"
#include "base/yen.h"
#include "eligibility/notified_pay.h"

namespace kenpo::remuneration {

/// What one workplace pays. The establishment of the first is that of the insured period, wherever
/// that moves to; of another one it is none where it was entered before workplaces were named: its
/// part of the premium is then billed to nobody.
struct PaidAt {
  std::optional<base::EstablishmentId> establishment = {};
  base::Yen pay = {};
  friend bool operator==(const PaidAt&, const PaidAt&) = default;
};

/// The pay behind one decision on a standard, or the bonuses behind a standard bonus; that of the
/// insured period's establishment first.
struct WorkplacePay {
  eligibility::NotifiedPayId source;
  std::vector<PaidAt> places = {};
};

}  // namespace kenpo::remuneration
