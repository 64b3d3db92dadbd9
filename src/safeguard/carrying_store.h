// The carrying log in the store: a return is a row of its own, nothing is overwritten.
#pragma once

#include <vector>

#include "base/result.h"
#include "safeguard/carrying.h"
#include "safeguard/register_office.h"
#include "store/seal.h"

namespace kenpo::safeguard {

inline constexpr store::Table carrying_table{
    .name = "carrying",
    .japanese = "持ち運びの記録",
    .subject = store::Subject::staff,
    .statute = notice::Statute::physical_safeguards,
    .untimed = store::Untimed::event,
    .clear = {{"carrying", store::Kind::id},
              {"item", store::Kind::id, store::Presence::optional},
              {"reach", store::Kind::integer},
              {"protection", store::Kind::integer},
              {"out_at", store::Kind::moment},
              {"due_at", store::Kind::moment}},
    .personal = {{"contents", store::Kind::text},
                 {"from_place", store::Kind::text},
                 {"to_place", store::Kind::text}},
    .indexes = {{.columns = {"out_at"}}}};

inline constexpr store::Table carrying_return_table{
    .name = "carrying_return",
    .japanese = "持ち運びの戻り",
    .untimed = store::Untimed::event,
    .clear = {{"carrying", store::Kind::id},
              {"in_at", store::Kind::moment},
              {"received_by", store::Kind::id},
              {"ending", store::Kind::integer, store::Presence::optional}},
    .indexes = {{.columns = {"carrying"}, .uniqueness = store::Uniqueness::one}}};

/// When what is out is due: the home board counts by it, and nobody stands in it.
inline constexpr store::Table carrying_due_table{
    .name = "carrying_due",
    .japanese = "持ち運びの戻りの予定",
    .untimed = store::Untimed::standing,
    .clear = {{"carrying", store::Kind::id}, {"due_at", store::Kind::moment}},
    .indexes = {{.columns = {"due_at"}}}};

/// The newest first; a screen shows no more than this.
inline constexpr std::int64_t carryings_shown_limit = 500;

base::Result<> add(store::Transaction& transaction, const RegisterBasis& basis,
                   const Carrying& carrying);
/// Out, and past the time they were to be back.
base::Result<std::int64_t> count_overdue_carryings(const store::View& view, base::Moment now);
base::Result<> add_return(store::Transaction& transaction, const CarryingId& carrying,
                          base::Moment in_at, const base::StaffId& told_by, Ending ending);
/// The newest `carryings_shown_limit`, with their returns.
base::Result<std::vector<Carrying>> list_carryings(const store::View& view,
                                                   const RegisterBasis& basis);

}  // namespace kenpo::safeguard
