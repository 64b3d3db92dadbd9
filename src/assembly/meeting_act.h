// Meetings from the notice to the minutes (pair 38: 組合会・理事会に関する連絡).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/meeting_view.h"
#include "assembly/member_act.h"
#include "base/result.h"

namespace kenpo::assembly {

inline constexpr notice::Operation meeting_show{
    .name = "meeting.show", .japanese = "組合会・理事会の表示", .pairs = {communication_pair}};
inline constexpr notice::Operation meeting_convene{.name = "meeting.convene",
                                                   .japanese = "組合会・理事会の招集",
                                                   .verb = notice::Verb::write,
                                                   .pairs = {communication_pair}};
inline constexpr notice::Operation meeting_notify{.name = "meeting.notify",
                                                  .japanese = "招集通知の発送",
                                                  .verb = notice::Verb::write,
                                                  .pairs = {communication_pair}};
inline constexpr notice::Operation meeting_record{.name = "meeting.record",
                                                  .japanese = "出席と議決の記録",
                                                  .verb = notice::Verb::write,
                                                  .pairs = {communication_pair}};
/// Numbers and matters, nobody's data: whoever applies a rate or a rule reads them, and so does the
/// auditor (監事).
inline constexpr notice::Operation resolution_list{.name = "resolution.list",
                                                   .japanese = "議決の一覧",
                                                   .statute = notice::Statute::no_personal_data};

base::Result<MeetingView> show_meeting(const AssemblyOffice& office, const notice::Acting& acting,
                                       const MeetingId& id);
base::Result<std::vector<Meeting>> list_all_meetings(const AssemblyOffice& office,
                                                     const notice::Acting& acting);

/// Convenes a meeting. Refused: a demanded one after its last day or demanded by too few members,
/// no place or hour, a day without a charter.
base::Result<MeetingId> convene(const AssemblyOffice& office, const notice::Acting& acting,
                                const Meeting& meeting);
/// Adds a matter before the notice goes out: afterwards nothing is added to what people were told.
base::Result<> add_matter(const AssemblyOffice& office, const notice::Acting& acting,
                          const MeetingId& id, const std::string& title, Matter matter,
                          std::optional<base::Date> in_force_from);
/// Records that the notice went out today. Refused: without a matter, and twice. A notice after its
/// last day is recorded as it is: the page says so.
base::Result<> notify(const AssemblyOffice& office, const notice::Acting& acting,
                      const MeetingId& id);
/// Records who takes part. Refused: closed minutes, a day that has not come, written votes and
/// proxies where the charter does not allow them.
base::Result<> record_attendance(const AssemblyOffice& office, const notice::Acting& acting,
                                 const MeetingId& id, const std::vector<Attendance>& attendance);
/// Counts the votes on a matter; a carried one gets its resolution number.
base::Result<AgendaItem> record_votes(const AssemblyOffice& office, const notice::Acting& acting,
                                      const MeetingId& id, const AgendaItemId& item,
                                      const Votes& votes);
/// Closes the minutes: nothing of the meeting changes any more. Refused while a matter is open.
base::Result<> close_minutes(const AssemblyOffice& office, const notice::Acting& acting,
                             const MeetingId& id);

base::Result<std::vector<Resolution>> show_resolutions(const AssemblyOffice& office,
                                                       const notice::Acting& acting);

}  // namespace kenpo::assembly
