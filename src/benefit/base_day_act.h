// 基準日 of 外来年間合算: on which day a person's year is judged, and whose household they are of then.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "benefit/outpatient_year_store.h"
#include "eligibility/ledger.h"
#include "eligibility/person_merge_store.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// The last month of the newest period that has ended by the day: a July.
base::Result<base::Month> ended_year(base::Date today);

/// Refused: a month that ends no period, the end of one that has not begun by the day.
base::Result<> check_year(base::Month last, base::Date today);
/// As above; refused, too, before the person's base day has passed.
base::Result<> check_past(base::Month last, base::Date base_day, base::Date today);

struct BaseDayKeys {
  eligibility::MemberAccess member;
  AwardAccess award;
};

struct BaseDay {
  base::Date day = {};
  std::optional<base::PersonId> insured = {};  // none: no member here on it
  std::vector<law::Basis> basis = {};
};

/// The last day of the period; of somebody who left before it and became a member of no medical
/// insurance in what was left of it, the day before the loss. That they did not is known of an
/// insured person whose loss was their death, and of anybody about whom it was entered.
base::Result<BaseDay> base_day_of(const store::View& view, const BaseDayKeys& keys,
                                  const base::PersonId& person, base::Month last,
                                  const eligibility::Identities& identities, base::Moment now);

/// The last day of the person's last membership here that ended in the period before its last day;
/// nullopt: none did, or they are a member on the last day.
base::Result<std::optional<base::Date>> left_in_period(const store::View& view,
                                                       const eligibility::MemberAccess& member,
                                                       const base::PersonId& person,
                                                       base::Month last,
                                                       const eligibility::Identities& identities,
                                                       base::Moment now);

/// Whether the ledger knows the insured person's death.
base::Result<bool> has_died(const store::View& view, const eligibility::MemberAccess& member,
                            const base::PersonId& insured,
                            const eligibility::Identities& identities, base::Moment now);

}  // namespace kenpo::benefit
