// The facts after a change, and the way back.
#include <algorithm>

#include "premium/change_rule.h"

namespace kenpo::premium {

namespace {

using eligibility::DependentLink;
using eligibility::InsuredPeriod;
using eligibility::Person;
using remuneration::BonusDecision;
using remuneration::StandardRemuneration;

/// Those of one list and those of the other.
template <typename Fact>
std::vector<Fact> both(const std::vector<Fact>& one, const std::vector<Fact>& other) {
  auto all = one;
  all.insert(all.end(), other.begin(), other.end());
  return all;
}

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
bool same_matter(const DependentLink& one, const DependentLink& other) {
  return one.id == other.id;
}
bool same_matter(const CareExclusionFact& one, const CareExclusionFact& other) {
  return one.person == other.person && one.days == other.days;
}

// What makes two decisions say the same: everything but their own ids.
bool same_content(const Person& one, const Person& other) { return one == other; }
bool same_content(const InsuredPeriod& one, const InsuredPeriod& other) { return one == other; }
bool same_content(const DependentLink& one, const DependentLink& other) { return one == other; }
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

const Person* find_person(const KnownFacts& known, const base::PersonId& id) {
  const auto found = std::ranges::find(known.people, id, &Person::id);
  return found == known.people.end() ? nullptr : &*found;
}

/// A link stands with the dependent and with the insured person.
void apply_links(KnownFacts& known, const ChangedFacts& changed) {
  for (auto* links : {&known.links, &known.dependents}) end_all(*links, changed.ended_links);
  for (const auto& one : changed.ended_links) {
    std::erase_if(known.care_dependents,
                  [&](const KnownDependent& old) { return old.link.id == one.id; });
  }
  for (const auto& one : changed.links) {
    if (find_person(known, one.dependent) != nullptr) put_all(known.links, {one});
    if (find_person(known, one.insured) != nullptr) put_all(known.dependents, {one});
    for (auto& old : known.care_dependents) {
      if (old.link.id == one.id) old.link = one;
    }
  }
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
  apply_links(known, changed);
  for (const auto& leave : changed.leaves) known.more_leaves.push_back(leave);
  for (const auto& leave : changed.ended_leaves) known.fewer_leaves.push_back(leave);
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
  back.links = both(to_put(before.links, now.links, keep),
                    to_put(before.dependents, now.dependents, keep));
  back.ended_links =
      both(to_end(before.links, now.links), to_end(before.dependents, now.dependents));
  return back;
}

KnownFacts with_dependents_again(KnownFacts now, const KnownFacts& before) {
  for (const auto& one : before.care_dependents) {
    const auto same = [&](const auto& other) { return other.link.id == one.link.id; };
    const auto again = std::ranges::find(now.dependents, one.link.id, &DependentLink::id);
    if (again == now.dependents.end() || std::ranges::any_of(now.care_dependents, same)) continue;
    now.care_dependents.push_back(one);
    now.care_dependents.back().link = *again;
  }
  return now;
}

// 健康保険法附則7条1項
KnownFacts with_dependents(KnownFacts insured, const KnownFacts& dependent) {
  std::erase_if(insured.care_dependents, [&](const KnownDependent& one) {
    return find_person(dependent, one.link.dependent) != nullptr;
  });
  for (const auto& link : dependent.links) {
    const auto* person = find_person(dependent, link.dependent);
    if (person == nullptr || find_person(insured, link.insured) == nullptr) continue;
    KnownDependent now{.link = link, .born = person->born};
    for (const auto& one : dependent.exclusions) {
      if (one.person == link.dependent) now.exclusions.push_back(one.days);
    }
    insured.care_dependents.push_back(std::move(now));
  }
  return insured;
}

namespace {

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
                  both(other.exclusions, other.ended_exclusions)) ||
         any_same(both(one.links, one.ended_links), both(other.links, other.ended_links));
}

namespace {

bool same_days(const LeaveDays& one, const LeaveFact& other) {
  return one.kind == other.kind && one.days == other.days &&
         one.worked_days == other.worked_days && one.joined_after == other.joined_after;
}

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
  for (const auto& one : known.care_dependents) {
    if (one.link.insured != period.person) continue;
    facts.care_dependents.push_back({.born = one.born,
                                     .from = one.link.from,
                                     .until = one.link.until,
                                     .exclusions = one.exclusions});
  }
  if (known.detentions) {
    facts.detentions.clear();
    for (const auto& days : *known.detentions) facts.detentions.push_back({days.from, days.until});
  }
  for (const auto& leave : known.fewer_leaves) {
    if (leave.person != period.person) continue;
    std::erase_if(facts.leaves, [&](const LeaveDays& one) { return same_days(one, leave); });
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
