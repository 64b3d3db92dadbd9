#include "recourse/lapse_store.h"

namespace kenpo::recourse {

namespace {

using base::Result;
using store::Record;

store::Draft<lapse_case_table> draft_of(const LapseCase& lapse) {
  store::Draft<lapse_case_table> draft(lapse.person);
  draft.set("lapse", lapse.id)
      .set("claim", lapse.claim)
      .set("establishment", lapse.establishment)
      .set("claimed_in", lapse.claimed_in)
      .set("standing", lapse.standing)
      .set("state", lapse.state)
      .set("amount", lapse.amount)
      .set("opened_at", lapse.opened_at);
  return draft;
}

LapseCase lapse_from(const Record<lapse_case_table>& record) {
  LapseCase lapse;
  lapse.id = record.get<LapseId>("lapse");
  lapse.person = record.subject();
  lapse.claim = record.get<claim::ClaimId>("claim");
  lapse.establishment = record.get<std::optional<base::EstablishmentId>>("establishment");
  lapse.claimed_in = record.get<base::Month>("claimed_in");
  lapse.standing = record.get<claim::Standing>("standing");
  lapse.state = record.get<LapseState>("state");
  lapse.amount = record.get<base::Yen>("amount");
  lapse.opened_at = record.get<base::Moment>("opened_at");
  return lapse;
}

LapseStep step_from(const Record<lapse_step_table>& record) {
  LapseStep step;
  step.kind = record.get<LapseStepKind>("kind");
  step.on = record.get<base::Date>("on_day");
  step.by = record.get<std::optional<base::StaffId>>("entered_by");
  step.at = record.get<base::Moment>("entered_at");
  step.words = record.get<std::string>("words");
  return step;
}

}  // namespace

Result<> add(store::Transaction& transaction, const LapseAccess& access, const LapseCase& lapse) {
  KENPO_TRY(store::insert<lapse_case_table>(transaction, access, draft_of(lapse)));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const LapseAccess& access, const LapseCase& lapse,
             const LapseStep& step) {
  store::Draft<lapse_step_table> draft(lapse.person);
  draft.set("lapse", lapse.id)
      .set("kind", step.kind)
      .set("on_day", step.on)
      .set("entered_by", step.by)
      .set("entered_at", step.at)
      .set("words", step.words);
  KENPO_TRY(store::insert<lapse_step_table>(transaction, access, draft));
  const auto row = KENPO_TRY(store::find<lapse_case_table>(
      transaction, access, {"lapse = $1"}, {lapse.id},
      [](const Record<lapse_case_table>& record) { return record.row(); }));
  KENPO_REQUIRE(row.has_value());
  return store::replace<lapse_case_table>(transaction, access, *row, draft_of(lapse));
}

Result<std::optional<LapseCase>> find_lapse(const store::View& view, const LapseAccess& access,
                                            const LapseId& id) {
  auto lapse =
      KENPO_TRY(store::find<lapse_case_table>(view, access, {"lapse = $1"}, {id}, lapse_from));
  if (!lapse) return lapse;
  lapse->steps = KENPO_TRY(store::list<lapse_step_table>(
      view, access, {"lapse = $1", "ORDER BY row_id"}, {id}, step_from));
  return lapse;
}

Result<bool> has_lapse(const store::View& view, const LapseAccess& access,
                       const claim::ClaimId& claim) {
  return KENPO_TRY(store::count<lapse_case_table>(view, access, {"claim = $1"}, {claim})) > 0;
}

Result<std::vector<LapseCase>> list_lapses(const store::View& view, const LapseAccess& access,
                                           std::optional<LapseState> state) {
  if (state) {
    return store::list<lapse_case_table>(view, access, {"state = $1", "ORDER BY row_id"}, {*state},
                                         lapse_from);
  }
  return store::list<lapse_case_table>(view, access, {"1 = 1", "ORDER BY row_id"}, {}, lapse_from);
}

Result<> put(store::Transaction& transaction, const SuccessorAccess& access,
             const base::PersonId& person, const Successor& successor, base::Moment now) {
  std::vector<store::RowId> before;
  KENPO_TRY(store::each<successor_insurer_table>(
      transaction, access, {"subject_id = $1 AND withdrawn_at = $2"},
      {person, store::not_withdrawn},
      [&](const Record<successor_insurer_table>& record) { before.push_back(record.row()); }));
  for (const auto& row : before) {
    KENPO_TRY(store::withdraw<successor_insurer_table>(transaction, access, row, now));
  }
  store::Draft<successor_insurer_table> draft(
      person, store::Times{.valid_from = successor.joined_on, .decided_at = now});
  draft.set("insurer_number", successor.insurer_number)
      .set("insurer_name", successor.insurer_name)
      .set("source", successor.source);
  KENPO_TRY(store::insert<successor_insurer_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<Successor>> successor_of(const store::View& view,
                                              const SuccessorAccess& access,
                                              const base::PersonId& person) {
  return store::find<successor_insurer_table>(
      view, access, {"subject_id = $1 AND withdrawn_at = $2", "ORDER BY row_id DESC"},
      {person, store::not_withdrawn}, [](const Record<successor_insurer_table>& record) {
        return Successor{.insurer_number = record.get<std::string>("insurer_number"),
                         .insurer_name = record.get<std::string>("insurer_name"),
                         .joined_on = record.times().valid_from,
                         .source = record.get<std::string>("source")};
      });
}

}  // namespace kenpo::recourse
