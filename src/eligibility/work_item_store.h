// Work items in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/work_item.h"
#include "store/seal.h"

namespace kenpo::eligibility {

/// The person stands in it as a random id only; who it is, is read from the sealed tables.
inline constexpr store::Table work_item_table{
    .name = "work_item",
    .japanese = "事務処理の一覧",
    .clear = {{"item", store::Kind::id},
              {"kind", store::Kind::integer},
              {"state", store::Kind::integer},
              {"person", store::Kind::id, store::Presence::optional},
              {"establishment", store::Kind::id, store::Presence::optional},
              {"case_id", store::Kind::id},
              {"month", store::Kind::month},
              {"due", store::Kind::date},
              {"opened_at", store::Kind::moment},
              {"changed_at", store::Kind::moment},
              {"changed_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"item"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"state", "due"}},
                {.columns = {"person"}}}};

/// The longest list that a board shows; the count says how many there are.
inline constexpr int work_items_shown_limit = 500;

base::Result<> add(store::Transaction& transaction, const WorkItem& item);

/// Changes the state. False when there is no such item.
base::Result<bool> set_state(store::Transaction& transaction, const WorkItemId& id,
                             WorkState state, base::Moment now,
                             std::optional<base::StaffId> by);

base::Result<std::optional<WorkItem>> find_work_item(const store::View& view,
                                                     const WorkItemId& id);

/// Items that are not finished, the earliest due first; at most `work_items_shown_limit`.
base::Result<std::vector<WorkItem>> open_work_items(const store::View& view);
base::Result<std::int64_t> count_open_work_items(const store::View& view);
/// Whether the person has an item of the kind that is not finished for the month.
base::Result<bool> has_open_item(const store::View& view, const base::PersonId& person,
                                 WorkKind kind, base::Month month);

}  // namespace kenpo::eligibility
