// Decisions on which bonuses are pay, in the store. No personal data.
#pragma once

#include <utility>
#include <vector>

#include "base/result.h"
#include "eligibility/notified_pay_store.h"
#include "remuneration/bonus_pay.h"
#include "store/seal.h"

namespace kenpo::remuneration {

/// Only added to.
inline constexpr store::Table bonus_pay_table{
    .name = "bonus_pay",
    .japanese = "賞与に係る報酬の決定",
    .untimed = store::Untimed::event,
    .clear = {{"establishment", store::Kind::id},
              {"year", store::Kind::integer},
              {"months", store::Kind::integer},
              {"reason", store::Kind::text},
              {"decided_on", store::Kind::moment},
              {"decided_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"year"}}}};

base::Result<> add(store::Transaction& transaction, const BonusPayDecision& decision);
/// In the order in which they were made: some hundred a year at most.
base::Result<std::vector<BonusPayDecision>> bonus_pay_decisions(const store::View& view);

/// Notifications of the form and state that tell of a day from `from` to `to`, of an establishment.
base::Result<std::vector<eligibility::NotifiedPayId>> notified_between(
    const store::View& view, const eligibility::NotifiedPayAccess& access,
    eligibility::PayForm form, eligibility::PayState state,
    const base::EstablishmentId& establishment, base::Date from, base::Date to);
/// On how many different days each establishment paid bonuses from `from` to `to`.
base::Result<std::vector<std::pair<base::EstablishmentId, int>>> bonus_days_between(
    const store::View& view, const eligibility::NotifiedPayAccess& access, base::Date from,
    base::Date to);

}  // namespace kenpo::remuneration
