// Manual determinations in the store: what was entered, who proposed and who decided.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "remuneration/manual_determination.h"
#include "store/seal.h"

namespace kenpo::remuneration {

/// The state of a row moves on once; what was entered never changes.
inline constexpr store::Table manual_determination_table{
    .name = "manual_determination",
    .japanese = "標準報酬の職権決定・保険者算定",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::standing,
    .clear = {{"manual", store::Kind::id},
              {"period", store::Kind::id},
              {"establishment", store::Kind::id},
              {"kind", store::Kind::integer},
              {"state", store::Kind::integer},
              {"from_month", store::Kind::month},
              {"proposed_at", store::Kind::moment},
              {"proposed_by", store::Kind::id, store::Presence::optional},
              {"settled_at", store::Kind::moment, store::Presence::optional},
              {"decided_by", store::Kind::id, store::Presence::optional}},
    .personal = {{"monthly", store::Kind::yen},
                 {"standard", store::Kind::yen},
                 {"grade", store::Kind::integer},
                 {"previous", store::Kind::yen},
                 {"reason", store::Kind::text},
                 {"basis", store::Kind::text}},
    .indexes = {{.columns = {"manual"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"state", "proposed_at"}}},
    .acquired = "proposed_at"};
using ManualAccess = store::AccessTo<manual_determination_table>;

base::Result<> add(store::Transaction& transaction, const ManualAccess& access,
                   const ManualDetermination& manual);
/// Puts the row into its new state.
base::Result<> move_on(store::Transaction& transaction, const ManualAccess& access,
                       const ManualDetermination& manual);
base::Result<std::optional<ManualDetermination>> find_manual(const store::View& view,
                                                             const ManualAccess& access,
                                                             const ManualId& id);
/// Those of a state, the newest first: `count` after the first `skipped`.
base::Result<std::vector<ManualDetermination>> list_manual(const store::View& view,
                                                           const ManualAccess& access,
                                                           ManualState state,
                                                           std::int64_t skipped,
                                                           std::int64_t count);
base::Result<std::int64_t> count_manual(const store::View& view, const ManualAccess& access,
                                        ManualState state);
base::Result<std::vector<ManualDetermination>> manual_of(const store::View& view,
                                                         const ManualAccess& access,
                                                         const base::PersonId& person);

}  // namespace kenpo::remuneration
