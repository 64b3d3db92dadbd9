// What is not paid in time: reminder, limitation, age of a debt. Health Insurance Act arts 180,
// 193.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "collection/arrears.h"
#include "law/decision.h"

namespace kenpo::collection {

/// The earliest day that a reminder (督促状) issued on the day may set as its deadline.
base::Result<law::Decision<base::Date>> earliest_deadline(base::Date issued_on);

/// Refuses a reminder of what is paid, of what is not overdue yet, and a deadline that is too
/// early.
base::Result<> check_reminder(const Debt& debt, base::Date issued_on, base::Date deadline);

/// What renewed the limitation, besides the notice itself.
struct Renewals {
  std::vector<base::Date> reminders;      // 督促
  std::vector<base::Date> acknowledged;   // payments of a part, written promises (承認)
};

/// The day on which the right to collect has lapsed: the day after two years from the due date,
/// begun anew by each renewal before it has passed; what comes later renews nothing.
base::Result<law::Decision<base::Date>> lapses_on(const Debt& debt, const Renewals& renewals);

/// Refuses what can only be done before the right to collect has lapsed, naming the day.
base::Result<> check_not_lapsed(const law::Decision<base::Date>& lapses, base::Date today);

/// Whether a reminder should have gone out by now: our own rule, so many days after the due date.
base::Result<bool> reminder_is_due(const Debt& debt, const Renewals& renewals, base::Date today);

DebtAge age_of(const Debt& debt, base::Date today);

}  // namespace kenpo::collection
