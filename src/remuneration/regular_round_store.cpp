#include "remuneration/regular_round_store.h"

namespace kenpo::remuneration {

using base::Result;
using eligibility::NotifiedPayAccess;
using eligibility::PayForm;
using eligibility::PayState;
using NotifiedRecord = store::Record<eligibility::notified_pay_table>;

Result<bool> was_notified(const store::View& view, const NotifiedPayAccess& access,
                          const base::PersonId& person, const eligibility::PeriodId& period,
                          PayForm form, base::Date on) {
  const auto found = KENPO_TRY(store::find<eligibility::notified_pay_table>(
      view, access,
      {"subject_id = $1 AND period = $2 AND form = $3 AND on_day = $4 AND state <= $5"},
      {person, period, form, on, PayState::for_people},
      [](const NotifiedRecord& record) { return record.get<PayState>("state"); }));
  return found.has_value();
}

}  // namespace kenpo::remuneration
