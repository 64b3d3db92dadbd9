#include "eligibility/notified_paper_store.h"

namespace kenpo::eligibility {

using base::Result;

NotifiedPaper notified_paper_from(const store::Record<notified_paper_table>& record) {
  return {.id = record.get<NotifiedPaperId>("told"),
          .person = record.subject(),
          .case_id = record.get<base::CaseId>("case_id"),
          .on = record.times().valid_from,
          .received_on = record.get<base::Date>("received_on"),
          .wanted = record.get<YesNo>("wanted"),
          .attached = record.get<int>("attached"),
          .not_returned = record.get<int>("not_returned")};
}

Result<> put(store::Transaction& transaction, const NotifiedPaperAccess& access,
             const NotifiedPaper& told, base::Moment now) {
  const auto old = KENPO_TRY(store::find<notified_paper_table>(
      transaction, access, {"told = $1 AND withdrawn_at = $2"}, {told.id, store::not_withdrawn},
      [](const store::Record<notified_paper_table>& record) { return record.row(); }));
  if (old) KENPO_TRY(store::withdraw<notified_paper_table>(transaction, access, *old, now));
  store::Draft<notified_paper_table> draft(
      told.person, store::Times{.valid_from = told.on, .decided_at = now});
  draft.set("told", told.id)
      .set("case_id", told.case_id)
      .set("received_on", told.received_on)
      .set("wanted", told.wanted)
      .set("attached", told.attached)
      .set("not_returned", told.not_returned);
  KENPO_TRY(store::insert<notified_paper_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<NotifiedPaper>> notified_papers_of(const store::View& view,
                                                      const NotifiedPaperAccess& access,
                                                      const base::PersonId& person,
                                                      base::Moment known_at) {
  return store::list<notified_paper_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2",
       "ORDER BY valid_from, row_id"},
      {person, known_at}, notified_paper_from);
}

}  // namespace kenpo::eligibility
