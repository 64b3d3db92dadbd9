// Payment pledges in the store: ids, days and amounts only. Whose they are stands in the sealed
// tables of people; an establishment is nobody's.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "collection/pledge.h"
#include "store/seal.h"

namespace kenpo::collection {

inline constexpr store::Table payment_pledge_table{
    .name = "payment_pledge",
    .japanese = "納付誓約",
    .untimed = store::Untimed::event,
    .clear = {{"pledge", store::Kind::id},
              {"payer", store::Kind::id},
              {"pledged_on", store::Kind::date},
              {"made_by", store::Kind::id, store::Presence::optional},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"pledge"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"payer"}}}};

inline constexpr store::Table pledged_debt_table{
    .name = "pledged_debt",
    .japanese = "納付誓約の対象の請求",
    .untimed = store::Untimed::part,
    .part_of = "payment_pledge",
    .clear = {{"pledge", store::Kind::id},
              {"debt_kind", store::Kind::integer},
              {"payer", store::Kind::id},
              {"month", store::Kind::month},
              {"rest", store::Kind::yen}},
    .indexes = {{.columns = {"pledge"}}}};

inline constexpr store::Table pledge_instalment_table{
    .name = "pledge_instalment",
    .japanese = "納付誓約の分割の計画",
    .untimed = store::Untimed::part,
    .part_of = "payment_pledge",
    .clear = {{"pledge", store::Kind::id},
              {"due", store::Kind::date},
              {"amount", store::Kind::yen}},
    .indexes = {{.columns = {"pledge"}}}};

inline constexpr store::Table pledge_step_table{
    .name = "pledge_step",
    .japanese = "納付誓約の経過",
    .untimed = store::Untimed::event,
    .clear = {{"pledge", store::Kind::id},
              {"step", store::Kind::integer},
              {"on_day", store::Kind::date},
              {"made_by", store::Kind::id, store::Presence::optional},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"pledge"}}}};

base::Result<> add(store::Transaction& transaction, const Pledge& pledge);
base::Result<> add(store::Transaction& transaction, const PledgeStep& step);
base::Result<std::optional<Pledge>> find_pledge(const store::View& view, const PledgeId& id);
/// The newest first.
base::Result<std::vector<Pledge>> pledges_of_payer(const store::View& view, const PayerId& payer);
/// All that are neither withdrawn nor cancelled, the oldest first.
base::Result<std::vector<Pledge>> standing_pledges(const store::View& view);

}  // namespace kenpo::collection
