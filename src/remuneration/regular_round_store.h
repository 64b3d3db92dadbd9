// Notified pay by its form and day, for the regular determination of a year.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/notified_pay_store.h"
#include "store/seal.h"

namespace kenpo::remuneration {

struct NotifiedState {
  eligibility::PeriodId period;
  eligibility::PayState state = eligibility::PayState::waiting;
};

/// Calls `act(NotifiedState)` for every notification of the form that applies from the day, state
/// by state; cancelled ones are left out.
template <typename Act>
base::Result<> each_notified_state(const store::View& view,
                                   const eligibility::NotifiedPayAccess& access,
                                   eligibility::PayForm form, base::Date on, Act&& act) {
  using eligibility::PayState;
  for (const auto state : {PayState::waiting, PayState::decided, PayState::for_people}) {
    KENPO_TRY(store::each<eligibility::notified_pay_table>(
        view, access, {"state = $1 AND on_day = $2 AND form = $3"}, {state, on, form},
        [&](const store::Record<eligibility::notified_pay_table>& record) {
          act(NotifiedState{record.get<eligibility::PeriodId>("period"), state});
        }));
  }
  return base::Done{};
}

/// Calls `act(NotifiedPayId, EstablishmentId)` for the regular notifications of the state that
/// apply from the day and name a change of fixed pay.
template <typename Act>
base::Result<> each_changed_pay(const store::View& view,
                                const eligibility::NotifiedPayAccess& access, base::Date on,
                                eligibility::PayState state, Act&& act) {
  KENPO_TRY(store::each<eligibility::notified_pay_table>(
      view, access, {"state = $1 AND on_day = $2 AND form = $3"},
      {state, on, eligibility::PayForm::regular},
      [&](const store::Record<eligibility::notified_pay_table>& record) {
        if (!record.get<std::optional<int>>("change_month")) return;
        act(record.get<eligibility::NotifiedPayId>("notified"),
            record.get<base::EstablishmentId>("establishment"));
      }));
  return base::Done{};
}

/// Calls `act(NotifiedPayId, EstablishmentId)` for the reports of changes of fixed pay of a year.
template <typename Act>
base::Result<> each_pay_report(const store::View& view,
                               const eligibility::NotifiedPayAccess& access, int year, Act&& act) {
  const auto first = base::Month::make(year, 1)->first_day();
  const auto last = base::Month::make(year, 12)->last_day();
  KENPO_TRY(store::each<eligibility::notified_pay_table>(
      view, access, {"state = $1 AND on_day >= $2 AND on_day <= $3 AND form = $4"},
      {eligibility::PayState::for_people, first, last, eligibility::PayForm::pay_report},
      [&](const store::Record<eligibility::notified_pay_table>& record) {
        act(record.get<eligibility::NotifiedPayId>("notified"),
            record.get<base::EstablishmentId>("establishment"));
      }));
  return base::Done{};
}

/// Whether the person has one of the form that applies from the day and was not cancelled.
base::Result<bool> was_notified(const store::View& view,
                                const eligibility::NotifiedPayAccess& access,
                                const base::PersonId& person,
                                const eligibility::PeriodId& period, eligibility::PayForm form,
                                base::Date on);

}  // namespace kenpo::remuneration
