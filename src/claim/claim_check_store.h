// The history of eligibility checks, and when claims last followed the ledger.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "claim/claim_check.h"
#include "store/seal.h"

namespace kenpo::claim {

inline constexpr store::Table claim_check_table{
    .name = "claim_check",
    .japanese = "資格点検の経過",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"claim", store::Kind::id},
              {"checked_at", store::Kind::moment},
              {"cause", store::Kind::integer},
              {"before", store::Kind::integer},
              {"after", store::Kind::integer},
              {"moved", store::Kind::integer}},
    .indexes = {{.columns = {"claim"}}},
    .acquired = "checked_at"};

inline constexpr store::Table claim_check_run_table{
    .name = "claim_check_run",
    .japanese = "資格点検をやり直した時刻",
    .untimed = store::Untimed::event,
    .clear = {{"ran_at", store::Kind::moment},
              {"cause", store::Kind::integer},
              {"claims", store::Kind::integer},
              {"changed", store::Kind::integer}},
    .indexes = {{.columns = {"ran_at"}}}};

using ClaimCheckAccess = store::AccessTo<claim_check_table>;

/// Keeps the change under the person whose claim it is now, or (`away`) was before.
base::Result<> put(store::Transaction& transaction, const ClaimCheckAccess& access,
                   const base::PersonId& person, const ClaimCheck& check);
/// The changes of a claim, the first first.
base::Result<std::vector<ClaimCheck>> checks_of(const store::View& view,
                                                const ClaimCheckAccess& access,
                                                const ClaimId& claim);
/// Under whom the claim was filed before it moved, nobody's claims left out.
base::Result<std::vector<base::PersonId>> earlier_people(const store::View& view,
                                                         const ClaimCheckAccess& access,
                                                         const ClaimId& claim);

/// Calls `act(person)` for whoever a claim was filed under, was taken from or judged anew for at
/// the moment or later.
template <typename Act>
base::Result<std::size_t> each_check_since(const store::View& view, const ClaimCheckAccess& access,
                                           base::Moment since, Act&& act) {
  return store::each<claim_check_table>(
      view, access, {"checked_at >= $1"}, {since},
      [&](const store::Record<claim_check_table>& record) { act(record.subject()); });
}

base::Result<> put(store::Transaction& transaction, const CheckRun& run);
/// When the claims last followed late notifications.
base::Result<std::optional<CheckRun>> last_late_run(const store::View& view);

}  // namespace kenpo::claim
