#include "assembly/meeting_print.h"

#include <algorithm>

#include "assembly/assembly_office.h"
#include "base/era.h"

namespace kenpo::assembly {

namespace {

using print::Align;

std::string print_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }

std::string meeting_name(const Meeting& meeting) {
  const auto kind = meeting.body == Body::assembly ? wording(meeting.kind).ja.text() : "";
  return kind + wording(meeting.body).ja.text();
}

print::Table agenda_table(const MeetingView& found) {
  print::Table table;
  table.columns = {{1, Align::right}, {6, Align::left}, {3, Align::left}};
  table.head = {"議案", "件名", "議決の要件"};
  for (const auto& item : found.agenda) {
    table.rows.push_back(
        {{std::to_string(item.number), item.title, wording(majority_for(item.matter)).ja.text()}});
  }
  return table;
}

void print_letter(print::Sheet& sheet, const MeetingView& found, const Membership& member,
                  const AssemblySender& sender, base::Moment at) {
  const auto& meeting = found.meeting;
  const auto code = member.postal_code.size() == 7 ? "〒" + member.postal_code.substr(0, 3) + "-" +
                                                         member.postal_code.substr(3)
                                                   : std::string();
  sheet.address_block({code, member.address, member.name + "　様"});
  sheet.paragraph(meeting.notified_on ? print_day(*meeting.notified_on)
                                      : print_day(at.day()) + "（発送前の確認用）",
                  Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title(meeting_name(meeting) + "の招集について");
  sheet.paragraph("次のとおり" + meeting_name(meeting) + "を招集しますので、ご出席ください。");
  sheet.facts(
      {{"日時", print_day(meeting.held_on) + "　" + meeting.hour}, {"場所", meeting.place}});
  sheet.table(agenda_table(found));
  const bool away = found.charter && found.charter->written_vote == Charter::WrittenVote::allowed;
  if (away) {
    sheet.note(
        "出席できないときは、この通知に記した議案に限り、規約の定めにより書面又は代理人で"
        "議決権を行使できます。");
  }
}

std::string votes_text(const AgendaItem& item) {
  if (!item.votes) return "―";
  std::string text = "賛成" + std::to_string(item.votes->in_favour) + "　反対" +
                     std::to_string(item.votes->against);
  if (item.votes->chair != Votes::Chair::silent) {
    text += item.votes->chair == Votes::Chair::in_favour ? "　議長賛成" : "　議長反対";
  }
  return text;
}

print::Table results_table(const MeetingView& found) {
  print::Table table;
  table.columns = {
      {1, Align::right}, {5, Align::left}, {3, Align::left}, {2, Align::left}, {3, Align::left}};
  table.head = {"議案", "件名", "票", "結果", "議決番号・施行"};
  for (const auto& item : found.agenda) {
    std::string number = item.resolution;
    if (!number.empty() && item.in_force_from) number += "　" + print_day(*item.in_force_from);
    table.rows.push_back({{std::to_string(item.number), item.title, votes_text(item),
                           item.outcome ? wording(*item.outcome).ja.text() : "―", number}});
  }
  return table;
}

print::Table attendance_paper(const MeetingView& found) {
  print::Table table;
  table.columns = {{3, Align::left}, {5, Align::left}, {2, Align::left}};
  table.head = {"区分", "氏名", "出欠"};
  for (const auto& member : found.members) {
    const auto at = std::ranges::find(found.attendance, member.id, &Attendance::membership);
    const auto presence = at == found.attendance.end() ? Presence::absent : at->presence;
    table.rows.push_back(
        {{wording(member.kind).ja.text(), member.name, wording(presence).ja.text()}});
  }
  return table;
}

}  // namespace

base::Result<print::Printed> print_meeting_notice(const MeetingView& found,
                                                  const AssemblySender& sender, base::Moment at) {
  if (found.members.empty()) {
    return base::refusal({"送る相手の議員がいません。", "There is no member to send it to."},
                         {"議員の名簿を確かめてください。", "Check the register."});
  }
  print::Sheet sheet(
      {.title = meeting_name(found.meeting) + "招集通知", .sender = sender, .made_at = at});
  sheet.footer(sender.society + "　招集通知");
  for (std::size_t each = 0; each < found.members.size(); ++each) {
    if (each > 0) sheet.next_letter();
    print_letter(sheet, found, found.members[each], sender, at);
  }
  return sheet.finish();
}

base::Result<print::Printed> print_minutes(const MeetingView& found, const AssemblySender& sender,
                                           base::Moment at) {
  const auto& meeting = found.meeting;
  const auto name = meeting_name(meeting) + "議事録" + (meeting.closed_on ? "" : "（案）");
  print::Sheet sheet({.title = name, .sender = sender, .made_at = at});
  sheet.footer(sender.society + "　" + name);
  sheet.title(name);
  sheet.facts({{"日時", print_day(meeting.held_on) + "　" + meeting.hour},
               {"場所", meeting.place},
               {"招集通知", meeting.notified_on ? print_day(*meeting.notified_on) : "記録なし"},
               {"定数", std::to_string(found.present.fixed_number) + "人"},
               {"出席", std::to_string(found.present.all()) + "人（本人" +
                            std::to_string(found.present.in_person) + "、書面" +
                            std::to_string(found.present.in_writing) + "、代理" +
                            std::to_string(found.present.by_proxy) + "）"},
               {"定足数", found.quorate ? "満たす" : "満たさない"}});
  sheet.heading("議案と議決");
  sheet.table(results_table(found));
  sheet.heading("出席した議員");
  sheet.table(attendance_paper(found));
  sheet.gap(10);
  sheet.facts(
      {{"議長", "　　　　　　　　　　　　　　"}, {"議事録署名人", "　　　　　　　　　　　　"}});
  return sheet.finish();
}

}  // namespace kenpo::assembly
