// Work items in the store, with every step that they took.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "eligibility/work_item.h"
#include "store/seal.h"

namespace kenpo::eligibility {

/// The people stand in it as random ids only; who they are, is read from the sealed tables. `state`
/// is where the last step led; the steps themselves are in `work_move`.
inline constexpr store::Table work_item_table{
    .name = "work_item",
    .japanese = "事務処理の一覧",
    .untimed = store::Untimed::standing,
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
              {"changed_by", store::Kind::id, store::Presence::optional},
              {"other_person", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"item"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"state", "due"}},
                {.columns = {"person"}}}};

/// Every step of every item: who, when, from where to where. Only added to.
inline constexpr store::Table work_move_table{
    .name = "work_move",
    .japanese = "事務処理の経過",
    .untimed = store::Untimed::event,
    .clear = {{"move", store::Kind::id},
              {"item", store::Kind::id},
              {"from_state", store::Kind::integer},
              {"to_state", store::Kind::integer},
              {"moved_at", store::Kind::moment},
              {"moved_by", store::Kind::id, store::Presence::optional},
              {"settled_by", store::Kind::text}},
    .indexes = {{.columns = {"item"}}}};

/// What the clerk wrote at a step: it may tell about the person, so it is the person's.
inline constexpr store::Table work_note_table{
    .name = "work_note",
    .japanese = "事務処理のメモ",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::part,
    .part_of = "work_move",
    .clear = {{"move", store::Kind::id}},
    .personal = {{"note", store::Kind::text}},
    .indexes = {{.columns = {"move"}}}};
using NoteAccess = store::AccessTo<work_note_table>;

/// The longest list that the page of items is cut from; more is worked off by kind or by day.
inline constexpr std::int64_t work_items_listed_limit = 5'000;

base::Result<> add(store::Transaction& transaction, const WorkItem& item);

/// Adds the step and puts the item into its new state. A note takes an item with a person.
base::Result<> add(store::Transaction& transaction, const NoteAccess& access, const WorkItem& item,
                   const WorkMove& move);

/// Finishes the open items of a kind about a person, because `act` (the Japanese name of an
/// operation) has settled them. Hands back how many.
base::Result<int> settle(store::Transaction& transaction, const base::PersonId& person,
                         WorkKind kind, base::Moment now, std::string_view act);

base::Result<std::optional<WorkItem>> find_work_item(const store::View& view,
                                                     const WorkItemId& id);
/// The steps of an item, the oldest first, with their notes.
base::Result<std::vector<WorkMove>> moves_of(const store::View& view, const NoteAccess& access,
                                             const WorkItemId& id);
/// The same without the notes: who stepped where.
base::Result<std::vector<WorkMove>> steps_of(const store::View& view, const WorkItemId& id);

/// Which items to list; what is not set counts for all.
struct WorkFilter {
  std::optional<WorkKind> kind = {};
  std::optional<WorkState> state = {};  // none: all that are not finished
  std::optional<base::Date> due_until = {};
  std::optional<base::CaseId> case_id = {};
};
/// The earliest due first; at most `work_items_listed_limit`.
base::Result<std::vector<WorkItem>> list_work_items(const store::View& view,
                                                    const WorkFilter& filter);

/// Those that are not finished.
base::Result<std::vector<WorkItem>> open_work_items(const store::View& view);
base::Result<std::int64_t> count_open_work_items(const store::View& view);

/// Calls `act(const WorkItem&)` for every item that is not finished, the earliest due first.
template <typename Act>
base::Result<std::size_t> each_open_work_item(const store::View& view, Act&& act);

/// Whether the person has an item of the kind that is not finished for the month.
base::Result<bool> has_open_item(const store::View& view, const base::PersonId& person,
                                 WorkKind kind, base::Month month);
/// The same, finished or not: what is found again every month is asked once.
base::Result<bool> had_item(const store::View& view, const base::PersonId& person, WorkKind kind,
                            base::Month month);
/// Whether two people were ever put side by side, finished or not.
base::Result<bool> has_pair(const store::View& view, const base::PersonId& one,
                            const base::PersonId& other);

/// For each_open_work_item only.
WorkItem item_from(const store::Record<work_item_table>& record);

template <typename Act>
base::Result<std::size_t> each_open_work_item(const store::View& view, Act&& act) {
  return store::each<work_item_table>(
      view, store::no_personal_data, {"state < $1", "ORDER BY due, row_id"},
      {WorkState::finished},
      [&](const store::Record<work_item_table>& record) { act(item_from(record)); });
}

}  // namespace kenpo::eligibility
