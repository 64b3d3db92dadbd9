#include "assembly/meeting_store.h"

#include <algorithm>
#include <set>
#include <utility>

namespace kenpo::assembly {

namespace {

using base::Result;
using MeetingRecord = store::Record<assembly_meeting_table>;
using ItemRecord = store::Record<agenda_item_table>;
using AttendanceRecord = store::Record<attendance_table>;

Meeting meeting_from(const MeetingRecord& record) {
  return {.id = record.get<MeetingId>("meeting"),
          .body = record.get<Body>("body"),
          .kind = record.get<MeetingKind>("kind"),
          .held_on = record.times().valid_from,
          .hour = record.get<std::string>("hour"),
          .place = record.get<std::string>("place"),
          .demanded_on = record.get<std::optional<base::Date>>("demanded_on"),
          .demanded_by = record.get<std::optional<int>>("demanded_by"),
          .notified_on = record.get<std::optional<base::Date>>("notified_on"),
          .closed_on = record.get<std::optional<base::Date>>("closed_on")};
}

AgendaItem item_from(const ItemRecord& record) {
  AgendaItem item{.id = record.get<AgendaItemId>("item"),
                  .meeting = record.get<MeetingId>("meeting"),
                  .number = record.get<int>("number"),
                  .title = record.get<std::string>("title"),
                  .matter = record.get<Matter>("matter"),
                  .votes = {},
                  .outcome = record.get<std::optional<Outcome>>("outcome"),
                  .resolution = record.get<std::string>("resolution"),
                  .in_force_from = record.get<std::optional<base::Date>>("in_force_from")};
  if (const auto in_favour = record.get<std::optional<int>>("in_favour")) {
    item.votes = Votes{
        .in_favour = *in_favour,
        .against = record.get<std::optional<int>>("against").value_or(0),
        .chair = record.get<std::optional<Votes::Chair>>("chair").value_or(Votes::Chair::silent)};
  }
  return item;
}

}  // namespace

Result<> put(store::Transaction& transaction, const Meeting& meeting, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<assembly_meeting_table>(
      transaction, store::no_personal_data, {"meeting = $1 AND withdrawn_at = $2"},
      {meeting.id, store::not_withdrawn},
      [&](const MeetingRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(
        store::withdraw<assembly_meeting_table>(transaction, store::no_personal_data, *old, now));
  }
  store::Draft<assembly_meeting_table> draft(
      store::Times{.valid_from = meeting.held_on, .valid_to = meeting.held_on, .decided_at = now});
  draft.set("meeting", meeting.id)
      .set("body", meeting.body)
      .set("kind", meeting.kind)
      .set("hour", meeting.hour)
      .set("place", meeting.place)
      .set("demanded_on", meeting.demanded_on)
      .set("demanded_by", meeting.demanded_by)
      .set("notified_on", meeting.notified_on)
      .set("closed_on", meeting.closed_on);
  KENPO_TRY(store::insert<assembly_meeting_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Meeting>> find_meeting(const store::View& view, const MeetingId& id) {
  return store::find<assembly_meeting_table>(view, store::no_personal_data,
                                             {"meeting = $1 AND withdrawn_at = $2"},
                                             {id, store::not_withdrawn}, meeting_from);
}

Result<std::vector<Meeting>> list_meetings(const store::View& view) {
  return store::list<assembly_meeting_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY valid_from DESC, row_id DESC"},
      {store::not_withdrawn}, meeting_from);
}

Result<> put(store::Transaction& transaction, const AgendaItem& item, base::Date held_on,
             base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<agenda_item_table>(
      transaction, store::no_personal_data, {"item = $1 AND withdrawn_at = $2"},
      {item.id, store::not_withdrawn}, [&](const ItemRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<agenda_item_table>(transaction, store::no_personal_data, *old, now));
  }
  store::Draft<agenda_item_table> draft(store::Times{.valid_from = held_on, .decided_at = now});
  draft.set("item", item.id)
      .set("meeting", item.meeting)
      .set("number", item.number)
      .set("title", item.title)
      .set("matter", item.matter)
      .set("outcome", item.outcome)
      .set("resolution", item.resolution)
      .set("in_force_from", item.in_force_from);
  if (item.votes) {
    draft.set("in_favour", item.votes->in_favour)
        .set("against", item.votes->against)
        .set("chair", item.votes->chair);
  }
  KENPO_TRY(store::insert<agenda_item_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<AgendaItem>> agenda_of(const store::View& view, const MeetingId& meeting) {
  return store::list<agenda_item_table>(
      view, store::no_personal_data,
      {"meeting = $1 AND withdrawn_at = $2", "ORDER BY number, row_id"},
      {meeting, store::not_withdrawn}, item_from);
}

Result<int> highest_resolution(const store::View& view, Body body, base::Date held_on) {
  const auto none = resolution_number(body, held_on, 0);
  const auto stem = none.substr(0, none.find('-') + 1);
  std::string highest = none;  // of one length each: the order of texts is the order of numbers
  KENPO_TRY(store::each<agenda_item_table>(
      view, store::no_personal_data, {"resolution >= $1"}, {none}, [&](const ItemRecord& record) {
        const auto number = record.get<std::string>("resolution");
        if (number.starts_with(stem)) highest = std::max(highest, number);
      }));
  int number = 0;
  for (const char c : highest.substr(stem.size())) number = number * 10 + (c - '0');
  return number;
}

Result<std::vector<Resolution>> list_resolutions(const store::View& view) {
  std::set<std::string> closed;
  KENPO_TRY(store::each<assembly_meeting_table>(
      view, store::no_personal_data, {"withdrawn_at = $1"}, {store::not_withdrawn},
      [&](const MeetingRecord& record) {
        const auto meeting = meeting_from(record);
        if (meeting.closed_on) closed.emplace(meeting.id.text());
      }));
  return store::list<agenda_item_table>(
      view, store::no_personal_data,
      {"withdrawn_at = $1 AND resolution <> ''", "ORDER BY valid_from DESC, resolution DESC"},
      {store::not_withdrawn}, [&](const ItemRecord& record) {
        const bool final = closed.contains(std::string(record.get<MeetingId>("meeting").text()));
        return Resolution{.number = record.get<std::string>("resolution"),
                          .title = record.get<std::string>("title"),
                          .matter = record.get<Matter>("matter"),
                          .resolved_on = record.times().valid_from,
                          .in_force_from = record.get<std::optional<base::Date>>("in_force_from"),
                          .minutes = final ? Resolution::Minutes::closed
                                           : Resolution::Minutes::open};
      });
}

Result<> put(store::Transaction& transaction, const AssemblyAccess& access,
             const Attendance& attendance, base::Date held_on, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<attendance_table>(
      transaction, access, {"meeting = $1 AND membership = $2 AND withdrawn_at = $3"},
      {attendance.meeting, attendance.membership, store::not_withdrawn},
      [&](const AttendanceRecord& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<attendance_table>(transaction, access, *old, now));
  store::Draft<attendance_table> draft(
      attendance.person,
      store::Times{.valid_from = held_on, .valid_to = held_on, .decided_at = now});
  draft.set("meeting", attendance.meeting)
      .set("membership", attendance.membership)
      .set("presence", attendance.presence);
  KENPO_TRY(store::insert<attendance_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Attendance>> attendance_of(const store::View& view, const AssemblyAccess& access,
                                              const MeetingId& meeting) {
  return store::list<attendance_table>(
      view, access, {"meeting = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {meeting, store::not_withdrawn}, [](const AttendanceRecord& record) {
        return Attendance{.meeting = record.get<MeetingId>("meeting"),
                          .person = record.subject(),
                          .membership = record.get<MembershipId>("membership"),
                          .presence = record.get<Presence>("presence")};
      });
}

}  // namespace kenpo::assembly
