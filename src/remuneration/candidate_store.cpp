#include "remuneration/candidate_store.h"

namespace kenpo::remuneration {

using base::Result;

Result<> add(store::Transaction& transaction, const DismissalAccess& access,
             const Dismissal& dismissal) {
  store::Draft<candidate_dismissal_table> draft(dismissal.person);
  draft.set("notified", dismissal.notified)
      .set("dismissed_at", dismissal.dismissed_at)
      .set("dismissed_by", dismissal.dismissed_by)
      .set("reason", dismissal.reason);
  KENPO_TRY(store::insert<candidate_dismissal_table>(transaction, access, draft));
  return base::Done{};
}

Result<bool> is_dismissed(const store::View& view, const DismissalAccess& access,
                          const eligibility::NotifiedPayId& notified) {
  const auto found = KENPO_TRY(store::find<candidate_dismissal_table>(
      view, access, {"notified = $1"}, {notified},
      [](const store::Record<candidate_dismissal_table>& record) { return record.row(); }));
  return found.has_value();
}

}  // namespace kenpo::remuneration
