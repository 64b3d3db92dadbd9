// The insurer's determination by the average of a year (年間平均による保険者算定): Health Insurance Act
// art 44(1), for the regular determination and, from October 2018, for the revision.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"
#include "remuneration/grade_rule.h"
#include "remuneration/regular_rule.h"
#include "remuneration/revision_rule.h"

namespace kenpo::remuneration {

enum class Recurs : std::uint8_t { no, every_year };
enum class Consent : std::uint8_t { missing, given };

/// Whether the difference recurs every year by the nature of the work (業務の性質上例年発生する), and
/// whether the employer's petition has the insured person's consent.
struct AnnualConditions {
  Recurs recurs = Recurs::no;
  Consent consent = Consent::missing;
};

struct AnnualRegularInput {
  RegularInput ordinary;                 // April to June as for the regular determination
  std::array<PaidMonth, 12> year = {};   // the previous July to this June
  AnnualConditions conditions;
};

struct AnnualRevisionInput {
  base::Month changed;                        // the first month with the changed pay
  base::Yen standard;                         // in force now
  std::optional<base::Yen> monthly = {};      // behind it; needed at the table's ends
  Worker worker = Worker::ordinary;
  FixedPay fixed_pay = FixedPay::none;        // which way the fixed pay moved
  std::array<int, 3> base_days = {};          // of the three months
  std::array<base::Yen, 3> fixed = {};        // fixed pay of the three months
  std::array<base::Yen, 12> variable = {};    // other pay: nine months before, three from `changed`
  AnnualConditions conditions;
};

struct Annual {
  std::optional<Grade> ordinary;         // of the three months
  std::optional<base::Yen> average;      // of the year, cut to the yen
  std::optional<Grade> annual;           // of that average
  bool revised = true;  // the ordinary revision's own conditions are met (of a revision)
  bool used = false;                     // the grade of the year is the one decided
};

/// For September: used when both grades differ by two or more, every year, with consent. Months
/// under the base days are left out of both averages, with the fallback for part-timers in both,
/// and so is a month of entry without full pay.
base::Result<law::Decision<Annual>> determine_annual_regular(const AnnualRegularInput& input);

/// For a revision: used when the ordinary revision is due (days, direction of the fixed pay, two
/// grades from the present standard: determine_revision) and the grade of the three months and that
/// of the year differ by two or more, every year, with consent, and the grade of the year differs
/// from the present one. Fault before the rule's first day.
base::Result<law::Decision<Annual>> determine_annual_revision(const AnnualRevisionInput& input);

}  // namespace kenpo::remuneration
