// Meetings, agendas, attendance and resolutions in the store.
#pragma once

#include <optional>
#include <vector>

#include "assembly/meeting.h"
#include "assembly/member_store.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::assembly {

inline constexpr store::Table assembly_meeting_table{
    .name = "assembly_meeting",
    .japanese = "組合会・理事会",
    .timed = store::Timed::yes,  // valid on its day
    .clear = {{"meeting", store::Kind::id},
              {"body", store::Kind::integer},
              {"kind", store::Kind::integer},
              {"hour", store::Kind::text},
              {"place", store::Kind::text},
              {"demanded_on", store::Kind::date, store::Presence::optional},
              {"demanded_by", store::Kind::integer, store::Presence::optional},
              {"notified_on", store::Kind::date, store::Presence::optional},
              {"closed_on", store::Kind::date, store::Presence::optional}},
    .indexes = {{.columns = {"meeting"}}}};

inline constexpr store::Table agenda_item_table{
    .name = "assembly_agenda_item",
    .japanese = "議案と議決",
    .timed = store::Timed::yes,
    .clear = {{"item", store::Kind::id},
              {"meeting", store::Kind::id},
              {"number", store::Kind::integer},
              {"title", store::Kind::text},
              {"matter", store::Kind::integer},
              {"in_favour", store::Kind::integer, store::Presence::optional},
              {"against", store::Kind::integer, store::Presence::optional},
              {"chair", store::Kind::integer, store::Presence::optional},
              {"outcome", store::Kind::integer, store::Presence::optional},
              {"resolution", store::Kind::text},
              {"in_force_from", store::Kind::date, store::Presence::optional}},
    .indexes = {{.columns = {"meeting"}}, {.columns = {"item"}}}};

inline constexpr store::Table attendance_table{.name = "assembly_attendance",
                                               .japanese = "会議の出席",
                                               .subject = store::Subject::person,
                                               .category = notice::Category::assembly_member,
                                               .timed = store::Timed::yes,
                                               .clear = {{"meeting", store::Kind::id},
                                                         {"membership", store::Kind::id},
                                                         {"presence", store::Kind::integer}},
                                               .indexes = {{.columns = {"meeting"}}}};

base::Result<> put(store::Transaction& transaction, const Meeting& meeting, base::Moment now);
base::Result<std::optional<Meeting>> find_meeting(const store::View& view, const MeetingId& id);
/// The latest first.
base::Result<std::vector<Meeting>> list_meetings(const store::View& view);

base::Result<> put(store::Transaction& transaction, const AgendaItem& item, base::Date held_on,
                   base::Moment now);
base::Result<std::vector<AgendaItem>> agenda_of(const store::View& view, const MeetingId& meeting);
/// The highest number that the body gave in the fiscal year of the day, withdrawn ones included: a
/// number is never given twice.
base::Result<int> highest_resolution(const store::View& view, Body body, base::Date held_on);
/// All resolutions, the latest first.
base::Result<std::vector<Resolution>> list_resolutions(const store::View& view);

base::Result<> put(store::Transaction& transaction, const AssemblyAccess& access,
                   const Attendance& attendance, base::Date held_on, base::Moment now);
base::Result<std::vector<Attendance>> attendance_of(const store::View& view,
                                                    const AssemblyAccess& access,
                                                    const MeetingId& meeting);

}  // namespace kenpo::assembly
