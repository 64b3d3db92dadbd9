#include "remuneration/manual_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using base::Yen;
using ManualRecord = store::Record<manual_determination_table>;

ManualDetermination manual_from(const ManualRecord& record) {
  return {.id = record.get<ManualId>("manual"),
          .person = record.subject(),
          .period = record.get<eligibility::PeriodId>("period"),
          .establishment = record.get<base::EstablishmentId>("establishment"),
          .kind = record.get<ManualKind>("kind"),
          .state = record.get<ManualState>("state"),
          .from = record.get<base::Month>("from_month"),
          .monthly = record.get<Yen>("monthly"),
          .standard = record.get<Yen>("standard"),
          .grade = record.get<int>("grade"),
          .previous_standard = record.get<Yen>("previous"),
          .reason = record.get<std::string>("reason"),
          .lines = decode_basis(record.get<std::string>("basis")),
          .proposed_at = record.get<base::Moment>("proposed_at"),
          .proposed_by = record.get<std::optional<base::StaffId>>("proposed_by"),
          .decided_at = record.get<std::optional<base::Moment>>("settled_at"),
          .decided_by = record.get<std::optional<base::StaffId>>("decided_by")};
}

store::Draft<manual_determination_table> draft_of(const ManualDetermination& manual) {
  store::Draft<manual_determination_table> draft(manual.person);
  draft.set("manual", manual.id)
      .set("period", manual.period)
      .set("establishment", manual.establishment)
      .set("kind", manual.kind)
      .set("state", manual.state)
      .set("from_month", manual.from)
      .set("proposed_at", manual.proposed_at)
      .set("proposed_by", manual.proposed_by)
      .set("settled_at", manual.decided_at)
      .set("decided_by", manual.decided_by)
      .set("monthly", manual.monthly)
      .set("standard", manual.standard)
      .set("grade", manual.grade)
      .set("previous", manual.previous_standard)
      .set("reason", manual.reason)
      .set("basis", encode_basis(manual.lines));
  return draft;
}

}  // namespace

Result<> add(store::Transaction& transaction, const ManualAccess& access,
             const ManualDetermination& manual) {
  KENPO_TRY(store::insert<manual_determination_table>(transaction, access, draft_of(manual)));
  return base::Done{};
}

Result<> move_on(store::Transaction& transaction, const ManualAccess& access,
                 const ManualDetermination& manual) {
  std::optional<store::RowId> row;
  KENPO_TRY(store::each<manual_determination_table>(
      transaction, access, {"manual = $1"}, {manual.id},
      [&](const ManualRecord& record) { row = record.row(); }));
  KENPO_REQUIRE(row.has_value());
  return store::replace<manual_determination_table>(transaction, access, *row, draft_of(manual));
}

Result<std::optional<ManualDetermination>> find_manual(const store::View& view,
                                                       const ManualAccess& access,
                                                       const ManualId& id) {
  return store::find<manual_determination_table>(view, access, {"manual = $1"}, {id}, manual_from);
}

Result<std::vector<ManualDetermination>> list_manual(const store::View& view,
                                                     const ManualAccess& access, ManualState state,
                                                     std::int64_t skipped, std::int64_t count) {
  return store::list<manual_determination_table>(
      view, access, {"state = $1", "ORDER BY proposed_at DESC, row_id DESC LIMIT $2 OFFSET $3"},
      {state, count, skipped}, manual_from);
}

Result<std::int64_t> count_manual(const store::View& view, const ManualAccess& access,
                                  ManualState state) {
  return store::count<manual_determination_table>(view, access, {"state = $1"}, {state});
}

Result<std::vector<ManualDetermination>> manual_of(const store::View& view,
                                                   const ManualAccess& access,
                                                   const base::PersonId& person) {
  return store::list<manual_determination_table>(
      view, access, {"subject_id = $1", "ORDER BY proposed_at DESC, row_id DESC"}, {person},
      manual_from);
}

}  // namespace kenpo::remuneration
