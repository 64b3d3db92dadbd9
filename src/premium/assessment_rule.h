// The premiums of a month for many people at once: facts in, what each period owes out. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "premium/charged_rule.h"
#include "premium/detention_rule.h"
#include "premium/leave_rule.h"
#include "premium/month_rule.h"
#include "premium/posting.h"
#include "premium/society_rate.h"

namespace kenpo::premium {

/// A standard monthly remuneration from its month on.
struct StandardFrom {
  base::Month from = {};
  base::Yen standard = {};
};

/// A standard bonus of a month.
struct BonusFact {
  base::Month month = {};
  base::Date paid_on = {};
  base::Yen standard = {};
};

/// One insured period with what its premiums rest on.
struct PeriodFacts {
  eligibility::PeriodId period;
  base::PersonId person;
  base::EstablishmentId establishment;
  base::Date born = {};
  Insured insured = {};
  std::vector<StandardFrom> standards = {};  // in the order of their months
  std::vector<BonusFact> bonuses = {};
  std::vector<LeaveDays> leaves = {};  // of the person, in any order
  std::vector<CareExclusion> care_exclusions = {};  // of the person, in any order
  std::vector<DetentionDays> detentions = {};       // of the person, in any order
};

/// What a period owes for a month.
struct Owed {
  base::Yen standard = {};
  Care care = Care::not_charged;
  Parts parts = {};
  base::Yen insured = {};
  base::Yen total = {};
  friend bool operator==(const Owed&, const Owed&) = default;
};
struct OwedMonth {
  std::optional<Owed> monthly;
  std::optional<Owed> bonus;
  bool without_standard = false;  // charged, but no standard remuneration was decided
  Exemption exempt = {};          // by leave or detention: what would be owed is not levied
};

/// The ages of care in the month, looked up once for everybody: a birth date is charged when its
/// care months hold the month.
base::Result<OwedMonth> owed_in(const PeriodFacts& facts, base::Month month,
                                const SocietyRates& rates);

/// The difference to last month, by cause, in millionths of a yen. The causes make the whole
/// difference: rates first, then age, then standard.
struct CauseParts {
  std::array<std::int64_t, causes_count> millionths{};
  CauseMask mask() const;
  std::int64_t sum() const;
};
CauseParts causes_between(const PeriodFacts& facts, base::Month month, const OwedMonth& before,
                          const OwedMonth& now, const std::optional<SocietyRates>& rates_before,
                          const SocietyRates& rates_now);

/// One premium: standard × each rate, exact, with the insured share and the total as rounded for
/// the person.
Owed owed_of(base::Yen standard, Care care, const SocietyRates& rates);

}  // namespace kenpo::premium
