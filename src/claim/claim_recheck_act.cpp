#include "claim/claim_recheck_act.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "claim/claim_check_store.h"
#include "claim/claim_store.h"
#include "claim/receipt_reading.h"
#include "claim/register_store.h"
#include "claim/standing_rule.h"

namespace kenpo::claim {

namespace {

using base::PersonId;
using base::Result;
using notice::Access;
using notice::Acting;
using notice::Category;
using notice::Gate;
using notice::Permit;
using notice::Purpose;

constexpr std::uint64_t claims_between_reports = 1024;
/// From so many claims on it is cheaper to read the ledger once than for each of them.
constexpr std::size_t claims_one_by_one = 500;

using LedgerAccess = Access<Category::eligibility>;

/// A claim of which the check says something else now, and what it said.
struct Changed {
  Claim claim;
  PersonId filed_under;
  Standing before;
};

/// Checks one claim; kept when standing, person or establishment is no longer what it was.
void check_again(const Claim& claim, std::span<const Candidate> candidates,
                 std::vector<Changed>& changed) {
  const auto found = check_standing(treatment_of(claim), candidates);
  auto checked = claim;
  checked.standing = found.standing;
  file_under(checked, found, candidates);
  if (checked.standing != claim.standing || checked.person != claim.person ||
      checked.establishment != claim.establishment) {
    changed.push_back({std::move(checked), claim.person, claim.standing});
  }
}

Result<> keep(store::Transaction& transaction, const ClaimAccess& access,
              const std::vector<Changed>& changed, CheckCause cause, base::Moment now) {
  for (const auto& each : changed) {
    KENPO_TRY(put_check(transaction, access, each.claim, each.filed_under));
    const bool moves = each.claim.person != each.filed_under;
    ClaimCheck check{.claim = each.claim.id,
                     .checked_at = now,
                     .cause = cause,
                     .before = each.before,
                     .after = each.claim.standing,
                     .moved = moves ? Moved::here : Moved::no};
    KENPO_TRY(put(transaction, access, each.claim.person, check));
    if (!moves || each.before == Standing::unknown_person) continue;
    check.moved = Moved::away;
    KENPO_TRY(put(transaction, access, each.filed_under, check));
  }
  return base::Done{};
}

Result<std::vector<Changed>> changed_in(const store::View& view, const ClaimAccess& access,
                                        const Register& ledger, base::Month claimed_in,
                                        Recheck& done, const base::TellProgress& tell) {
  std::vector<Changed> changed;
  const auto total = KENPO_TRY(count_claims(view, access, {.claimed_in = claimed_in}));
  KENPO_TRY(each_claim(view, access, claimed_in, [&](const Claim& claim) {
    check_again(claim, ledger.find(insured_key(claim.symbol, claim.number)), changed);
    ++done.claims;
    if (tell && done.claims % claims_between_reports == 0) {
      tell({static_cast<std::int64_t>(done.claims),
            total,
            {"資格点検のやり直し", "checking eligibility again"}});
    }
  }));
  done.claims = static_cast<std::uint64_t>(total);
  return changed;
}

/// The claims of those people, and those that are nobody's yet.
Result<std::vector<Claim>> claims_touched(const store::View& view, const ClaimAccess& access,
                                          const std::set<PersonId>& people) {
  std::vector<Claim> claims;
  for (const auto& person : people) {
    for (auto& claim : KENPO_TRY(claims_of(view, access, person))) {
      claims.push_back(std::move(claim));
    }
  }
  KENPO_TRY(each_claim_of_nobody(view, access,
                                 [&](const Claim& claim) { claims.push_back(claim); }));
  return claims;
}

Result<Recheck> follow(const Permit<follow_ledger_operation>& permit, Gate& gate,
                       store::Database& database) {
  const Access<Category::medical_claim> claims(
      permit.grant<Purpose::benefit_examination_and_payment>());
  const LedgerAccess ledger_access(permit.grant<Purpose::member_administration>());
  auto transaction = KENPO_TRY(database.write());
  const auto now = gate.clock().now();
  const auto last = KENPO_TRY(last_late_run(transaction));
  const auto people = KENPO_TRY(people_decided_since(transaction, ledger_access,
                                                     last ? last->ran_at : base::Moment{}, now));
  Recheck done;
  if (people.empty()) return done;
  std::vector<Changed> changed;
  const auto touched = KENPO_TRY(claims_touched(transaction, claims, people));
  std::optional<Register> ledger;
  if (touched.size() > claims_one_by_one) {
    ledger = KENPO_TRY(Register::build(transaction, ledger_access));
  }
  for (const auto& claim : touched) {
    if (ledger) {
      check_again(claim, ledger->find(insured_key(claim.symbol, claim.number)), changed);
    } else {
      const auto found = KENPO_TRY(candidates_of(transaction, ledger_access, claim, now));
      check_again(claim, found, changed);
    }
  }
  KENPO_TRY(keep(transaction, claims, changed, CheckCause::late_notice, now));
  done = {.claims = touched.size(), .changed = changed.size()};
  KENPO_TRY(put(transaction, CheckRun{.ran_at = now,
                                      .cause = CheckCause::late_notice,
                                      .claims = done.claims,
                                      .changed = done.changed}));
  KENPO_TRY(transaction.commit(permit.recorder()));
  return done;
}

}  // namespace

Result<Recheck> recheck_claims(Gate& gate, store::Database& database, const Acting& acting,
                               base::Month claimed_in, const base::TellProgress& tell) {
  return gate.perform<recheck_claims_operation>(
      acting, [&](const Permit<recheck_claims_operation>& permit) -> Result<Recheck> {
        const Access<Category::medical_claim> claims(
            permit.grant<Purpose::benefit_examination_and_payment>());
        const LedgerAccess ledger_access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(database.write());
        const auto ledger = KENPO_TRY(Register::build(transaction, ledger_access));
        Recheck done;
        const auto changed =
            KENPO_TRY(changed_in(transaction, claims, ledger, claimed_in, done, tell));
        KENPO_TRY(
            keep(transaction, claims, changed, CheckCause::month, gate.clock().now()));
        done.changed = changed.size();
        KENPO_TRY(transaction.commit(permit.recorder()));
        return done;
      });
}

Result<Recheck> follow_ledger(Gate& gate, store::Database& database, const Acting& acting) {
  return gate.perform<follow_ledger_operation>(
      acting, [&](const Permit<follow_ledger_operation>& permit) -> Result<Recheck> {
        return follow(permit, gate, database);
      });
}

}  // namespace kenpo::claim
