// Looking through the claims of the federation's year.
#include <unordered_map>

#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "eligibility/person_merge_store.h"
#include "federation/grant_act.h"
#include "federation/grant_store.h"
#include "store/under.h"

namespace kenpo::federation {

namespace {

using base::Result;
using claim::Claim;
using notice::Permit;
using notice::Purpose;

using PersonAndMonth = std::pair<base::PersonId, base::Month>;

class Scan {
 public:
  Scan(store::Transaction& transaction, const GrantAccess& access, GrantYear year,
       base::Moment now)
      : transaction_(transaction), access_(access), year_(year), now_(now) {}

  Result<GrantScanReport> run(const base::TellProgress& tell) {
    const auto entered = KENPO_TRY(entered_standard(transaction_, year_));
    const auto standard = KENPO_TRY(standard_of(year_, entered));
    KENPO_TRY(read_claims(tell));
    auto standing = KENPO_TRY(standing_cases());
    for (const auto& month : joining_.above(standard)) {
      const auto threshold = threshold_of(standard, month.kind);
      const auto known = standing.find({month.person, month.treated_in});
      if (known == standing.end()) {
        Grant grant;
        grant.now = month;
        grant.threshold = threshold;
        KENPO_TRY(put(transaction_, access_, grant, now_));
        ++report_.added;
        continue;
      }
      KENPO_TRY(bring_up(known->second, month, threshold));
      standing.erase(known);
    }
    for (auto& [key, grant] : standing) KENPO_TRY(below(grant));
    KENPO_TRY(put(transaction_, GrantScan{.year = year_,
                                          .scanned_at = now_,
                                          .claims = report_.claims,
                                          .candidates = report_.added}));
    return report_;
  }

 private:
  /// Claims come for years after the treatment: every month of claiming from the first on.
  Result<> read_claims(const base::TellProgress& tell) {
    const auto months = KENPO_TRY(claim::claimed_months(transaction_));
    std::vector<Claim> within;
    for (std::size_t at = 0; at < months.size(); ++at) {
      if (tell) {
        tell({.done = static_cast<std::int64_t>(at),
              .total = static_cast<std::int64_t>(months.size()),
              .what = {"高額医療交付金の対象", "high-cost grant"}});
      }
      if (months[at] < year_.first()) continue;
      KENPO_TRY(claim::each_claim(transaction_, access_, months[at], [&](const Claim& claim) {
        const bool in_year =
            claim.treated_in >= year_.first() && claim.treated_in <= year_.last();
        // What the eligibility check sends back is not the society's cost.
        if (in_year && claim.standing == claim::Standing::valid) within.push_back(claim);
      }));
      for (const auto& claim : within) {
        const auto person = KENPO_TRY(kept(claim.person));
        joining_.add(person, claim);
        ++report_.claims;
      }
      within.clear();
    }
    return base::Done{};
  }

  Result<base::PersonId> kept(const base::PersonId& person) {
    const auto known = kept_.find(person);
    if (known != kept_.end()) return known->second;
    const auto found = KENPO_TRY(eligibility::kept_person(transaction_, person, now_));
    kept_.emplace(person, found);
    return found;
  }

  Result<std::map<PersonAndMonth, Grant>> standing_cases() {
    std::map<PersonAndMonth, Grant> standing;
    for (auto& grant : KENPO_TRY(grants_of(transaction_, access_, year_))) {
      const auto person = KENPO_TRY(kept(grant.now.person));
      const PersonAndMonth key{person, grant.now.treated_in};
      // A second case of one person's month stays beside the first: it is found as doubled.
      standing.try_emplace(key, std::move(grant));
    }
    return standing;
  }

  Result<> bring_up(Grant& grant, const PersonMonth& month, base::Yen threshold) {
    const bool open = grant.state == GrantState::candidate;
    const bool same = grant.now.cost == month.cost && grant.now.receipts == month.receipts &&
                      grant.now.kind == month.kind && (!open || grant.threshold == threshold);
    if (same) return base::Done{};
    const auto person = grant.now.person;  // a row belongs to the person's key
    grant.now = month;
    grant.now.person = person;
    if (open) grant.threshold = threshold;
    ++report_.changed;
    return change(transaction_, access_, grant, now_);
  }

  /// A candidate below its threshold is none; an application stays, with what it is now.
  Result<> below(Grant& grant) {
    if (grant.state == GrantState::candidate) {
      ++report_.dropped;
      return drop(transaction_, access_, grant.id, now_);
    }
    const auto person = KENPO_TRY(kept(grant.now.person));
    const auto now = joining_.find(person, grant.now.treated_in);
    const auto cost = now ? now->cost : base::Yen();
    if (grant.now.cost == cost) return base::Done{};
    grant.now.cost = cost;
    ++report_.changed;
    return change(transaction_, access_, grant, now_);
  }

  store::Transaction& transaction_;
  const GrantAccess& access_;
  GrantYear year_;
  base::Moment now_;
  Joining joining_;
  std::unordered_map<base::PersonId, base::PersonId> kept_;
  GrantScanReport report_;
};

}  // namespace

Result<GrantScanReport> scan_grants(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    GrantYear year, const base::TellProgress& tell) {
  return store::write_under<grant_scan>(
      ledger, acting,
      [&](const Permit<grant_scan>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<GrantScanReport> {
        const GrantAccess access(permit.grant<Purpose::high_cost_grant_application>());
        return Scan(transaction, access, year, now).run(tell);
      });
}

}  // namespace kenpo::federation
