// A meeting with everything that its page and its papers show.
#pragma once

#include <optional>
#include <vector>

#include "assembly/meeting.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// A meeting with everything about it.
struct MeetingView {
  Meeting meeting;
  std::optional<Charter> charter;  // on the day of the meeting
  std::vector<AgendaItem> agenda;
  std::vector<Membership> members;  // of that day; directors and auditors for a board meeting
  std::vector<Attendance> attendance;
  Present present;
  bool quorate = false;
  std::vector<law::Basis> quorum_basis;
  base::Date notice_by;
  std::optional<base::Date> convene_by;  // when members demanded it
};

}  // namespace kenpo::assembly
