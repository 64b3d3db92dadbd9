// What a clerk said of candidates for a revision that are none.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/notified_pay.h"
#include "store/seal.h"

namespace kenpo::remuneration {

/// Only added to.
inline constexpr store::Table candidate_dismissal_table{
    .name = "candidate_dismissal",
    .japanese = "随時改定の候補から外した記録",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"notified", store::Kind::id},
              {"dismissed_at", store::Kind::moment},
              {"dismissed_by", store::Kind::id, store::Presence::optional}},
    .personal = {{"reason", store::Kind::text}},
    .indexes = {{.columns = {"notified"}, .uniqueness = store::Uniqueness::one}},
    .acquired = "dismissed_at"};
using DismissalAccess = store::AccessTo<candidate_dismissal_table>;

struct Dismissal {
  base::PersonId person;
  eligibility::NotifiedPayId notified;
  base::Moment dismissed_at = {};
  std::optional<base::StaffId> dismissed_by = {};
  std::string reason = {};
};

base::Result<> add(store::Transaction& transaction, const DismissalAccess& access,
                   const Dismissal& dismissal);
base::Result<bool> is_dismissed(const store::View& view, const DismissalAccess& access,
                                const eligibility::NotifiedPayId& notified);

}  // namespace kenpo::remuneration
