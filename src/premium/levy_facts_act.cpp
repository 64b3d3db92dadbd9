#include "premium/levy_facts_act.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>

#include "eligibility/circumstance_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "premium/care_dependent_store.h"
#include "premium/change_store.h"
#include "premium/leave_store.h"
#include "premium/society_rate_store.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/workplace_pay_store.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using eligibility::InsuredPeriod;
using eligibility::Ledger;
using eligibility::MemberAccess;

/// How far back leaves are read, because touching leaves are one: a leave that began before these
/// days and still touches the month is longer than one month by itself.
constexpr int joining_days = 62;

PeriodFacts facts_from(const InsuredPeriod& period) {
  return {.period = period.id,
          .person = period.person,
          .establishment = period.establishment,
          .insured = {period.acquired, period.lost}};
}

auto facts_order(const PeriodFacts& facts) {
  return std::pair(facts.person, facts.insured.acquired);
}

void sort_standards(LevyFacts& facts) {
  for (auto& one : facts) {
    if (one.standards.size() > 1) std::ranges::sort(one.standards, {}, &StandardFrom::from);
  }
}

/// Values of people as they were read, to be given to the facts of each.
template <typename Value>
class OfPeople {
 public:
  void add(const base::PersonId& person, Value value) {
    rows_.push_back({person, rows_.size(), std::move(value)});
  }
  /// In the order of people, each person's in the order in which they were read.
  void sort() {
    std::ranges::sort(rows_, {}, [](const Row& row) { return std::tuple(row.person, row.at); });
  }
  /// A value of the person, the last one; null where there is none. After sort().
  const Value* find(const base::PersonId& person) const {
    const auto after = std::ranges::upper_bound(rows_, person, {}, &Row::person);
    if (after == rows_.begin() || std::prev(after)->person != person) return nullptr;
    return &std::prev(after)->value;
  }
  /// Calls `give(PeriodFacts&, const Value&)` for each value and each period of its person.
  template <typename Give>
  void give_to(LevyFacts& facts, Give give) const {
    auto first = facts.begin();
    for (const auto& row : rows_) {
      while (first != facts.end() && first->person < row.person) ++first;
      for (auto own = first; own != facts.end() && own->person == row.person; ++own) {
        give(*own, row.value);
      }
    }
  }

 private:
  struct Row {
    base::PersonId person;
    std::size_t at;
    Value value;
  };
  std::vector<Row> rows_;
};

/// Reads on a thread of its own; where none can be had, when what was read is waited for.
template <typename Value>
class ReadBeside {
 public:
  using Read = std::function<Result<Value>()>;
  explicit ReadBeside(Read read) : read_(std::move(read)) {
    try {
      thread_ = std::jthread([this] { found_ = read_(); });
    } catch (const std::system_error&) {
      // No thread is to be had.
    }
  }
  Result<Value> wait() {
    if (thread_.joinable()) thread_.join();
    if (!found_) found_ = read_();
    return std::move(*found_);
  }

 private:
  const Read read_;
  std::optional<Result<Value>> found_;
  std::jthread thread_;  // last: joined before what it writes to is gone
};

using Workplaces = std::vector<remuneration::WorkplacePay>;
using Births = OfPeople<base::Date>;
using Standards = OfPeople<remuneration::StandardRemuneration>;

Result<Births> read_births(Ledger& ledger, const notice::Acting& acting) {
  return ledger.gate.perform<premium_levy_births>(
      acting, [&](const notice::Permit<premium_levy_births>& permit) -> Result<Births> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto view = KENPO_TRY(ledger.database.read());
        Births births;
        KENPO_TRY(eligibility::each_born(view, access,
                                         [&](const base::PersonId& person, base::Date born) {
                                           births.add(person, born);
                                         }));
        births.sort();
        return births;
      });
}

/// Of a snapshot no older than the levy's own: what came between the two is found by the next levy.
Result<Standards> read_standards(Ledger& ledger, const notice::Acting& acting, Month month) {
  return ledger.gate.perform<premium_levy_standards>(
      acting, [&](const notice::Permit<premium_levy_standards>& permit) -> Result<Standards> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto view = KENPO_TRY(ledger.database.read_now());
        Standards standards;
        const auto take = [&](const remuneration::StandardRemuneration& one) {
          standards.add(one.person, one);
        };
        KENPO_TRY(remuneration::each_remuneration(view, access, month, take));
        standards.sort();
        return standards;
      });
}

/// The employed periods that touch the month or the one before it, in the order of people.
Result<LevyFacts> read_periods(const store::View& view, const MemberAccess& access, Month month) {
  struct FoundPeriod {
    base::PersonId person;
    eligibility::PeriodId period;
    base::EstablishmentId establishment;
    base::Date acquired;
    std::optional<base::Date> lost;
  };
  std::vector<FoundPeriod> found;
  const auto first_day = month.plus(-1).first_day();
  KENPO_TRY(eligibility::each_period(view, access, [&](const InsuredPeriod& period) {
    if (period.status != eligibility::Status::employed) return;
    if (period.acquired > month.last_day() || (period.lost && *period.lost < first_day)) return;
    found.push_back(
        {period.person, period.id, period.establishment, period.acquired, period.lost});
  }));
  std::ranges::sort(found, {},
                    [](const FoundPeriod& one) { return std::pair(one.person, one.acquired); });
  LevyFacts facts;
  facts.reserve(found.size());
  for (const auto& one : found) {
    facts.push_back({.period = one.period,
                     .person = one.person,
                     .establishment = one.establishment,
                     .insured = {one.acquired, one.lost}});
  }
  find_unbroken(facts);
  return facts;
}

Result<> give_bonuses(const store::View& view, const MemberAccess& access, Month month,
                      const Workplaces& workplaces, LevyFacts& facts) {
  OfPeople<remuneration::BonusDecision> bonuses;
  for (const auto paid : {month.plus(-1), month}) {
    KENPO_TRY(remuneration::each_bonus(
        view, access, paid,
        [&](const remuneration::BonusDecision& one) { bonuses.add(one.person, one); }));
  }
  bonuses.sort();
  bonuses.give_to(facts, [&](PeriodFacts& own, const remuneration::BonusDecision& one) {
    if (own.period == one.period) own.bonuses.push_back(bonus_fact(one, workplaces));
  });
  return base::Done{};
}

/// Leaves, exclusions from care insurance and detentions.
Result<> give_circumstances(const store::View& view, const MemberAccess& access, Month month,
                            LevyFacts& facts) {
  OfPeople<LeaveDays> leaves;
  const auto since = month.plus(-1).first_day().plus_days(-joining_days);
  KENPO_TRY(each_leave(view, access, since, [&](const LeaveFact& one) {
    leaves.add(one.person, days_of(one));
  }));
  leaves.sort();
  leaves.give_to(facts,
                 [](PeriodFacts& own, const LeaveDays& leave) { own.leaves.push_back(leave); });
  OfPeople<CareExclusion> exclusions;
  KENPO_TRY(each_exclusion(view, access, [&](const CareExclusionFact& one) {
    exclusions.add(one.person, one.days);
  }));
  exclusions.sort();
  exclusions.give_to(facts, [](PeriodFacts& own, const CareExclusion& days) {
    own.care_exclusions.push_back(days);
  });
  OfPeople<DetentionDays> detentions;
  KENPO_TRY(eligibility::each_circumstance(
      view, access, [&](const eligibility::Circumstance& one) {
        if (one.kind != eligibility::CircumstanceKind::detention) return;
        detentions.add(one.person, {one.from, one.until});
      }));
  detentions.sort();
  detentions.give_to(
      facts, [](PeriodFacts& own, const DetentionDays& days) { own.detentions.push_back(days); });
  return base::Done{};
}

/// 特定被保険者 (附則7条): every link with the dependent's birth and times outside the care insurance.
Result<> give_care_dependents(const store::View& view, const MemberAccess& access,
                              const Births& births, LevyFacts& facts) {
  std::map<base::PersonId, std::vector<CareExclusion>> outside;
  KENPO_TRY(each_exclusion(view, access, [&](const CareExclusionFact& one) {
    outside[one.person].push_back(one.days);
  }));
  OfPeople<CareDependent> dependents;
  KENPO_TRY(eligibility::each_dependent(
      view, access, [&](const eligibility::DependentLink& link) {
        const auto* born = births.find(link.dependent);
        if (born == nullptr) return;
        CareDependent one{.born = *born, .from = link.from, .until = link.until};
        const auto found = outside.find(link.dependent);
        if (found != outside.end()) one.exclusions = found->second;
        dependents.add(link.insured, std::move(one));
      }));
  dependents.sort();
  dependents.give_to(facts, [](PeriodFacts& own, const CareDependent& one) {
    own.care_dependents.push_back(one);
  });
  return base::Done{};
}

/// People who came between the two snapshots.
Result<> complete_births(const store::View& view, const MemberAccess& access, LevyFacts& facts,
                         base::Moment now) {
  for (auto& one : facts) {
    if (one.born != base::Date()) continue;
    const auto person = KENPO_TRY(eligibility::find_person(view, access, one.person, now));
    if (person) one.born = person->born;
  }
  return base::Done{};
}

}  // namespace

Result<LevyFacts> load_facts(Ledger& ledger, const notice::Acting& acting,
                             const store::View& view, const MemberAccess& access, Month month) {
  ReadBeside<Births> births([&] { return read_births(ledger, acting); });
  ReadBeside<Standards> standards([&] { return read_standards(ledger, acting, month); });
  auto facts = KENPO_TRY(read_periods(view, access, month));
  const auto workplaces = KENPO_TRY(remuneration::all_workplace_pay(view, access));
  KENPO_TRY(give_bonuses(view, access, month, workplaces, facts));
  KENPO_TRY(give_circumstances(view, access, month, facts));
  const auto standards_found = KENPO_TRY(standards.wait());
  standards_found.give_to(
      facts, [&](PeriodFacts& own, const remuneration::StandardRemuneration& one) {
        if (own.period != one.period) return;
        own.standards.push_back({one.from, one.standard});
        add_workplaces(own, one, workplaces);
      });
  sort_standards(facts);
  const auto births_found = KENPO_TRY(births.wait());
  births_found.give_to(facts, [](PeriodFacts& own, base::Date born) { own.born = born; });
  if (KENPO_TRY(ever_charges_specific(view))) {
    KENPO_TRY(give_care_dependents(view, access, births_found, facts));
  }
  KENPO_TRY(complete_births(view, access, facts, ledger.gate.clock().now()));
  return facts;
}

Result<LevyFacts> load_facts_of(const store::View& view, const MemberAccess& access,
                                const std::vector<base::PersonId>& people, base::Moment now) {
  LevyFacts facts;
  for (const auto& id : people) {
    const auto person = KENPO_TRY(eligibility::find_person(view, access, id, now));
    if (!person) continue;
    const auto first = facts.size();
    for (const auto& period : KENPO_TRY(eligibility::periods_of(view, access, id, now))) {
      if (period.status != eligibility::Status::employed) continue;
      facts.push_back(facts_from(period));
      facts.back().born = person->born;
    }
    std::sort(facts.begin() + static_cast<std::ptrdiff_t>(first), facts.end(),
              [](const PeriodFacts& one, const PeriodFacts& other) {
                return facts_order(one) < facts_order(other);
              });
    find_unbroken(std::span(facts).subspan(first));
    const auto of = [&](const eligibility::PeriodId& period) -> PeriodFacts* {
      for (auto at = first; at < facts.size(); ++at) {
        if (facts[at].period == period) return &facts[at];
      }
      return nullptr;
    };
    for (const auto& leave : KENPO_TRY(leaves_of(view, access, id))) {
      for (auto at = first; at < facts.size(); ++at) {
        facts[at].leaves.push_back(days_of(leave));
      }
    }
    for (const auto& exclusion : KENPO_TRY(exclusions_of(view, access, id, now))) {
      for (auto at = first; at < facts.size(); ++at) {
        facts[at].care_exclusions.push_back(exclusion.days);
      }
    }
    const auto dependents = KENPO_TRY(care_dependents_of(view, access, id, now));
    for (auto at = first; at < facts.size(); ++at) facts[at].care_dependents = dependents;
    for (const auto& one : KENPO_TRY(eligibility::circumstances_of(view, access, id, now))) {
      if (one.kind != eligibility::CircumstanceKind::detention) continue;
      for (auto at = first; at < facts.size(); ++at) {
        facts[at].detentions.push_back({one.from, one.until});
      }
    }
    const auto workplaces = KENPO_TRY(remuneration::workplace_pay_of(view, access, id));
    for (const auto& one : KENPO_TRY(remuneration::remunerations_of(view, access, id, now))) {
      if (auto* period = of(one.period)) {
        period->standards.push_back({one.from, one.standard});
        add_workplaces(*period, one, workplaces);
      }
    }
    for (const auto& one : KENPO_TRY(remuneration::bonuses_of(view, access, id, now))) {
      if (auto* period = of(one.period)) {
        period->bonuses.push_back(bonus_fact(one, workplaces));
      }
    }
  }
  sort_standards(facts);
  return facts;
}

}  // namespace kenpo::premium
