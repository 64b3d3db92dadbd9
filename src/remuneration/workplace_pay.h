// What each workplace pays to somebody employed at several (二以上事業所勤務): 健康保険法44条3項.
#pragma once

#include <vector>

#include "base/yen.h"
#include "eligibility/notified_pay.h"

namespace kenpo::remuneration {

/// The pay behind one decision, that of the insured period's establishment first.
struct WorkplacePay {
  eligibility::NotifiedPayId source;
  std::vector<base::Yen> monthly = {};
};

}  // namespace kenpo::remuneration
