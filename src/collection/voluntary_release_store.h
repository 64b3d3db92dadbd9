// Released slips of voluntary members in the store: ids and days alone.
#pragma once

#include <set>

#include "base/result.h"
#include "collection/voluntary_release.h"
#include "store/seal.h"

namespace kenpo::collection {

/// What was laid before a second person.
inline constexpr store::Table slip_release_line_table{
    .name = "voluntary_slip_release_line",
    .japanese = "任意継続の納付書の承認の対象",
    .untimed = store::Untimed::part,
    .part_of = "voluntary_slip_release",
    .clear = {{"release_id", store::Kind::id},
              {"month", store::Kind::month},
              {"demand", store::Kind::id}},
    .indexes = {{.columns = {"release_id"}}, {.columns = {"month"}}}};

inline constexpr store::Table slip_release_table{
    .name = "voluntary_slip_release",
    .japanese = "任意継続の納付書の承認",
    .untimed = store::Untimed::event,
    .clear = {{"release_id", store::Kind::id},
              {"month", store::Kind::month},
              {"proposed_by", store::Kind::id},
              {"released_by", store::Kind::id},
              {"released_at", store::Kind::moment}},
    .indexes = {{.columns = {"release_id"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"month"}}}};

base::Result<> add(store::Transaction& transaction, const SlipRelease& asked);
/// What was asked; nothing when there is no such release.
base::Result<std::optional<SlipRelease>> find_slip_release(const store::View& view,
                                                           const SlipReleaseId& id);
/// Releases it: `by` is never `proposed_by`.
base::Result<> release(store::Transaction& transaction, const SlipRelease& asked,
                       const base::StaffId& proposed_by, const base::StaffId& by,
                       base::Moment now);
base::Result<bool> is_released(const store::View& view, const SlipReleaseId& id);
/// The demands of the month whose slips may go out.
base::Result<std::set<FundId>> released_in(const store::View& view, base::Month month);

}  // namespace kenpo::collection
