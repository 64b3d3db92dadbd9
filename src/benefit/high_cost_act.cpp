#include "benefit/high_cost_act.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "benefit/award_rule.h"
#include "benefit/high_cost_store.h"
#include "benefit/household_act.h"
#include "certificate/certificate_store.h"
#include "claim/claim_check_store.h"
#include "claim/claim_intake_store.h"
#include "claim/register_store.h"
#include "eligibility/dependent_link_store.h"
#include "law/book.h"
#include "remuneration/remuneration_store.h"
#include "review/request_store.h"

namespace kenpo::benefit {

namespace of_computing {

using base::Month;
using base::PersonId;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Permit;

using Compute = Permit<high_cost_compute>;
/// Households with the months that are to be computed, in their order.
using Dirty = std::set<std::pair<PersonId, Month>>;

struct Keys {
  BenefitAccess facts;
  ResultAccess results;
  AwardAccess awards;
};

Keys keys_of(const Compute& permit) {
  const auto benefits = permit.grant<notice::Purpose::benefit_examination_and_payment>();
  return {.facts = {.member = eligibility::MemberAccess(
                        permit.grant<notice::Purpose::member_administration>()),
                    .claim = claim::ClaimAccess(benefits)},
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
  Household(store::Transaction& transaction, const Keys& keys,
            const std::vector<AdditionalTermsRow>& additional, ComputedFor cause,
            base::Moment now, HighCostDone& done)
      : transaction_(transaction),
        keys_(keys),
        additional_(additional),
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
    std::vector<Month> counted;
    for (const auto& [earlier, result] : standing_) {
      if (earlier < month && result.benefit.counts_as_frequent) counted.push_back(earlier);
    }
    auto computed = compute_household(
        transaction_, keys_.facts,
        {.insured = insured,
         .month = month,
         .additional = additional_,
         .counted = counted,
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
    return keep(*computed ? std::move(**computed) : nothing_left(before->second));
  }

  /// The claims have gone, or whoever they were of was never insured.
  ComputedHousehold nothing_left(const HighCostResult& before) const {
    ComputedHousehold none{{.insured = before.insured,
                            .establishment = before.establishment,
                            .month = before.month,
                            .of = before.of,
                            .cause = cause_,
                            .computed_at = now_},
                           {}};
    none.basis.push_back({"計算の対象になるレセプトがなくなりました", {}});
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
    std::vector<Award> awards;
    for (auto& award : KENPO_TRY(awards_of(transaction_, keys_.awards, result.insured))) {
      if (award.month == result.month) awards.push_back(std::move(award));
    }
    const auto wanted = next_award(amounts_of(result.benefit), awards);
    for (const auto at : wanted.replaced) {
      KENPO_TRY(put(transaction_, keys_.awards, awards[at],
                    AwardEvent{.step = AwardStep::replaced, .on = now_.day(), .at = now_}));
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

  store::Transaction& transaction_;
  const Keys& keys_;
  const std::vector<AdditionalTermsRow>& additional_;
  ComputedFor cause_;
  base::Moment now_;
  HighCostDone& done_;
  std::map<Month, HighCostResult> standing_ = {};
};

/// What of the claims of a month of claiming may lead to a benefit.
class Candidates {
 public:
  void add(const claim::Claim& claim) {
    const auto cost = claim::yen_of(claim, claim.decided_points);
    const auto born = claim.born;
    const bool elderly =
        born && base::age_on(*born, claim.treated_in.last_day()) >= elderly_age_years;
    if (cost < candidate_cost_yen && !elderly) {
      // Several smaller claims of one institution are one unit.
      auto& sum = sums_[{claim.person, claim.treated_in}];
      sum.cost += cost;
      sum.as = claim.patient;
      return;
    }
    sums_[{claim.person, claim.treated_in}] = {candidate_cost_yen, claim.patient};
  }
  Result<> into(const store::View& view, const BenefitAccess& access, base::Moment now,
                Dirty& dirty) const {
    for (const auto& [key, sum] : sums_) {
      if (sum.cost < candidate_cost_yen) continue;
      const auto insured =
          KENPO_TRY(household_of(view, access, {key.first, key.second, sum.as}, now));
      if (insured) dirty.emplace(*insured, key.second);
    }
    return base::Done{};
  }

 private:
  struct Sum {
    std::int64_t cost = 0;
    claim::Patient as = claim::Patient::unknown;
  };
  std::map<std::pair<PersonId, Month>, Sum> sums_;
};

/// Everybody about whom something changed that the calculation looks at.
Result<std::set<PersonId>> changed_people(const store::View& view, const Keys& keys,
                                          base::Moment since, base::Moment now) {
  const auto& member = keys.facts.member;
  auto people = KENPO_TRY(claim::people_decided_since(view, member, since, now));
  const auto note = [&](const PersonId& person) { people.insert(person); };
  KENPO_TRY(remuneration::each_remuneration_change(
      view, member, since, [&](const PersonId& person, base::Date) { note(person); }));
  KENPO_TRY(certificate::each_certificate_change(view, member, since, note));
  KENPO_TRY(claim::each_check_since(view, keys.facts.claim, since, note));
  KENPO_TRY(review::each_result_since(view, keys.facts.claim, since, note));
  return people;
}

/// The households of somebody who changed, with every month in which they had care or a result.
Result<> add_households(const store::View& view, const Keys& keys, const PersonId& person,
                        base::Moment now, Dirty& dirty) {
  std::set<PersonId> insured = {person};
  for (const auto& link :
       KENPO_TRY(eligibility::links_of(view, keys.facts.member, person, now))) {
    insured.insert(link.insured);
  }
  Candidates candidates;
  for (const auto& claim : KENPO_TRY(claim::claims_of(view, keys.facts.claim, person))) {
    candidates.add(claim);
  }
  KENPO_TRY(candidates.into(view, keys.facts, now, dirty));
  for (const auto& each : insured) {
    for (const auto& result : KENPO_TRY(results_of(view, keys.results, each))) {
      dirty.emplace(each, result.month);
    }
  }
  return base::Done{};
}

/// Rules that were decided anew touch every month from theirs on, with or without a result.
Result<> add_months_from(const store::View& view, const Keys& keys, Month from, base::Moment now,
                         Dirty& dirty) {
  for (const auto month : KENPO_TRY(claim::claimed_months_since(view, base::Moment{}))) {
    if (month < from) continue;
    Candidates candidates;
    KENPO_TRY(claim::each_claim(view, keys.facts.claim, month, [&](const claim::Claim& claim) {
      if (claim.treated_in >= from) candidates.add(claim);
    }));
    KENPO_TRY(candidates.into(view, keys.facts, now, dirty));
  }
  return base::Done{};
}

/// What has come or changed since the last run; nothing at all: nothing to do.
Result<Dirty> dirty_since(const store::View& view, const Keys& keys,
                          const std::optional<HighCostRun>& last,
                          const std::vector<AdditionalTermsRow>& additional, base::Moment now) {
  Dirty dirty;
  const auto since = last ? last->facts_at : base::Moment{};
  for (const auto month : KENPO_TRY(claim::claimed_months_since(view, since))) {
    Candidates candidates;
    KENPO_TRY(claim::each_claim(view, keys.facts.claim, month,
                                [&](const claim::Claim& claim) { candidates.add(claim); }));
    KENPO_TRY(candidates.into(view, keys.facts, now, dirty));
  }
  if (!last) return dirty;
  for (const auto& person : KENPO_TRY(changed_people(view, keys, since, now))) {
    KENPO_TRY(add_households(view, keys, person, now, dirty));
  }
  std::optional<Month> rules_from;
  for (const auto& row : additional) {
    if (row.decided_at < since) continue;
    rules_from = rules_from ? std::min(*rules_from, row.from) : row.from;
  }
  if (rules_from) KENPO_TRY(add_months_from(view, keys, *rules_from, now, dirty));
  return dirty;
}

/// Works off households until the chunk is full; `at` moves on.
Result<> compute_chunk(Ledger& ledger, const Compute& permit, const Keys& keys,
                       const std::vector<AdditionalTermsRow>& additional, ComputedFor cause,
                       const Dirty& dirty, Dirty::const_iterator& at, HighCostDone& done) {
  auto transaction = KENPO_TRY(ledger.database.write());
  Household household(transaction, keys, additional, cause, ledger.gate.clock().now(), done);
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
  Dirty dirty;
  std::vector<AdditionalTermsRow> additional;
  auto cause = ComputedFor::month;
  {
    const auto view = KENPO_TRY(ledger.database.read());
    const auto last = KENPO_TRY(last_run(view));
    additional = KENPO_TRY(list_additional(view));
    dirty = KENPO_TRY(dirty_since(view, keys, last, additional, started));
    if (last) cause = ComputedFor::change;
  }
  HighCostDone done;
  if (dirty.empty()) return done;
  const auto total = static_cast<std::int64_t>(dirty.size());
  for (auto at = dirty.cbegin(); at != dirty.cend();) {
    KENPO_TRY(compute_chunk(ledger, permit, keys, additional, cause, dirty, at, done));
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
                                               const base::PersonId& insured, base::Month month) {
  using namespace of_computing;
  return ledger.gate.perform<high_cost_compute>(
      acting, [&](const Compute& permit) -> Result<HighCostDone> {
        const auto keys = keys_of(permit);
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto additional = KENPO_TRY(list_additional(transaction));
        HighCostDone done;
        KENPO_TRY(Household(transaction, keys, additional, ComputedFor::asked,
                            ledger.gate.clock().now(), done)
                      .run(insured, {month}));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return done;
      });
}

}  // namespace kenpo::benefit
