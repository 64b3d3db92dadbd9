#include "premium/levy_facts_act.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>

#include "eligibility/circumstance_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "premium/change_store.h"
#include "premium/leave_store.h"
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

/// Where each period and each person begins among the facts.
class Places {
 public:
  explicit Places(const LevyFacts& facts) {
    periods_.reserve(facts.size());
    people_.reserve(facts.size());
    for (std::size_t at = 0; at < facts.size(); ++at) {
      periods_.emplace(facts[at].period, at);
      people_.emplace(facts[at].person, at);
    }
  }
  PeriodFacts* of(LevyFacts& facts, const eligibility::PeriodId& period) const {
    const auto found = periods_.find(period);
    return found == periods_.end() ? nullptr : &facts[found->second];
  }
  void set_born(LevyFacts& facts, const base::PersonId& person, base::Date born) const {
    const auto found = people_.find(person);
    if (found == people_.end()) return;
    for (auto at = found->second; at < facts.size() && facts[at].person == person; ++at) {
      facts[at].born = born;
    }
  }

  void add_exclusion(LevyFacts& facts, const CareExclusionFact& exclusion) const {
    const auto found = people_.find(exclusion.person);
    if (found == people_.end()) return;
    for (auto at = found->second; at < facts.size() && facts[at].person == exclusion.person; ++at) {
      facts[at].care_exclusions.push_back(exclusion.days);
    }
  }
  void add_detention(LevyFacts& facts, const eligibility::Circumstance& one) const {
    const auto found = people_.find(one.person);
    if (found == people_.end() || one.kind != eligibility::CircumstanceKind::detention) return;
    for (auto at = found->second; at < facts.size() && facts[at].person == one.person; ++at) {
      facts[at].detentions.push_back({one.from, one.until});
    }
  }
  void add_leave(LevyFacts& facts, const LeaveFact& leave) const {
    const auto found = people_.find(leave.person);
    if (found == people_.end()) return;
    for (auto at = found->second; at < facts.size() && facts[at].person == leave.person; ++at) {
      facts[at].leaves.push_back(days_of(leave));
    }
  }

 private:
  std::unordered_map<eligibility::PeriodId, std::size_t> periods_;
  std::unordered_map<base::PersonId, std::size_t> people_;  // the first period of each
};

using Births = std::vector<std::pair<base::PersonId, base::Date>>;

Result<Births> read_births(Ledger& ledger, const notice::Acting& acting) {
  return ledger.gate.perform<premium_levy_births>(
      acting, [&](const notice::Permit<premium_levy_births>& permit) -> Result<Births> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto view = KENPO_TRY(ledger.database.read());
        Births births;
        KENPO_TRY(eligibility::each_born(view, access,
                                         [&](const base::PersonId& person, base::Date born) {
                                           births.emplace_back(person, born);
                                         }));
        return births;
      });
}

/// Reads the birth dates on a thread of its own; where none can be had, when they are waited for.
class BirthReader {
 public:
  BirthReader(Ledger& ledger, const notice::Acting& acting) : ledger_(ledger), acting_(acting) {
    try {
      thread_ = std::jthread([this] { births_ = read_births(ledger_, acting_); });
    } catch (const std::system_error&) {
      // No thread is to be had.
    }
  }
  Result<Births> wait() {
    if (thread_.joinable()) thread_.join();
    if (!births_) births_ = read_births(ledger_, acting_);
    return std::move(*births_);
  }

 private:
  Ledger& ledger_;
  const notice::Acting& acting_;
  std::optional<Result<Births>> births_;
  std::jthread thread_;  // last: joined before what it writes to is gone
};

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
  BirthReader births(ledger, acting);
  LevyFacts facts;
  const auto first_day = month.plus(-1).first_day();
  KENPO_TRY(eligibility::each_period(view, access, [&](const InsuredPeriod& period) {
    if (period.status != eligibility::Status::employed) return;
    if (period.acquired > month.last_day() || (period.lost && *period.lost < first_day)) return;
    facts.push_back(facts_from(period));
  }));
  std::ranges::sort(facts, {}, facts_order);
  find_unbroken(facts);
  const Places places(facts);
  const auto workplaces = KENPO_TRY(remuneration::all_workplace_pay(view, access));
  KENPO_TRY(remuneration::each_remuneration(
      view, access, month, [&](const remuneration::StandardRemuneration& one) {
        if (auto* of = places.of(facts, one.period)) {
          of->standards.push_back({one.from, one.standard});
          add_workplaces(*of, one, workplaces);
        }
      }));
  for (const auto paid : {month.plus(-1), month}) {
    KENPO_TRY(remuneration::each_bonus(
        view, access, paid, [&](const remuneration::BonusDecision& one) {
          if (auto* of = places.of(facts, one.period)) {
            of->bonuses.push_back(bonus_fact(one, workplaces));
          }
        }));
  }
  KENPO_TRY(each_leave(view, access, first_day.plus_days(-joining_days),
                       [&](const LeaveFact& leave) { places.add_leave(facts, leave); }));
  KENPO_TRY(each_exclusion(view, access, [&](const CareExclusionFact& exclusion) {
    places.add_exclusion(facts, exclusion);
  }));
  KENPO_TRY(eligibility::each_circumstance(
      view, access,
      [&](const eligibility::Circumstance& one) { places.add_detention(facts, one); }));
  sort_standards(facts);
  for (const auto& [person, born] : KENPO_TRY(births.wait())) {
    places.set_born(facts, person, born);
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
