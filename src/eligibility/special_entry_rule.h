// Who may become a special retiree insured person (特例退職被保険者): 健康保険法附則3条1項, 施行規則
// 163条〜170条.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::eligibility {

struct SpecialEntry {
  base::Date accepted_on;  // the status begins on the day of acceptance
  base::Date received_on;  // when the application came
  std::optional<base::Date> paper_on = {};   // when the certificate of the pension arrived
  std::optional<int> years = {};             // insured under 厚生年金, whole years
  std::optional<int> years_after_40 = {};    // of them after the age of 40
};

/// Whether the entitlement was proved: all of it was told and holds. Refused: an application after
/// the term counted from the day after the certificate arrived; fewer years than either test asks.
base::Result<law::Decision<bool>> special_entitlement(const SpecialEntry& entry);

}  // namespace kenpo::eligibility
