// Revision at the end of childcare or maternity leave (育児休業等終了時改定・産前産後休業終了時改定):
// Health Insurance Act arts 43-2 and 43-3.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"
#include "remuneration/grade_rule.h"
#include "remuneration/revision_rule.h"
#include "remuneration/worker.h"

namespace kenpo::remuneration {

enum class LeaveEnd : std::uint8_t { childcare, maternity };
/// Whether the other kind of leave begins on the day after: then there is no revision.
enum class NextLeave : std::uint8_t { none, follows_at_once };

struct LeaveEndInput {
  LeaveEnd kind = LeaveEnd::childcare;
  base::Date ended_on;  // the last day of the leave
  NextLeave next = NextLeave::none;
  Worker worker = Worker::ordinary;
  base::Yen standard;  // in force now
  /// The month of the day after the leave and the two that follow; months outside the employment
  /// there have no base days.
  std::array<RevisionMonth, 3> months = {};
};

struct LeaveEndRevision {
  std::vector<base::Month> months;   // that count
  std::optional<base::Yen> average;  // of them, cut to the yen
  bool revised = false;
  base::Month from;            // says something only when revised
  std::optional<Grade> grade;  // the new grade when revised
};

/// The month from which a revision holds: the third after the month of the day after the leave. The
/// literal text gives one month more when that day is 29 to 31 December before a common year; that
/// reading is not confirmed and not taken.
base::Month leave_end_from(base::Date ended_on);

/// Whether the standard is revised, from when and to what. No fixed pay need have changed; one
/// grade is enough. A month counts with 17 (11) base days, for a part-timer without such a month
/// with 15; no month that counts: no revision.
base::Result<law::Decision<LeaveEndRevision>> determine_leave_end(const LeaveEndInput& input);

}  // namespace kenpo::remuneration
