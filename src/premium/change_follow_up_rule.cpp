// What a change leaves for the office to do.
#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "law/book.h"
#include "premium/change_effect_rule.h"
#include "remuneration/regular_round_rule.h"

namespace kenpo::premium {

namespace {

using base::Date;
using eligibility::InsuredPeriod;

constexpr int september = 9;  // 健康保険法41条2項: the regular determination holds from it
// 健康保険法41条1項・3項
bool needs_regular(const KnownFacts& known, const InsuredPeriod& period, int year) {
  if (!remuneration::employed_for_regular(period, year)) return false;
  return std::ranges::none_of(known.standards, [&](const auto& one) {
    return one.period == period.id && remuneration::replaces_regular(one, year);
  });
}

bool has_regular(const KnownFacts& known, const InsuredPeriod& period, int year) {
  return std::ranges::any_of(known.standards, [&](const auto& one) {
    return one.period == period.id && remuneration::is_of_september(one, year);
  });
}

/// Years in which the period needs a regular determination and has none, and the other way round.
std::set<std::pair<int, bool>> regular_gaps(const KnownFacts& known, Date today) {
  std::set<std::pair<int, bool>> gaps;
  for (const auto& period : known.periods) {
    const int last = today.month() >= september ? today.year() : today.year() - 1;
    for (int year = period.acquired.year(); year <= last; ++year) {
      const bool needs = needs_regular(known, period, year);
      if (needs != has_regular(known, period, year)) gaps.insert({year, needs});
    }
  }
  return gaps;
}

bool bonus_outside(const KnownFacts& known) {
  return std::ranges::any_of(known.bonuses, [&](const remuneration::BonusDecision& bonus) {
    return std::ranges::none_of(known.periods, [&](const InsuredPeriod& period) {
      return period.id == bonus.period && period.holds(bonus.paid_on);
    });
  });
}

bool overlaps(const KnownFacts& known) {
  for (const auto& one : known.periods) {
    for (const auto& other : known.periods) {
      if (one.id == other.id || one.establishment == other.establishment) continue;
      const bool apart =
          (one.lost && *one.lost <= other.acquired) || (other.lost && *other.lost <= one.acquired);
      if (!apart) return true;
    }
  }
  return false;
}

bool has_reached(const KnownFacts& known, int age, Date today) {
  return std::ranges::any_of(known.people, [&](const eligibility::Person& person) {
    return base::reaches_age(person.born, age) <= today;
  });
}

// 健康保険法36条; 高齢者の医療の確保に関する法律50条: status ends on the birthday itself.
bool insured_past(const KnownFacts& known, int age, Date today) {
  for (const auto& period : known.periods) {
    for (const auto& person : known.people) {
      if (person.id != period.person) continue;
      const auto birthday = base::reaches_age(person.born, age).plus_days(1);
      if (birthday <= today && (!period.lost || birthday < *period.lost)) return true;
    }
  }
  return false;
}

/// What institutions are told of: who is insured when and where, the birth date, and the standard
/// remuneration by which the limit category is decided (施行規則103条の2).
struct Registered {
  std::set<std::tuple<eligibility::PeriodId, base::EstablishmentId, Date, std::optional<Date>>>
      periods = {};
  std::set<std::pair<base::PersonId, Date>> births = {};
  std::set<std::tuple<eligibility::DependentLinkId, Date, std::optional<Date>>> links = {};
  std::set<std::tuple<eligibility::PeriodId, base::Month, base::Yen>> standards = {};
  friend bool operator==(const Registered&, const Registered&) = default;
};

Registered registered(const KnownFacts& known) {
  Registered made;
  for (const auto& one : known.periods) {
    made.periods.emplace(one.id, one.establishment, one.acquired, one.lost);
  }
  for (const auto& one : known.people) made.births.emplace(one.id, one.born);
  for (const auto& one : known.links) made.links.emplace(one.id, one.from, one.until);
  for (const auto& one : known.standards) {
    made.standards.emplace(one.period, one.from, one.standard);
  }
  return made;
}

}  // namespace

base::Result<std::vector<FollowUp>> follow_ups(const KnownFacts& before, const KnownFacts& after,
                                               Date today) {
  const auto& book = law::Book::carried();
  const auto elderly = KENPO_TRY(book.count("certificate.elderly.first_age", today));
  const auto end_age = KENPO_TRY(book.count("eligibility.loss_age", today));
  std::vector<FollowUp> found;
  const auto old_gaps = regular_gaps(before, today);
  for (const auto& gap : regular_gaps(after, today)) {
    if (old_gaps.contains(gap)) continue;
    found.push_back(
        {gap.second ? FollowUpKind::regular_missing : FollowUpKind::regular_needless, gap.first});
  }
  if (bonus_outside(after) && !bonus_outside(before)) {
    found.push_back({FollowUpKind::bonus_outside, 0});
  }
  if (overlaps(after) && !overlaps(before)) found.push_back({FollowUpKind::two_workplaces, 0});
  // 健康保険法74条1項: from 70 on the share follows the standard remuneration.
  if (has_reached(after, elderly.value, today)) {
    found.push_back({FollowUpKind::elderly_judgement, 0});
  }
  if (insured_past(after, end_age.value, today)) {
    found.push_back({FollowUpKind::age_75_passed, 0});
  }
  if (registered(before) != registered(after)) found.push_back({FollowUpKind::exchange, 0});
  return found;
}

}  // namespace kenpo::premium
