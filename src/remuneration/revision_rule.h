// Occasional revision (随時改定): Health Insurance Act art 43 and notice 昭36.1.26 保発4号.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"
#include "remuneration/grade_rule.h"
#include "remuneration/worker.h"

namespace kenpo::remuneration {

/// How the fixed pay (固定的賃金) or the pay system moved.
enum class FixedPay : std::uint8_t { none, up, down };

/// A month of the three after a change.
struct RevisionMonth {
  int base_days = 0;  // 0 to 31
  base::Yen pay;      // without back pay for earlier months
};

struct RevisionInput {
  base::Month changed;  // the first month in which the changed pay was paid
  Worker worker = Worker::ordinary;
  base::Yen standard;                 // in force now
  std::optional<base::Yen> monthly;   // 報酬月額 from which it was made; needed at the table's ends
  FixedPay fixed_pay = FixedPay::none;
  std::array<RevisionMonth, 3> months = {};  // from `changed`
};

struct Revision {
  base::Yen average;           // of the three months, cut to the yen
  bool revised = false;
  base::Month from;            // the fourth month; says something only when revised
  std::optional<Grade> grade;  // the new grade when revised
};

/// Whether the standard is revised, from when and to what. A present standard that the table of the
/// day does not know is a fault.
base::Result<law::Decision<Revision>> determine_revision(const RevisionInput& input);

}  // namespace kenpo::remuneration
