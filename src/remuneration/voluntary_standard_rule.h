// Standard remuneration of voluntary members and special retirees: Health Insurance Act art 47 and
// 附則3条.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "eligibility/insured_period.h"
#include "law/decision.h"
#include "remuneration/grade_rule.h"

namespace kenpo::remuneration {

/// What the society's charter (規約) says of those whose standard at loss is above the average.
enum class VoluntaryMethod : std::uint8_t { lower, at_loss };

/// What the charter says on a day; 0 yen = it names no such amount.
struct VoluntaryCharter {
  VoluntaryMethod method = VoluntaryMethod::lower;
  base::Yen charter_amount = {};  // within the average, in its place (47条1項2号)
  base::Yen above_amount = {};    // between average and loss, with `at_loss` (47条2項)
  base::Yen special_amount = {};  // of special retirees, within their average (附則3条)
};
base::Result<VoluntaryCharter> voluntary_charter(base::Date on);

/// The 30 September whose average counts for the month: of the year before; from January to March
/// of the year before that.
base::Date average_day(base::Month month);

struct VoluntaryStandardInput {
  eligibility::Status status = eligibility::Status::voluntary;
  base::Month from = {};                  // the month that it is decided for
  base::Date lost_on = {};                // loss of the status as an employed person
  std::optional<base::Yen> at_loss = {};  // the standard at that loss; voluntary members need it
  base::Yen average = {};  // of all insured on average_day; for special retirees without these
};

/// The standard that holds from the month. Refused: a voluntary member without a standard at loss,
/// a charter's amount outside its bounds, a special retiree where the charter names no amount, an
/// employed person.
base::Result<law::Decision<Grade>> determine_voluntary_standard(const VoluntaryStandardInput& input,
                                                                const VoluntaryCharter& charter);

}  // namespace kenpo::remuneration
