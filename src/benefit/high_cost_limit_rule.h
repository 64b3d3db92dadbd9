// Monthly limits of the patient's burden (高額療養費算定基準額): Order art 42.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// The limit of the household, or of one person's outpatient care.
enum class Scope : std::uint8_t { household, outpatient };

struct LimitInput {
  base::Month month;  // of treatment: it chooses the table
  certificate::LimitClass of = certificate::LimitClass::u;
  Scope scope = Scope::household;
  base::Yen cost;  // the whole cost (10割) of what is added together
  Frequent frequent = Frequent::no;
  Turning75 turning_75 = Turning75::no;
};

/// The limit in yen; nullopt when the class has no limit of this scope (only 一般 and 低所得 have
/// one for outpatient care). A fault where the law book has no table: before 2015-01 (70 to 74:
/// before 2018-08) and from 2027-08.
base::Result<law::Decision<std::optional<base::Yen>>> high_cost_limit(const LimitInput& input);

/// The limit that holds for one institution's inpatient or outpatient care: the outpatient limit
/// where the class has one, else the household's. `input.scope` is not asked.
base::Result<law::Decision<base::Yen>> institution_limit(LimitInput input, Setting setting);

/// The limit of care with a subsidy that does not look at the class (特定給付対象療養). A fault
/// from 2026-08: its amounts are not known.
base::Result<law::Decision<base::Yen>> generic_limit(const LimitInput& input, Setting setting);

/// Half in the month of turning 75, else the whole.
base::Result<base::Yen> halved(base::Yen whole, base::Month month, Turning75 turning_75);

/// 一般 and 低所得 of 70 to 74: classes with a limit of outpatient care alone.
constexpr bool has_outpatient_limit(certificate::LimitClass of) {
  return certificate::is_elderly(of) && !certificate::has_active_income(of);
}

}  // namespace kenpo::benefit
