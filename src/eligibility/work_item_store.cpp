#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using MoveId = base::Id<struct WorkMoveKind>;

constexpr int any = 0;  // no kind and no state has this number

store::Draft<work_item_table> draft_of(const WorkItem& item, base::Moment changed_at,
                                       std::optional<base::StaffId> by) {
  store::Draft<work_item_table> draft;
  draft.set("item", item.id)
      .set("kind", item.kind)
      .set("state", item.state)
      .set("person", item.person)
      .set("other_person", item.other_person)
      .set("establishment", item.establishment)
      .set("case_id", item.case_id)
      .set("month", item.month)
      .set("due", item.due)
      .set("opened_at", item.opened_at)
      .set("changed_at", changed_at)
      .set("changed_by", by);
  return draft;
}

/// The step and the item's new state, without a note.
Result<MoveId> step(store::Transaction& transaction, const WorkItem& item, const WorkMove& move) {
  const auto row = KENPO_TRY(store::find<work_item_table>(
      transaction, store::no_personal_data, {"item = $1"}, {item.id},
      [](const store::Record<work_item_table>& record) { return record.row(); }));
  KENPO_REQUIRE(row.has_value());
  auto moved = item;
  moved.state = move.to;
  KENPO_TRY(store::replace<work_item_table>(transaction, store::no_personal_data, *row,
                                            draft_of(moved, move.moved_at, move.moved_by)));
  const auto id = MoveId::draw();
  store::Draft<work_move_table> draft;
  draft.set("move", id)
      .set("item", item.id)
      .set("from_state", move.from)
      .set("to_state", move.to)
      .set("moved_at", move.moved_at)
      .set("moved_by", move.moved_by)
      .set("settled_by", move.settled_by);
  KENPO_TRY(store::insert<work_move_table>(transaction, store::no_personal_data, draft));
  return id;
}

struct Step {
  MoveId id;
  WorkMove move;
};

Result<std::vector<Step>> numbered_steps(const store::View& view, const WorkItemId& id) {
  return store::list<work_move_table>(
      view, store::no_personal_data, {"item = $1", "ORDER BY row_id"}, {id},
      [](const store::Record<work_move_table>& record) {
        return Step{record.get<MoveId>("move"),
                    {.item = record.get<WorkItemId>("item"),
                     .from = record.get<WorkState>("from_state"),
                     .to = record.get<WorkState>("to_state"),
                     .moved_at = record.get<base::Moment>("moved_at"),
                     .moved_by = record.get<std::optional<base::StaffId>>("moved_by"),
                     .settled_by = record.get<std::string>("settled_by")}};
      });
}

}  // namespace

WorkItem item_from(const store::Record<work_item_table>& record) {
  return {.id = record.get<WorkItemId>("item"),
          .kind = record.get<WorkKind>("kind"),
          .state = record.get<WorkState>("state"),
          .person = record.get<std::optional<base::PersonId>>("person"),
          .other_person = record.get<std::optional<base::PersonId>>("other_person"),
          .establishment = record.get<std::optional<base::EstablishmentId>>("establishment"),
          .case_id = record.get<base::CaseId>("case_id"),
          .month = record.get<base::Month>("month"),
          .due = record.get<base::Date>("due"),
          .opened_at = record.get<base::Moment>("opened_at")};
}

Result<> add(store::Transaction& transaction, const WorkItem& item) {
  KENPO_TRY(store::insert<work_item_table>(transaction, store::no_personal_data,
                                           draft_of(item, item.opened_at, std::nullopt)));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const NoteAccess& access, const WorkItem& item,
             const WorkMove& move) {
  const auto id = KENPO_TRY(step(transaction, item, move));
  if (move.note.empty()) return base::Done{};
  KENPO_REQUIRE(item.person.has_value());
  store::Draft<work_note_table> draft(*item.person);
  draft.set("move", id).set("note", move.note);
  KENPO_TRY(store::insert<work_note_table>(transaction, access, draft));
  return base::Done{};
}

Result<int> settle(store::Transaction& transaction, const base::PersonId& person, WorkKind kind,
                   base::Moment now, std::string_view act) {
  const auto items = KENPO_TRY(store::list<work_item_table>(
      transaction, store::no_personal_data, {"person = $1 AND kind = $2 AND state < $3"},
      {person, kind, WorkState::finished}, item_from));
  for (const auto& item : items) {
    KENPO_TRY(step(transaction, item,
                   {.item = item.id,
                    .from = item.state,
                    .to = WorkState::finished,
                    .moved_at = now,
                    .settled_by = std::string(act)}));
  }
  return static_cast<int>(items.size());
}

Result<std::optional<WorkItem>> find_work_item(const store::View& view, const WorkItemId& id) {
  return store::find<work_item_table>(view, store::no_personal_data, {"item = $1"}, {id},
                                      item_from);
}

Result<std::vector<WorkMove>> steps_of(const store::View& view, const WorkItemId& id) {
  std::vector<WorkMove> moves;
  for (auto& each : KENPO_TRY(numbered_steps(view, id))) moves.push_back(std::move(each.move));
  return moves;
}

Result<std::vector<WorkMove>> moves_of(const store::View& view, const NoteAccess& access,
                                       const WorkItemId& id) {
  std::vector<WorkMove> moves;
  for (auto& each : KENPO_TRY(numbered_steps(view, id))) {
    const auto note = KENPO_TRY(store::find<work_note_table>(
        view, access, {"move = $1"}, {each.id},
        [](const store::Record<work_note_table>& record) {
          return record.get<std::string>("note");
        }));
    each.move.note = note.value_or(std::string());
    moves.push_back(std::move(each.move));
  }
  return moves;
}

Result<std::vector<WorkItem>> list_work_items(const store::View& view, const WorkFilter& filter) {
  const auto due = filter.due_until.value_or(store::no_end);
  const auto kind = filter.kind ? static_cast<int>(*filter.kind) : any;
  if (filter.case_id) {
    return store::list<work_item_table>(view, store::no_personal_data,
                                        {"case_id = $1", "ORDER BY due, row_id LIMIT $2"},
                                        {*filter.case_id, work_items_listed_limit}, item_from);
  }
  if (filter.state) {
    return store::list<work_item_table>(
        view, store::no_personal_data,
        {"state = $1 AND due <= $2 AND (kind = $3 OR $3 = 0)", "ORDER BY due, row_id LIMIT $4"},
        {*filter.state, due, kind, work_items_listed_limit}, item_from);
  }
  return store::list<work_item_table>(
      view, store::no_personal_data,
      {"state < $1 AND due <= $2 AND (kind = $3 OR $3 = 0)", "ORDER BY due, row_id LIMIT $4"},
      {WorkState::finished, due, kind, work_items_listed_limit}, item_from);
}

Result<std::vector<WorkItem>> open_work_items(const store::View& view) {
  return list_work_items(view, {});
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

Result<bool> had_item(const store::View& view, const base::PersonId& person, WorkKind kind,
                      base::Month month) {
  return KENPO_TRY(store::count<work_item_table>(view, store::no_personal_data,
                                                 {"person = $1 AND kind = $2 AND month = $3"},
                                                 {person, kind, month})) > 0;
}

Result<bool> has_pair(const store::View& view, const base::PersonId& one,
                      const base::PersonId& other) {
  return KENPO_TRY(store::count<work_item_table>(
             view, store::no_personal_data,
             {"(person = $1 AND other_person = $2) OR (person = $2 AND other_person = $1)"},
             {one, other})) > 0;
}

}  // namespace kenpo::eligibility
