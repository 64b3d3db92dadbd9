#include "benefit/base_day_act.h"

#include <algorithm>

#include "benefit/outpatient_annual_rule.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"

namespace kenpo::benefit {

namespace of_base_days {

using base::Date;
using base::PersonId;
using base::Result;

/// A time in somebody's household.
struct Membership {
  PersonId insured;
  base::Date from;
  std::optional<base::Date> until;  // the last day; none: it goes on
  bool died = false;                // and ended with the person's death

  bool holds(Date day) const { return from <= day && (!until || day <= *until); }
};

Result<std::vector<Membership>> memberships_of(const store::View& view,
                                               const eligibility::MemberAccess& member,
                                               const PersonId& person,
                                               const eligibility::Identities& identities,
                                               base::Moment now) {
  const auto people = identities.all(person);
  std::vector<Membership> found;
  for (const auto& link : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
         return eligibility::links_of(view, member, id, now);
       }))) {
    found.push_back({identities.kept(link.insured), link.from, link.until});
  }
  for (const auto& period : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
         return eligibility::periods_of(view, member, id, now);
       }))) {
    const auto last = period.lost ? std::optional(period.lost->plus_days(-1)) : std::nullopt;
    found.push_back({people.front(), period.acquired, last,
                     period.end_reason == eligibility::EndReason::death});
  }
  return found;
}

/// The membership that ended last in the period, when none holds its last day.
const Membership* ended_in(const std::vector<Membership>& memberships, const base::Span& period) {
  const Membership* latest = nullptr;
  for (const auto& each : memberships) {
    if (each.holds(period.to)) return nullptr;
    const bool here = each.until && period.from <= *each.until && *each.until < period.to;
    if (here && (latest == nullptr || *latest->until < *each.until)) latest = &each;
  }
  return latest;
}

base::Fault no_year() {
  return base::refusal({"計算期間の終わりの月ではないか、まだ終わっていません。",
                        "It ends no period, or the period has not ended."},
                       {"終わった期間の最後の月（7月）を指定してください。",
                        "Choose the July of a period that has ended."});
}

}  // namespace of_base_days

using namespace of_base_days;

Result<base::Month> ended_year(base::Date today) {
  const auto period = KENPO_TRY(outpatient_period(today.in_month()));
  return period.from.plus_days(-1).in_month();
}

Result<> check_year(base::Month last, base::Date today) {
  const auto period = KENPO_TRY(outpatient_period(last));
  if (period.to == last.last_day() && period.from < today) return base::Done{};
  return no_year();
}

Result<> check_past(base::Month last, base::Date base_day, base::Date today) {
  KENPO_TRY(check_year(last, today));
  if (base_day < today) return base::Done{};
  return no_year();
}

// 健康保険法施行令41条の2
Result<BaseDay> base_day_of(const store::View& view, const BaseDayKeys& keys,
                            const PersonId& person, base::Month last,
                            const eligibility::Identities& identities, base::Moment now) {
  const auto period = KENPO_TRY(outpatient_period(last));
  const auto memberships =
      KENPO_TRY(memberships_of(view, keys.member, person, identities, now));
  const auto* left = ended_in(memberships, period);
  bool gone = left != nullptr && left->died;
  if (left != nullptr && !gone) {
    for (const auto& id : identities.all(person)) {
      if (KENPO_TRY(no_insurance_of(view, keys.award, id, last))) gone = true;
    }
  }
  const auto lost = gone ? std::optional(left->until->plus_days(1)) : std::nullopt;
  auto decided = KENPO_TRY(outpatient_base_day(last, lost));
  BaseDay found{.day = decided.value, .basis = std::move(decided.basis)};
  for (const auto& each : memberships) {
    if (each.holds(found.day)) found.insured = each.insured;
  }
  return found;
}

Result<bool> has_died(const store::View& view, const eligibility::MemberAccess& member,
                      const PersonId& insured, const eligibility::Identities& identities,
                      base::Moment now) {
  const auto periods =
      KENPO_TRY(eligibility::of_all(identities.all(insured), [&](const PersonId& id) {
        return eligibility::periods_of(view, member, id, now);
      }));
  return std::ranges::any_of(periods, [](const eligibility::InsuredPeriod& period) {
    return period.end_reason == eligibility::EndReason::death;
  });
}

Result<std::optional<Date>> left_in_period(const store::View& view,
                                           const eligibility::MemberAccess& member,
                                           const PersonId& person, base::Month last,
                                           const eligibility::Identities& identities,
                                           base::Moment now) {
  const auto period = KENPO_TRY(outpatient_period(last));
  const auto memberships = KENPO_TRY(memberships_of(view, member, person, identities, now));
  const auto* left = ended_in(memberships, period);
  return left == nullptr ? std::nullopt : left->until;
}

}  // namespace kenpo::benefit
