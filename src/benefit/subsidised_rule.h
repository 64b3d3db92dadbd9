// One institution's month in which a part of the care has a public subsidy (公費併用): Order arts
// 41, 42(6) to (8); as the official case books of 2015-01 and 2018-08 compute it.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// 結核, 更生医療 (特定給付対象療養: the limit does not look at the class); 指定難病
/// (特定疾病給付対象療養: the person's own class).
enum class Subsidy : std::uint8_t { tuberculosis, rehabilitation, intractable };

/// Who pays the part without subsidy: the patient, or the public assistance (生活保護).
enum class Payer : std::uint8_t { patient, public_assistance };

struct SubsidisedInput {
  base::Month month;
  certificate::LimitClass of = certificate::LimitClass::u;
  base::Yen cost_subsidised;  // points × 10 yen
  base::Yen cost_insured;     // of the care without subsidy
  Setting setting = Setting::inpatient;
  Frequent frequent = Frequent::no;
  Turning75 turning_75 = Turning75::no;
  Subsidy subsidy = Subsidy::intractable;
  std::optional<base::Yen> cap;  // the most that the subsidy leaves to the patient in the month
  Payer payer = Payer::patient;
};

struct Subsidised {
  base::Yen patient;  // what the patient pays
  base::Yen
      limit_part;      // what insurance leaves of the subsidised part: its share, at most its limit
  base::Yen not_paid;  // what insurance does not pay of both parts
  friend bool operator==(const Subsidised&, const Subsidised&) = default;
};

/// The division of the month's cost. A fault for tuberculosis and rehabilitation from 2026-08: the
/// limits of their part are not known.
base::Result<law::Decision<Subsidised>> subsidised_payment(const SubsidisedInput& input);

}  // namespace kenpo::benefit
