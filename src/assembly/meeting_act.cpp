#include "assembly/meeting_act.h"

#include <algorithm>

#include "assembly/convene_rule.h"
#include "assembly/majority_rule.h"
#include "assembly/meeting_store.h"
#include "assembly/member_store.h"
#include "base/utf8.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using notice::Permit;
using enum notice::Purpose;

constexpr std::size_t title_characters_limit = 100;  // one line of an agenda

base::Fault meeting_fault(base::Words what, base::Words mend) {
  return base::refusal(std::move(what), std::move(mend));
}

Result<> check_line(const std::string& text) {
  const auto count = base::count_code_points(text);
  if (count == 0 || title_characters_limit < count) {
    return meeting_fault({"場所・時刻・議案は1文字から100文字までです。",
                          "Place, hour and matter have 1 to 100 characters."},
                         {"入れ直してください。", "Enter it again."});
  }
  return base::Done{};
}

/// The meeting, while its minutes are open.
Result<Meeting> open_meeting(const store::View& view, const MeetingId& id) {
  const auto meeting = KENPO_TRY(find_meeting(view, id));
  if (!meeting) {
    return meeting_fault({"その会議はありません。", "There is no such meeting."},
                         {"一覧で確かめてください。", "Look at the list."});
  }
  if (meeting->closed_on) {
    return meeting_fault({"議事録は閉じられています。", "The minutes are closed."}, {});
  }
  return *meeting;
}

Result<Charter> charter_of_meeting(const store::View& view, base::Date day) {
  const auto charter = KENPO_TRY(charter_on(view, day));
  if (!charter) {
    return meeting_fault({"定数と任期が登録されていません。", "The charter is not entered."},
                         {"先に「定数と任期」を登録してください。", "Enter it first."});
  }
  return *charter;
}

/// Members who belong to the meeting: all of the assembly, or the officers of the board.
Result<std::vector<Membership>> members_of(const store::View& view, const AssemblyAccess& access,
                                           const Meeting& meeting) {
  auto members = KENPO_TRY(list_members(view, access));
  std::erase_if(members, [&](const Membership& each) { return !each.holds_on(meeting.held_on); });
  if (meeting.body == Body::assembly) return members;
  const auto officers = KENPO_TRY(list_officers(view, access));
  std::erase_if(members, [&](const Membership& each) {
    return std::ranges::none_of(officers, [&](const Officer& officer) {
      return officer.membership == each.id && officer.post != Post::auditor &&
             officer.holds_on(meeting.held_on);
    });
  });
  return members;
}

/// A board counts its own members, an assembly its fixed number.
Present present_at(const Meeting& meeting, const std::vector<Attendance>& attendance,
                   const Charter& charter, std::size_t members) {
  auto present = present_of(attendance, charter);
  if (meeting.body == Body::board) present.fixed_number = static_cast<int>(members);
  return present;
}

Result<Present> present_in(const store::View& view, const AssemblyAccess& access,
                           const Meeting& meeting) {
  const auto charter = KENPO_TRY(charter_of_meeting(view, meeting.held_on));
  const auto members = KENPO_TRY(members_of(view, access, meeting));
  const auto attendance = KENPO_TRY(attendance_of(view, access, meeting.id));
  return present_at(meeting, attendance, charter, members.size());
}

// 健康保険法施行令7条1項: a demanded meeting within its days, demanded by enough members.
Result<> check_demand(const Meeting& meeting, const Charter& charter) {
  if (!meeting.demanded_on) return base::Done{};
  const auto by = KENPO_TRY(convene_by(*meeting.demanded_on));
  if (by.value < meeting.held_on || meeting.held_on < *meeting.demanded_on) {
    return meeting_fault({base::Plain("招集の期限は") + by.value + "です。",
                          base::Plain("To be convened by ") + by.value + "."},
                         {"期限までの日にしてください（施行令7条1項）。",
                          "Choose a day up to then (Order art 7(1))."});
  }
  if (meeting.body == Body::board) return base::Done{};  // the Order speaks of the assembly
  const auto enough = KENPO_TRY(
      may_demand(charter.fixed_number, meeting.demanded_by.value_or(0), *meeting.demanded_on));
  if (!enough.value) {
    return meeting_fault({"請求した議員の数が足りません（定数の3分の1以上、施行令7条1項）。",
                          "Too few members demand it (a third of the seats, Order art 7(1))."},
                         {"請求した議員の数を確かめてください。請求によらない招集なら、"
                          "請求の日を空にしてください。",
                          "Check the number, or leave the day of the demand empty."});
  }
  return base::Done{};
}

}  // namespace

Result<MeetingView> show_meeting(const AssemblyOffice& office, const notice::Acting& acting,
                                 const MeetingId& id) {
  return read_under<meeting_show>(
      office, acting,
      [&](const Permit<meeting_show>& permit, const store::View& view) -> Result<MeetingView> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        const auto meeting = KENPO_TRY(find_meeting(view, id));
        if (!meeting) return meeting_fault({"その会議はありません。", "No such meeting."}, {});
        MeetingView found{.meeting = *meeting,
                          .charter = KENPO_TRY(charter_on(view, meeting->held_on)),
                          .agenda = KENPO_TRY(agenda_of(view, id)),
                          .members = KENPO_TRY(members_of(view, grant, *meeting)),
                          .attendance = KENPO_TRY(attendance_of(view, grant, id)),
                          .present = {},
                          .quorum_basis = {},
                          .notice_by = KENPO_TRY(notice_by(meeting->held_on)).value,
                          .convene_by = {}};
        if (meeting->demanded_on) {
          found.convene_by = KENPO_TRY(convene_by(*meeting->demanded_on)).value;
        }
        if (found.charter) {
          found.present =
              present_at(*meeting, found.attendance, *found.charter, found.members.size());
        }
        if (found.present.fixed_number > 0) {
          auto open = KENPO_TRY(quorate(found.present, meeting->held_on));
          found.quorate = open.value;
          found.quorum_basis = std::move(open.basis);
        }
        return found;
      });
}

Result<std::vector<Meeting>> list_all_meetings(const AssemblyOffice& office,
                                               const notice::Acting& acting) {
  return read_under<meeting_show>(
      office, acting,
      [&](const Permit<meeting_show>&, const store::View& view) { return list_meetings(view); });
}

Result<MeetingId> convene(const AssemblyOffice& office, const notice::Acting& acting,
                          const Meeting& meeting) {
  return office.gate.perform<meeting_convene>(
      acting, [&](const Permit<meeting_convene>&) -> Result<MeetingId> {
        KENPO_TRY(check_line(meeting.place));
        KENPO_TRY(check_line(meeting.hour));
        auto transaction = KENPO_TRY(office.database.write());
        const auto charter = KENPO_TRY(charter_of_meeting(transaction, meeting.held_on));
        KENPO_TRY(check_demand(meeting, charter));
        KENPO_TRY(put(transaction, meeting, office.gate.clock().now()));
        KENPO_TRY(transaction.commit_without_personal_data());
        return meeting.id;
      });
}

Result<> add_matter(const AssemblyOffice& office, const notice::Acting& acting, const MeetingId& id,
                    const std::string& title, Matter matter,
                    std::optional<base::Date> in_force_from) {
  return office.gate.perform<meeting_convene>(
      acting, [&](const Permit<meeting_convene>&) -> Result<> {
        KENPO_TRY(check_line(title));
        auto transaction = KENPO_TRY(office.database.write());
        const auto meeting = KENPO_TRY(open_meeting(transaction, id));
        const auto agenda = KENPO_TRY(agenda_of(transaction, id));
        if (meeting.notified_on || agenda_items_limit <= agenda.size()) {
          return meeting_fault(
              {"招集通知を送った後は、議案を足せません。", "No matter is added after the notice."},
              {"次の会議の議案にしてください。", "Take it to the next meeting."});
        }
        const AgendaItem item{.meeting = id,
                              .number = static_cast<int>(agenda.size()) + 1,
                              .title = title,
                              .matter = matter,
                              .in_force_from = in_force_from};
        KENPO_TRY(put(transaction, item, meeting.held_on, office.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

Result<> notify(const AssemblyOffice& office, const notice::Acting& acting, const MeetingId& id) {
  return office.gate.perform<meeting_notify>(
      acting, [&](const Permit<meeting_notify>&) -> Result<> {
        auto transaction = KENPO_TRY(office.database.write());
        auto meeting = KENPO_TRY(open_meeting(transaction, id));
        const auto agenda = KENPO_TRY(agenda_of(transaction, id));
        if (agenda.empty() || meeting.notified_on) {
          return meeting_fault({"議案がないか、もう通知しています。",
                                "There is no matter, or the notice went out already."},
                               {"議案と通知の日を確かめてください。", "Check both."});
        }
        const auto now = office.gate.clock().now();
        meeting.notified_on = now.day();
        KENPO_TRY(put(transaction, meeting, now));
        return transaction.commit_without_personal_data();
      });
}

Result<> record_attendance(const AssemblyOffice& office, const notice::Acting& acting,
                           const MeetingId& id, const std::vector<Attendance>& attendance) {
  return write_under<meeting_record>(
      office, acting,
      [&](const Permit<meeting_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        const auto meeting = KENPO_TRY(open_meeting(transaction, id));
        if (now.day() < meeting.held_on) {
          return meeting_fault({"会議の日がまだ来ていません。", "The day has not come."}, {});
        }
        const auto charter = KENPO_TRY(charter_of_meeting(transaction, meeting.held_on));
        const auto members = KENPO_TRY(members_of(transaction, grant, meeting));
        for (auto each : attendance) {
          const auto member = std::ranges::find(members, each.membership, &Membership::id);
          const bool away =
              each.presence == Presence::in_writing || each.presence == Presence::by_proxy;
          if (member == members.end() ||
              (away && charter.written_vote == Charter::WrittenVote::refused)) {
            return meeting_fault({"この会議の議員でないか、規約が書面・代理を認めていません。",
                                  "Not a member of it, or the charter takes no such votes."},
                                 {"出席の記録を確かめてください。", "Check the attendance."});
          }
          each.meeting = id;
          each.person = member->person;
          KENPO_TRY(put(transaction, grant, each, meeting.held_on, now));
        }
        return base::Done{};
      });
}

Result<AgendaItem> record_votes(const AssemblyOffice& office, const notice::Acting& acting,
                                const MeetingId& id, const AgendaItemId& item_id,
                                const Votes& votes) {
  // Attendance is read under the same operation; the votes themselves are nobody's data.
  return office.gate.perform<meeting_record>(
      acting, [&](const Permit<meeting_record>& permit) -> Result<AgendaItem> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        auto transaction = KENPO_TRY(office.database.write());
        const auto meeting = KENPO_TRY(open_meeting(transaction, id));
        const auto agenda = KENPO_TRY(agenda_of(transaction, id));
        const auto found = std::ranges::find(agenda, item_id, &AgendaItem::id);
        if (found == agenda.end()) {
          return meeting_fault({"その議案はありません。", "There is no such matter."}, {});
        }
        const auto present = KENPO_TRY(present_in(transaction, grant, meeting));
        auto item = *found;
        const auto counted =
            KENPO_TRY(count_votes(majority_for(item.matter), present, votes, meeting.held_on));
        item.votes = votes;
        item.outcome = counted.value;
        if (counted.value != Outcome::carried) {
          item.resolution.clear();
        } else if (item.resolution.empty()) {
          const auto before =
              KENPO_TRY(highest_resolution(transaction, meeting.body, meeting.held_on));
          item.resolution = resolution_number(meeting.body, meeting.held_on, before + 1);
        }
        KENPO_TRY(put(transaction, item, meeting.held_on, office.gate.clock().now()));
        KENPO_TRY(transaction.commit_without_personal_data());
        return item;
      });
}

Result<> close_minutes(const AssemblyOffice& office, const notice::Acting& acting,
                       const MeetingId& id) {
  return office.gate.perform<meeting_record>(
      acting, [&](const Permit<meeting_record>&) -> Result<> {
        auto transaction = KENPO_TRY(office.database.write());
        auto meeting = KENPO_TRY(open_meeting(transaction, id));
        const auto agenda = KENPO_TRY(agenda_of(transaction, id));
        const bool open = std::ranges::any_of(agenda, [](const AgendaItem& each) {
          return !each.outcome || *each.outcome == Outcome::chair_decides;
        });
        if (agenda.empty() || open) {
          return meeting_fault({"結果の決まっていない議案があります。", "A matter is open."},
                               {"すべての議案の票を記録してください。", "Record all votes."});
        }
        const auto now = office.gate.clock().now();
        meeting.closed_on = now.day();
        KENPO_TRY(put(transaction, meeting, now));
        return transaction.commit_without_personal_data();
      });
}

Result<std::vector<Resolution>> show_resolutions(const AssemblyOffice& office,
                                                 const notice::Acting& acting) {
  return read_under<resolution_list>(office, acting,
                                     [&](const Permit<resolution_list>&, const store::View& view) {
                                       return list_resolutions(view);
                                     });
}

}  // namespace kenpo::assembly
