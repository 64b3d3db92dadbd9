// The notice of a meeting (招集通知) and its minutes (議事録) on paper.
#pragma once

#include <string>

#include "assembly/meeting_view.h"
#include "base/clock.h"
#include "base/result.h"
#include "print/sheet.h"

namespace kenpo::assembly {

/// What stands on the papers besides the meeting.
using AssemblySender = print::Sender;

/// One letter a member, with the address where the envelope's window shows it.
base::Result<print::Printed> print_meeting_notice(const MeetingView& meeting,
                                                  const AssemblySender& sender, base::Moment at);
/// Attendance, votes and resolution numbers; 「案」 until the minutes are closed.
base::Result<print::Printed> print_minutes(const MeetingView& meeting, const AssemblySender& sender,
                                           base::Moment at);

}  // namespace kenpo::assembly
