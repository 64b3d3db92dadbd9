#include "benefit/high_cost_act.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "benefit/award_rule.h"
#include "benefit/changed_household_act.h"
#include "law/book.h"

namespace kenpo::benefit {

namespace of_computing {

using base::Month;
using base::PersonId;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Permit;

using Compute = Permit<high_cost_compute>;

BenefitKeys keys_of(const Compute& permit) {
  const auto benefits = permit.grant<notice::Purpose::benefit_examination_and_payment>();
  return {.facts = {.member = eligibility::MemberAccess(
                        permit.grant<notice::Purpose::member_administration>()),
                    .claim = claim::ClaimAccess(benefits),
                    .expense = ExpenseAccess(benefits)},
          .results = ResultAccess(benefits),
          .awards = AwardAccess(benefits)};
}

bool is_kept(const HighCostResult& result) {
  constexpr Doubts asking = mask_of(Doubt::class_unknown) | mask_of(Doubt::subsidy_unknown);
  return result.benefit.total() > Yen() || result.benefit.in_kind > Yen() ||
         (result.doubts & asking) != 0;
}

/// One household: its months one after the other.
class Household {
 public:
  Household(store::Transaction& transaction, const BenefitKeys& keys,
            const std::vector<AdditionalTermsRow>& additional,
            const eligibility::Identities& identities, ComputedFor cause, base::Moment now,
            HighCostDone& done)
      : transaction_(transaction),
        keys_(keys),
        additional_(additional),
        identities_(identities),
        cause_(cause),
        now_(now),
        done_(done) {}

  Result<> run(const PersonId& insured, std::set<Month> months) {
    standing_.clear();
    for (auto& result : KENPO_TRY(results_of(transaction_, keys_.results, insured))) {
      standing_.insert_or_assign(result.month, std::move(result));
    }
    while (!months.empty()) {
      const auto month = *months.begin();
      months.erase(months.begin());
      ++done_.households;
      const bool counted = counts(month);
      KENPO_TRY(compute(insured, month));
      if (counts(month) == counted) continue;
      // 施行令42条1項ただし書: the months that look back on this one.
      const auto within = KENPO_TRY(law::Book::carried().count(
          "benefit.high_cost.frequent_within", month.first_day()));
      for (const auto& [later, result] : standing_) {
        if (month < later && later < month.plus(within.value)) months.insert(later);
      }
    }
    return base::Done{};
  }

 private:
  bool counts(Month month) const {
    const auto found = standing_.find(month);
    return found != standing_.end() && found->second.benefit.counts_as_frequent;
  }

  Result<> compute(const PersonId& insured, Month month) {
    if (identities_.kept(insured) != insured) return close(month);
    std::vector<Month> counted;
    for (const auto& [earlier, result] : standing_) {
      if (earlier < month && result.benefit.counts_as_frequent) counted.push_back(earlier);
    }
    auto computed = compute_household(transaction_, keys_.facts,
                                      {.insured = insured,
                                       .month = month,
                                       .additional = additional_,
                                       .counted = counted,
                                       .identities = identities_,
                                       .cause = cause_},
                                      now_);
    if (!computed.ok()) {
      // A month before or behind the tables of the law book is nobody's fault.
      if (law::Book::carried().find("benefit.high_cost.u.amount", month.first_day()) != nullptr) {
        return std::move(computed).faults();
      }
      ++done_.no_figures;
      return base::Done{};
    }
    const auto before = standing_.find(month);
    if (!*computed || (before == standing_.end() && !is_kept((*computed)->result))) {
      if (before == standing_.end()) return base::Done{};
      if (before->second.units.empty()) return base::Done{};
    }
    return keep(*computed
                    ? std::move(**computed)
                    : nothing_left(before->second, "計算の対象になるレセプトや療養費がなくなりました"));
  }

  /// 名寄せ: the household is computed under the person whom the ledger keeps.
  Result<> close(Month month) {
    const auto before = standing_.find(month);
    if (before == standing_.end() || before->second.units.empty()) return base::Done{};
    return keep(nothing_left(before->second, "名寄せした人の世帯として計算します"));
  }

  /// The claims have gone, or whoever they were of was never insured.
  ComputedHousehold nothing_left(const HighCostResult& before, const char* why) const {
    ComputedHousehold none{{.insured = before.insured,
                            .establishment = before.establishment,
                            .month = before.month,
                            .of = before.of,
                            .cause = cause_,
                            .computed_at = now_},
                           {}};
    none.basis.push_back({why, {}});
    return none;
  }

  Result<> keep(ComputedHousehold computed) {
    const auto before = standing_.find(computed.result.month);
    if (before != standing_.end() && before->second.same_as(computed.result)) return base::Done{};
    KENPO_TRY(put(transaction_, keys_.results, computed.result, computed.basis, now_));
    ++done_.changed;
    KENPO_TRY(propose(computed.result));
    standing_.insert_or_assign(computed.result.month, std::move(computed.result));
    return base::Done{};
  }

  /// The difference to what was decided, as a proposal; one that nobody decided gives way.
  Result<> propose(const HighCostResult& result) {
    const bool merged_away = identities_.kept(result.insured) != result.insured;
    std::vector<Award> awards;
    for (auto& award : KENPO_TRY(awards_of_all(result.insured))) {
      if (award.kind != AwardKind::month || award.month != result.month) continue;
      const bool other = award.insured != result.insured;
      if (award.state() == AwardState::proposed && (merged_away || other)) {
        KENPO_TRY(replace(award));
      } else {
        awards.push_back(std::move(award));
      }
    }
    if (merged_away) return base::Done{};  // what was decided counts for the person who is kept
    const auto wanted = next_award(amounts_of(result.benefit), awards);
    for (const auto at : wanted.replaced) {
      KENPO_TRY(replace(awards[at]));
    }
    if (!wanted.proposal) return base::Done{};
    ++done_.proposed;
    return put(transaction_, keys_.awards,
               Award{.insured = result.insured,
                     .establishment = result.establishment,
                     .month = result.month,
                     .result = result.id,
                     .amounts = *wanted.proposal,
                     .made_at = now_});
  }

  /// What was given to anybody who is one person with them, the first made first.
  Result<std::vector<Award>> awards_of_all(const PersonId& insured) const {
    auto awards =
        KENPO_TRY(eligibility::of_all(identities_.all(insured), [&](const PersonId& person) {
          return awards_of(transaction_, keys_.awards, person);
        }));
    std::ranges::sort(awards, {},
                      [](const Award& each) { return std::tuple(each.made_at, each.id); });
    return awards;
  }

  Result<> replace(const Award& award) {
    return put(transaction_, keys_.awards, award,
               AwardEvent{.step = AwardStep::replaced, .on = now_.day(), .at = now_});
  }

  store::Transaction& transaction_;
  const BenefitKeys& keys_;
  const std::vector<AdditionalTermsRow>& additional_;
  const eligibility::Identities& identities_;
  ComputedFor cause_;
  base::Moment now_;
  HighCostDone& done_;
  std::map<Month, HighCostResult> standing_ = {};
};

/// Works off households until the chunk is full; `at` moves on.
Result<> compute_chunk(Ledger& ledger, const Compute& permit, const BenefitKeys& keys,
                       const std::vector<AdditionalTermsRow>& additional,
                       const eligibility::Identities& identities, ComputedFor cause,
                       const DirtyHouseholds& dirty, DirtyHouseholds::const_iterator& at,
                       HighCostDone& done) {
  auto transaction = KENPO_TRY(ledger.database.write());
  Household household(transaction, keys, additional, identities, cause, ledger.gate.clock().now(),
                      done);
  for (std::size_t count = 0; count < households_of_a_chunk && at != dirty.end(); ++count) {
    const auto insured = at->first;
    std::set<Month> months;
    for (; at != dirty.end() && at->first == insured; ++at) months.insert(at->second);
    KENPO_TRY(household.run(insured, std::move(months)));
  }
  return transaction.commit(permit.recorder());
}

Result<HighCostDone> keep(Ledger& ledger, const Compute& permit, const base::TellProgress& tell) {
  const auto keys = keys_of(permit);
  const auto started = ledger.gate.clock().now();
  DirtyHouseholds dirty;
  std::vector<AdditionalTermsRow> additional;
  eligibility::Identities identities;
  auto cause = ComputedFor::month;
  {
    const auto view = KENPO_TRY(ledger.database.read());
    const auto last = KENPO_TRY(last_run(view));
    additional = KENPO_TRY(list_additional(view));
    identities = KENPO_TRY(eligibility::Identities::build(view));
    dirty = KENPO_TRY(dirty_since(view, keys, last, additional, identities, started));
    if (last) cause = ComputedFor::change;
  }
  HighCostDone done;
  if (dirty.empty()) return done;
  const auto total = static_cast<std::int64_t>(dirty.size());
  for (auto at = dirty.cbegin(); at != dirty.cend();) {
    KENPO_TRY(compute_chunk(ledger, permit, keys, additional, identities, cause, dirty, at, done));
    if (tell) {
      tell({std::min(done.households, total), total,
            {"高額療養費・付加給付の計算", "high-cost medical expense"}});
    }
  }
  auto transaction = KENPO_TRY(ledger.database.write());
  KENPO_TRY(put(transaction, HighCostRun{.facts_at = started,
                                         .households = done.households,
                                         .changed = done.changed}));
  KENPO_TRY(transaction.commit(permit.recorder()));
  return done;
}

}  // namespace of_computing

base::Result<HighCostDone> keep_high_cost(eligibility::Ledger& ledger,
                                          const notice::Acting& acting,
                                          const base::TellProgress& tell) {
  using namespace of_computing;
  return ledger.gate.perform<high_cost_compute>(
      acting, [&](const Compute& permit) -> Result<HighCostDone> {
        return keep(ledger, permit, tell);
      });
}

base::Result<HighCostDone> follow_high_cost(eligibility::Ledger& ledger,
                                            const notice::Acting& acting) {
  {
    const auto view = KENPO_TRY(ledger.database.read());
    if (!KENPO_TRY(last_run(view))) return HighCostDone{};
  }
  return keep_high_cost(ledger, acting);
}

base::Result<HighCostDone> recompute_high_cost(eligibility::Ledger& ledger,
                                               const notice::Acting& acting,
                                               const base::PersonId& insured, base::Month month,
                                               ComputedFor cause) {
  using namespace of_computing;
  return ledger.gate.perform<high_cost_compute>(
      acting, [&](const Compute& permit) -> Result<HighCostDone> {
        const auto keys = keys_of(permit);
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto additional = KENPO_TRY(list_additional(transaction));
        const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
        HighCostDone done;
        KENPO_TRY(Household(transaction, keys, additional, identities, cause,
                            ledger.gate.clock().now(), done)
                      .run(insured, {month}));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return done;
      });
}

}  // namespace kenpo::benefit
