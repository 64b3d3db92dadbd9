// The premiums of a month for many people at once: facts in, what each period owes out. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "premium/care_setting.h"
#include "premium/charged_rule.h"
#include "premium/detention_rule.h"
#include "premium/leave_rule.h"
#include "premium/month_rule.h"
#include "premium/posting.h"
#include "premium/society_rate.h"
#include "remuneration/standard_remuneration.h"
#include "remuneration/workplace_pay.h"

namespace kenpo::premium {

/// A standard monthly remuneration from its month on.
struct StandardFrom {
  base::Month from = {};
  base::Yen standard = {};
};

/// 二以上事業所勤務: what each workplace pays behind the standard that holds from the month, that of
/// the period's establishment first.
struct WorkplacesFrom {
  base::Month from = {};
  std::vector<remuneration::PaidAt> places = {};
};

/// A standard bonus of a month; of several workplaces with what each paid, that of the period's
/// establishment first.
struct BonusFact {
  base::Month month = {};
  base::Date paid_on = {};
  base::Yen standard = {};
  std::vector<remuneration::PaidAt> places = {};
};
/// The fact of a decision, with what `known` says of its workplaces.
BonusFact bonus_fact(const remuneration::BonusDecision& decision,
                     const std::vector<remuneration::WorkplacePay>& known);

/// One insured period with what its premiums rest on.
struct PeriodFacts {
  eligibility::PeriodId period;
  base::PersonId person;
  base::EstablishmentId establishment;
  base::Date born = {};
  Insured insured = {};
  /// The first day of the time insured in the society without a gap, where a transfer began the
  /// period; none: `insured.acquired`.
  std::optional<base::Date> insured_since = {};
  bool handed_on = false;  // a transfer ends the period: the next one begins on the day of loss
  std::vector<StandardFrom> standards = {};  // in the order of their months
  std::vector<BonusFact> bonuses = {};
  std::vector<LeaveDays> leaves = {};  // of the person, in any order
  std::vector<CareExclusion> care_exclusions = {};  // of the person, in any order
  std::vector<DetentionDays> detentions = {};       // of the person, in any order
  std::vector<CareDependent> care_dependents = {};  // where the society charges 特定被保険者
  std::vector<WorkplacesFrom> workplaces = {};      // of few: employed at several
};

/// The pay at one workplace and at all of them.
struct WorkplaceRatio {
  base::Yen own;
  base::Yen all;
  friend bool operator==(const WorkplaceRatio&, const WorkplaceRatio&) = default;
};

/// From the first day of the unbroken time on.
Insured unbroken(const PeriodFacts& facts);
/// The status that decides on the month: in the month in which it is lost for good, the whole time
/// insured in the society (健康保険法156条3項: 前月から引き続き被保険者である者).
Insured insured_in(const PeriodFacts& facts, base::Month month);
/// Whether the person moved on in the month: the next period bears its premium, each month one.
bool moved_on_in(const PeriodFacts& facts, base::Month month);
/// Finds `insured_since` and `handed_on`. `facts`: of each person together, by their first days.
void find_unbroken(std::span<PeriodFacts> facts);

/// What a period owes for a month.
struct Owed {
  base::Yen standard = {};
  Care care = Care::not_charged;
  Parts parts = {};
  base::Yen insured = {};
  base::Yen total = {};
  /// Of several workplaces: the pay at this one and at all, by which the premium was divided.
  std::optional<WorkplaceRatio> ratio = {};
  friend bool operator==(const Owed&, const Owed&) = default;
};
/// 二以上事業所勤務: the part of the same premiums that another employer bears and is billed.
struct OwedElsewhere {
  base::EstablishmentId establishment;
  std::optional<Owed> monthly = {};
  std::optional<Owed> bonus = {};
};
struct OwedMonth {
  std::optional<Owed> monthly;  // of the period's establishment
  std::optional<Owed> bonus;
  bool without_standard = false;  // charged, but no standard remuneration was decided
  Exemption exempt = {};          // by leave or detention: what would be owed is not levied
  std::vector<OwedElsewhere> elsewhere = {};  // of few
};
/// The month as the employer of the establishment owes it. `home`: that of the period.
OwedMonth at_workplace(const OwedMonth& owed, const base::EstablishmentId& home,
                       const base::EstablishmentId& establishment);
/// The establishments other than the period's that owe in either month; each once.
std::vector<base::EstablishmentId> other_workplaces(const OwedMonth& one, const OwedMonth& other);

/// Notes the pay of each workplace behind the decision, where it was made from several.
void add_workplaces(PeriodFacts& facts, const remuneration::StandardRemuneration& decision,
                    const std::vector<remuneration::WorkplacePay>& known);

/// What the care premium of a person rests on.
struct CareFacts {
  base::Date born;
  std::span<const CareExclusion> exclusions;
  std::span<const CareDependent> dependents;
};
/// Whether the care premium is charged: the person is in the care insurance, or by the society's
/// rule a dependent is (健康保険法156条1項1号, 附則7条1項).
base::Result<Care> care_in(const CareFacts& facts, base::Month month, const SocietyRates& rates);
/// On a bonus: a flat amount takes the place of the premium on both (附則8条; unchecked).
Care care_of_bonus(Care care, const SocietyRates& rates);

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
/// The parts of a premium that the employers of somebody employed at several bear (健康保険法161条4項,
/// 施行令47条): by the pay of each, or by the bonus that each paid, in the order of `pay`. Each kind of
/// premium is cut to a millionth of a yen, and what is left goes to the highest paid, so that the
/// parts make the whole. The insured share is rounded for each workplace (not stated in 施行令47条:
/// unchecked).
base::Result<std::vector<Owed>> divided_by_pay(const Owed& whole, const SocietyRates& rates,
                                               std::span<const base::Yen> pay);

}  // namespace kenpo::premium
