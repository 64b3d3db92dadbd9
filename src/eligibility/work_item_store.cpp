#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

WorkItem item_from(const store::Record<work_item_table>& record) {
  return {.id = record.get<WorkItemId>("item"),
          .kind = record.get<WorkKind>("kind"),
          .state = record.get<WorkState>("state"),
          .person = record.get<std::optional<base::PersonId>>("person"),
          .establishment = record.get<std::optional<base::EstablishmentId>>("establishment"),
          .case_id = record.get<base::CaseId>("case_id"),
          .month = record.get<base::Month>("month"),
          .due = record.get<base::Date>("due"),
          .opened_at = record.get<base::Moment>("opened_at")};
}

store::Draft<work_item_table> draft_of(const WorkItem& item, base::Moment changed_at,
                                       std::optional<base::StaffId> by) {
  store::Draft<work_item_table> draft;
  draft.set("item", item.id)
      .set("kind", item.kind)
      .set("state", item.state)
      .set("person", item.person)
      .set("establishment", item.establishment)
      .set("case_id", item.case_id)
      .set("month", item.month)
      .set("due", item.due)
      .set("opened_at", item.opened_at)
      .set("changed_at", changed_at)
      .set("changed_by", by);
  return draft;
}

}  // namespace

Result<> add(store::Transaction& transaction, const WorkItem& item) {
  KENPO_TRY(store::insert<work_item_table>(transaction, store::no_personal_data,
                                           draft_of(item, item.opened_at, std::nullopt)));
  return base::Done{};
}

Result<bool> set_state(store::Transaction& transaction, const WorkItemId& id, WorkState state,
                       base::Moment now, std::optional<base::StaffId> by) {
  std::optional<std::pair<store::RowId, WorkItem>> found;
  KENPO_TRY(store::each<work_item_table>(transaction, store::no_personal_data, {"item = $1"}, {id},
                                         [&](const store::Record<work_item_table>& record) {
                                           found = {record.row(), item_from(record)};
                                         }));
  if (!found) return false;
  found->second.state = state;
  KENPO_TRY(store::replace<work_item_table>(transaction, store::no_personal_data, found->first,
                                            draft_of(found->second, now, by)));
  return true;
}

Result<std::optional<WorkItem>> find_work_item(const store::View& view, const WorkItemId& id) {
  return store::find<work_item_table>(view, store::no_personal_data, {"item = $1"}, {id},
                                      item_from);
}

Result<std::vector<WorkItem>> open_work_items(const store::View& view) {
  return store::list<work_item_table>(view, store::no_personal_data,
                                      {"state < $1", "ORDER BY due, row_id LIMIT $2"},
                                      {WorkState::finished, work_items_shown_limit}, item_from);
}

Result<std::int64_t> count_open_work_items(const store::View& view) {
  return store::count<work_item_table>(view, store::no_personal_data, {"state < $1"},
                                       {WorkState::finished});
}

Result<bool> has_open_item(const store::View& view, const base::PersonId& person, WorkKind kind,
                           base::Month month) {
  return KENPO_TRY(store::count<work_item_table>(
             view, store::no_personal_data,
             {"person = $1 AND kind = $2 AND month = $3 AND state < $4"},
             {person, kind, month, WorkState::finished})) > 0;
}

}  // namespace kenpo::eligibility
