// The facts after a change, and the way back.
#include <algorithm>

#include "premium/change_rule.h"

namespace kenpo::premium {

namespace {

using eligibility::InsuredPeriod;
using eligibility::Person;
using remuneration::BonusDecision;
using remuneration::StandardRemuneration;

// What makes two decisions be about the same thing.
bool same_matter(const Person& one, const Person& other) { return one.id == other.id; }
bool same_matter(const InsuredPeriod& one, const InsuredPeriod& other) {
  return one.id == other.id;
}
bool same_matter(const StandardRemuneration& one, const StandardRemuneration& other) {
  return one.period == other.period && one.from == other.from;
}
bool same_matter(const BonusDecision& one, const BonusDecision& other) {
  return one.person == other.person && one.month == other.month;
}
bool same_matter(const CareExclusionFact& one, const CareExclusionFact& other) {
  return one.person == other.person && one.days == other.days;
}

// What makes two decisions say the same: everything but their own ids.
bool same_content(const Person& one, const Person& other) { return one == other; }
bool same_content(const InsuredPeriod& one, const InsuredPeriod& other) { return one == other; }
bool same_content(StandardRemuneration one, const StandardRemuneration& other) {
  one.id = other.id;
  return one == other;
}
bool same_content(BonusDecision one, const BonusDecision& other) {
  one.id = other.id;
  return one == other;
}
bool same_content(const CareExclusionFact&, const CareExclusionFact&) { return true; }

template <typename Fact>
const Fact* about_the_same(const std::vector<Fact>& facts, const Fact& wanted) {
  const auto found =
      std::ranges::find_if(facts, [&](const Fact& one) { return same_matter(one, wanted); });
  return found == facts.end() ? nullptr : &*found;
}

template <typename Fact>
void put_all(std::vector<Fact>& facts, const std::vector<Fact>& put) {
  for (const auto& one : put) {
    std::erase_if(facts, [&](const Fact& old) { return same_matter(old, one); });
    facts.push_back(one);
  }
}

template <typename Fact>
void end_all(std::vector<Fact>& facts, const std::vector<Fact>& ended) {
  for (const auto& one : ended) {
    std::erase_if(facts, [&](const Fact& old) { return same_matter(old, one); });
  }
}

/// What has to be put so that each fact of `before` stands again, under an id of its own.
template <typename Fact, typename Renew>
std::vector<Fact> to_put(const std::vector<Fact>& before, const std::vector<Fact>& now,
                         Renew renew) {
  std::vector<Fact> put;
  for (const auto& one : before) {
    const auto* standing = about_the_same(now, one);
    if (standing != nullptr && same_content(one, *standing)) continue;
    put.push_back(one);
    renew(put.back());
  }
  return put;
}

template <typename Fact>
std::vector<Fact> to_end(const std::vector<Fact>& before, const std::vector<Fact>& now) {
  std::vector<Fact> ended;
  for (const auto& one : now) {
    if (about_the_same(before, one) == nullptr) ended.push_back(one);
  }
  return ended;
}

}  // namespace

KnownFacts applied(KnownFacts known, const ChangedFacts& changed) {
  put_all(known.people, changed.people);
  for (const auto& id : changed.ended_periods) {
    std::erase_if(known.periods, [&](const InsuredPeriod& one) { return one.id == id; });
  }
  put_all(known.periods, changed.periods);
  end_all(known.standards, changed.ended_standards);
  put_all(known.standards, changed.standards);
  end_all(known.bonuses, changed.ended_bonuses);
  put_all(known.bonuses, changed.bonuses);
  end_all(known.exclusions, changed.ended_exclusions);
  put_all(known.exclusions, changed.exclusions);
  for (const auto& leave : changed.leaves) known.more_leaves.push_back(leave);
  std::ranges::sort(known.periods, {},
                    [](const InsuredPeriod& one) { return std::pair(one.acquired, one.id); });
  std::ranges::sort(known.standards, {}, &StandardRemuneration::from);
  std::ranges::sort(known.bonuses, {}, &BonusDecision::month);
  return known;
}

ChangedFacts reversal(const KnownFacts& before, const KnownFacts& now) {
  const auto keep = [](auto&) {};
  const auto redraw = [](auto& decision) { decision.id = remuneration::DecisionId::draw(); };
  ChangedFacts back;
  back.people = to_put(before.people, now.people, keep);
  back.periods = to_put(before.periods, now.periods, keep);
  for (const auto& one : to_end(before.periods, now.periods)) back.ended_periods.push_back(one.id);
  back.standards = to_put(before.standards, now.standards, redraw);
  back.ended_standards = to_end(before.standards, now.standards);
  back.bonuses = to_put(before.bonuses, now.bonuses, redraw);
  back.ended_bonuses = to_end(before.bonuses, now.bonuses);
  back.exclusions = to_put(before.exclusions, now.exclusions,
                           [](CareExclusionFact& fact) { fact.id = CareExclusionId::draw(); });
  back.ended_exclusions = to_end(before.exclusions, now.exclusions);
  return back;
}

namespace {

/// Puts and ends of one kind together.
template <typename Fact>
std::vector<Fact> both(const std::vector<Fact>& put, const std::vector<Fact>& ended) {
  auto all = put;
  all.insert(all.end(), ended.begin(), ended.end());
  return all;
}

template <typename Fact>
bool any_same(const std::vector<Fact>& one, const std::vector<Fact>& other) {
  return std::ranges::any_of(
      one, [&](const Fact& fact) { return about_the_same(other, fact) != nullptr; });
}

std::vector<eligibility::PeriodId> periods_touched(const ChangedFacts& changed) {
  auto ids = changed.ended_periods;
  for (const auto& period : changed.periods) ids.push_back(period.id);
  return ids;
}

}  // namespace

bool touch_the_same(const ChangedFacts& one, const ChangedFacts& other) {
  const auto others = periods_touched(other);
  const bool periods = std::ranges::any_of(periods_touched(one), [&](const auto& id) {
    return std::ranges::find(others, id) != others.end();
  });
  return periods || any_same(one.people, other.people) ||
         any_same(both(one.standards, one.ended_standards),
                  both(other.standards, other.ended_standards)) ||
         any_same(both(one.bonuses, one.ended_bonuses), both(other.bonuses, other.ended_bonuses)) ||
         any_same(both(one.exclusions, one.ended_exclusions),
                  both(other.exclusions, other.ended_exclusions));
}

namespace {

/// What stands about the period and its person. `facts` as loaded: what no change touches stays.
PeriodFacts with_known(PeriodFacts facts, const InsuredPeriod& period, const KnownFacts& known) {
  facts.establishment = period.establishment;
  facts.insured = {period.acquired, period.lost};
  facts.standards.clear();
  facts.workplaces.clear();
  facts.bonuses.clear();
  facts.care_exclusions.clear();
  for (const auto& person : known.people) {
    if (person.id == period.person) facts.born = person.born;
  }
  for (const auto& standard : known.standards) {
    if (standard.period != period.id) continue;
    facts.standards.push_back({standard.from, standard.standard});
    add_workplaces(facts, standard, known.workplaces);
  }
  std::ranges::sort(facts.standards, {}, &StandardFrom::from);
  for (const auto& bonus : known.bonuses) {
    if (bonus.period != period.id) continue;
    facts.bonuses.push_back(bonus_fact(bonus, known.workplaces));
  }
  for (const auto& exclusion : known.exclusions) {
    if (exclusion.person == period.person) facts.care_exclusions.push_back(exclusion.days);
  }
  facts.care_dependents.clear();
  for (const auto& [insured, dependent] : known.care_dependents) {
    if (insured == period.person) facts.care_dependents.push_back(dependent);
  }
  if (known.detentions) {
    facts.detentions.clear();
    for (const auto& days : *known.detentions) facts.detentions.push_back({days.from, days.until});
  }
  for (const auto& leave : known.more_leaves) {
    if (leave.person != period.person) continue;
    facts.leaves.push_back(days_of(leave));
  }
  return facts;
}

}  // namespace

std::vector<PeriodFacts> facts_with(const std::vector<PeriodFacts>& loaded,
                                    const KnownFacts& after) {
  std::vector<PeriodFacts> facts;
  for (const auto& period : after.periods) {
    const auto known = std::ranges::find(loaded, period.id, &PeriodFacts::period);
    if (known != loaded.end()) {
      facts.push_back(with_known(*known, period, after));
    } else if (period.status == eligibility::Status::employed) {
      // Not loaded: proposed, or ended since. What stands about the person stands for it, too.
      const auto same = std::ranges::find(loaded, period.person, &PeriodFacts::person);
      auto fresh = same != loaded.end() ? *same
                                        : PeriodFacts{.period = period.id,
                                                      .person = period.person,
                                                      .establishment = period.establishment};
      fresh.period = period.id;
      facts.push_back(with_known(std::move(fresh), period, after));
    }
  }
  find_unbroken(facts);
  return facts;
}

std::vector<PeriodFacts> voluntary_facts_of(const KnownFacts& known) {
  std::vector<PeriodFacts> facts;
  for (const auto& period : known.periods) {
    if (period.status == eligibility::Status::employed) continue;
    facts.push_back(with_known({.period = period.id,
                                .person = period.person,
                                .establishment = period.establishment},
                               period, known));
  }
  return facts;
}

}  // namespace kenpo::premium
