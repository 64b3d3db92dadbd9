#include <algorithm>

#include "assembly/assembly_page.h"
#include "assembly/meeting_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field body_field{.name = "body", .label = "会議"};
constexpr Field meeting_kind_field{.name = "meeting_kind", .label = "種類"};
constexpr Field held_field{.name = "held_on", .label = "開く日"};
constexpr Field hour_field{
    .name = "hour", .label = "時刻", .support = "10:00 のように。", .length_limit = 20};
constexpr Field place_field{.name = "place", .label = "場所", .length_limit = 100};
constexpr int members_most = 500;  // more than any assembly has
constexpr Field demanding_field{.name = "demanded_by",
                                .label = "請求した議員の数",
                                .need = Field::Need::optional,
                                .support = "組合会は、定数の3分の1以上の請求が要ります。",
                                .length_limit = 3,
                                .mode = "numeric"};
constexpr Field demanded_field{.name = "demanded_on",
                               .label = "議員が招集を請求した日",
                               .need = Field::Need::optional,
                               .support = "請求から20日以内に開きます(施行令7条1項)。"};
constexpr Field title_field{
    .name = "title", .label = "件名", .support = "氏名は書きません。", .length_limit = 100};
constexpr Field matter_field{.name = "matter", .label = "種類"};
constexpr Field in_force_field{
    .name = "in_force_from", .label = "施行・適用の日", .need = Field::Need::optional};

const std::vector<Choice> body_choices = {{"1", "組合会"}, {"2", "理事会"}};
const std::vector<Choice> meeting_kind_choices = {{"1", "通常"}, {"2", "臨時"}};
const std::vector<Choice> matter_choices = {
    {"1", "予算"},       {"2", "事業報告・決算"},   {"3", "保険料率"}, {"4", "規約の変更"},
    {"5", "役員の選任"}, {"6", "合併・分割・解散"}, {"7", "規程"},     {"8", "その他"}};
const std::vector<Choice> presence_choices = {
    {"1", "出席"}, {"2", "書面"}, {"3", "代理"}, {"4", "欠席"}};
const std::vector<Choice> chair_choices = {
    {"0", "議長は加わらない"}, {"1", "同数のため議長が賛成"}, {"2", "同数のため議長が反対"}};

template <typename Enum>
Enum picked(const std::string& value) {
  return static_cast<Enum>(value.front() - '0');
}

std::string meeting_address(const MeetingId& id) { return "/meetings/" + std::string(id.text()); }

std::string title_of_meeting(const Meeting& meeting) {
  const auto kind = meeting.body == Body::assembly ? wording(meeting.kind).ja.text() : "";
  return kind + wording(meeting.body).ja.text() + "(" + meeting.held_on.iso() + ")";
}

Cell meeting_state(const Meeting& meeting) {
  if (meeting.closed_on) return desk::chip_cell(desk::ChipKind::done, "議事録を閉じた");
  if (meeting.notified_on) return desk::chip_cell(desk::ChipKind::progress, "通知済み");
  return desk::chip_cell(desk::ChipKind::waiting, "通知前");
}

Result<Response> meetings_page(const AssemblyScreens& screens, const Visit& visit,
                               const Acting& acting, const Form& form) {
  const auto meetings = KENPO_TRY(list_all_meetings(screens.office, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& meeting : meetings) {
    rows.push_back({desk::link_cell(title_of_meeting(meeting), meeting_address(meeting.id)),
                    {meeting.hour},
                    {meeting.place},
                    meeting_state(meeting)});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("meetings", desk::table("会議", {{"会議"}, {"時刻"}, {"場所"}, {"状態"}}, rows,
                                       std::to_string(rows.size()) + "件"))
      .when("opened", !form.ok())
      .section("body", form.select(body_field, body_choices))
      .section("meeting_kind", form.select(meeting_kind_field, meeting_kind_choices))
      .section("held_on", form.input(held_field))
      .section("hour", form.input(hour_field))
      .section("place", form.input(place_field))
      .section("demanded_on", form.input(demanded_field))
      .section("demanded_by", form.input(demanding_field));
  desk::PageHead head;
  head.title = "組合会・理事会";
  head.section = "/assembly-members";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_meetings_page", std::move(data));
}

Data agenda_list(const MeetingView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& item : view.agenda) {
    const auto votes = item.votes ? "賛成" + std::to_string(item.votes->in_favour) + " 反対" +
                                        std::to_string(item.votes->against)
                                  : std::string();
    const bool carried = item.outcome == Outcome::carried;
    const auto result =
        item.outcome ? desk::chip_cell(carried ? desk::ChipKind::done : desk::ChipKind::problem,
                                       wording(*item.outcome).ja.text())
                     : desk::chip_cell(desk::ChipKind::waiting, "未議決");
    rows.push_back({{std::to_string(item.number)},
                    {item.title},
                    {wording(item.matter).ja.text()},
                    {wording(majority_for(item.matter)).ja.text()},
                    {votes},
                    result,
                    {item.resolution},
                    {item.in_force_from ? item.in_force_from->iso() : ""}});
  }
  return desk::table("議案と議決",
                     {{"議案", desk::Column::Holds::numbers},
                      {"件名"},
                      {"種類"},
                      {"要件"},
                      {"票"},
                      {"結果"},
                      {"議決番号"},
                      {"施行"}},
                     rows);
}

/// One select a member; its name holds the membership.
std::vector<Data> attendance_fields(const MeetingView& view) {
  std::vector<Data> rows;
  for (const auto& member : view.members) {
    const auto at = std::ranges::find(view.attendance, member.id, &Attendance::membership);
    const auto presence = std::to_string(
        static_cast<int>(at == view.attendance.end() ? Presence::absent : at->presence));
    Data row;
    std::vector<Data> choices;
    for (const auto& choice : presence_choices) {
      Data option;
      option.text("value", std::string(choice.value))
          .text("label", std::string(choice.label))
          .when("chosen", choice.value == presence);
      choices.push_back(std::move(option));
    }
    row.text("membership", std::string(member.id.text()))
        .text("who", member.name)
        .text("side", wording(member.kind).ja.text())
        .list("choices", std::move(choices));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// One form a matter that has no outcome yet.
std::vector<Data> vote_forms(const MeetingView& view, const Visit& visit) {
  std::vector<Data> rows;
  for (const auto& item : view.agenda) {
    if (item.outcome && *item.outcome != Outcome::chair_decides) continue;
    Data row;
    row.text("item", std::string(item.id.text()))
        .number("number", item.number)
        .text("title", item.title)
        .text("needed", wording(majority_for(item.matter)).ja.text())
        .text("vote_address",
              meeting_address(view.meeting.id) + "/matters/" + std::string(item.id.text()))
        .text("form_token", visit.form_token());
    rows.push_back(std::move(row));
  }
  return rows;
}

Data meeting_facts(const MeetingView& view) {
  const auto& meeting = view.meeting;
  std::vector<desk::Item> items = {{"日時", meeting.held_on.iso() + " " + meeting.hour},
                                   {"場所", meeting.place},
                                   {"招集通知の期限", view.notice_by.iso()}};
  if (view.convene_by) {
    items.push_back({"招集の期限(請求から)", view.convene_by->iso()});
    const auto by = meeting.demanded_by;
    items.push_back({"請求した議員", by ? std::to_string(*by) + "人" : "記録なし"});
  }
  const bool late = meeting.notified_on && view.notice_by < *meeting.notified_on;
  items.push_back({"招集通知", meeting.notified_on
                                   ? meeting.notified_on->iso() + (late ? "(期限の後)" : "")
                                   : "送っていません"});
  const auto& present = view.present;
  items.push_back({"定数", std::to_string(present.fixed_number) + "人"});
  items.push_back({"出席", std::to_string(present.all()) + "人(本人" +
                               std::to_string(present.in_person) + "、書面" +
                               std::to_string(present.in_writing) + "、代理" +
                               std::to_string(present.by_proxy) + ")"});
  items.push_back({"定足数", view.quorate ? "満たしています" : "足りません"});
  return desk::description_list(items);
}

Result<Response> meeting_page(const AssemblyScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<MeetingId>("meeting"));
  const auto view = KENPO_TRY(show_meeting(screens.office, acting, id));
  const auto& meeting = view.meeting;
  const bool held = meeting.held_on <= visit.now().day();
  const auto state = meeting_state(meeting);
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .text("address", meeting_address(id))
      .section("facts", meeting_facts(view))
      .section("state", desk::chip(state.kind, state.words))
      .section("agenda", agenda_list(view))
      .when("unnotified", !meeting.notified_on.has_value())
      .when("recording", held && !meeting.closed_on)
      .list("attendance", attendance_fields(view))
      .list("open_matters", view.quorate ? vote_forms(view, visit) : std::vector<Data>{})
      .when("quorate", view.quorate)
      .when("board", meeting.body == Body::board)
      .section("title", form.input(title_field))
      .section("matter", form.select(matter_field, matter_choices))
      .section("in_force_from", form.input(in_force_field));
  desk::PageHead head;
  head.title = title_of_meeting(meeting);
  head.section = "/assembly-members";
  head.crumbs = {{"組合会・理事会", "/meetings"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_meeting_page", std::move(data));
}

Result<Response> convene_meeting(const AssemblyScreens& screens, const Visit& visit,
                                 const Acting& acting) {
  auto form = visit.form();
  const auto body = form.choice(body_field, body_choices);
  const auto kind = form.choice(meeting_kind_field, meeting_kind_choices);
  const auto held = form.date(held_field);
  const auto hour = form.text(hour_field);
  const auto place = form.text(place_field);
  const auto demanded = form.date(demanded_field);
  std::optional<int> demanding;
  if (!form.sent(demanding_field.name).empty()) {
    if (const auto count = form.number(demanding_field, 1, members_most)) {
      demanding = static_cast<int>(*count);
    }
  }
  if (form.ok()) {
    const auto done = convene(screens.office, acting,
                              {.body = picked<Body>(*body),
                               .kind = picked<MeetingKind>(*kind),
                               .held_on = *held,
                               .hour = *hour,
                               .place = *place,
                               .demanded_on = demanded,
                               .demanded_by = demanding});
    if (done.ok()) {
      return visit.redirect_with(meeting_address(*done), "会議を登録しました。");
    }
    form.note(done.faults());
  }
  return meetings_page(screens, visit, acting, form);
}

Result<Response> add_item(const AssemblyScreens& screens, const Visit& visit,
                          const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<MeetingId>("meeting"));
  auto form = visit.form();
  const auto title = form.text(title_field);
  const auto matter = form.choice(matter_field, matter_choices);
  const auto in_force = form.date(in_force_field);
  if (form.ok()) {
    const auto done =
        add_matter(screens.office, acting, id, *title, picked<Matter>(*matter), in_force);
    if (done.ok()) return visit.redirect_with(meeting_address(id), "議案を登録しました。");
    form.note(done.faults());
  }
  return meeting_page(screens, visit, acting, form);
}

Result<Response> attend(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<MeetingId>("meeting"));
  auto form = visit.form();
  std::vector<Attendance> attendance;
  for (const auto& [name, value] : visit.request().form.rows()) {
    constexpr std::string_view stem = "presence_";
    if (!name.starts_with(stem) || value.size() != 1 || value < "1" || "4" < value) continue;
    const auto membership = MembershipId::parse(std::string_view(name).substr(stem.size()));
    if (!membership) continue;
    attendance.push_back({.meeting = id,
                          .person = base::PersonId::draw(),  // the act puts the member's own
                          .membership = *membership,
                          .presence = picked<Presence>(value)});
  }
  const auto done = record_attendance(screens.office, acting, id, attendance);
  if (done.ok()) return visit.redirect_with(meeting_address(id), "出席を記録しました。");
  form.note(done.faults());
  return meeting_page(screens, visit, acting, form);
}

constexpr Field in_favour_field{.name = "in_favour", .label = "賛成", .length_limit = 4};
constexpr Field against_field{.name = "against", .label = "反対", .length_limit = 4};
constexpr Field chair_field{.name = "chair", .label = "議長"};

Result<Response> vote(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<MeetingId>("meeting"));
  const auto item = KENPO_TRY(visit.id<AgendaItemId>("item"));
  auto form = visit.form();
  const auto in_favour = form.number(in_favour_field, 0, members_most);
  const auto against = form.number(against_field, 0, members_most);
  const auto chair = form.choice(chair_field, chair_choices);
  if (form.ok()) {
    const auto done = record_votes(screens.office, acting, id, item,
                                   {.in_favour = static_cast<int>(*in_favour),
                                    .against = static_cast<int>(*against),
                                    .chair = picked<Votes::Chair>(*chair)});
    if (done.ok()) {
      const auto number = done->resolution.empty() ? "" : "議決番号は " + done->resolution + "。";
      return visit.redirect_with(meeting_address(id),
                                 wording(*done->outcome).ja.text() + "。" + number);
    }
    form.note(done.faults());
  }
  return meeting_page(screens, visit, acting, form);
}

/// Acts without fields: the notice, the closing of the minutes.
template <typename Act>
Result<Response> simple_act(const AssemblyScreens& screens, const Visit& visit,
                            const Acting& acting, Act act, std::string message) {
  const auto id = KENPO_TRY(visit.id<MeetingId>("meeting"));
  const auto done = act(screens.office, acting, id);
  if (done.ok()) return visit.redirect_with(meeting_address(id), std::move(message));
  auto form = visit.form();
  form.note(done.faults());
  return meeting_page(screens, visit, acting, form);
}

template <typename Print>
Result<Response> paper(const AssemblyScreens& screens, const Visit& visit, const Acting& acting,
                       Print print, const std::string& name) {
  const auto id = KENPO_TRY(visit.id<MeetingId>("meeting"));
  const auto view = KENPO_TRY(show_meeting(screens.office, acting, id));
  auto printed = KENPO_TRY(print(view, screens.sender, visit.now()));
  return visit.paper(name + "-" + view.meeting.held_on.iso() + ".pdf", std::move(printed));
}

}  // namespace

void add_meeting_routes(desk::Router& router, const AssemblyScreens& screens) {
  const auto with = [screens](auto handler) {
    return [screens, handler](const Visit& visit, const Acting& acting) {
      return handler(screens, visit, acting);
    };
  };
  router.get_act<meeting_show>("/meetings", [screens](const Visit& visit, const Acting& acting) {
    return meetings_page(screens, visit, acting, Form());
  });
  router.post_act<meeting_convene>("/meetings", with(convene_meeting));
  router.get_act<meeting_show>("/meetings/{meeting}",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return meeting_page(screens, visit, acting, Form());
                               });
  router.post_act<meeting_convene>("/meetings/{meeting}/matters", with(add_item));
  router.post_act<meeting_notify>(
      "/meetings/{meeting}/notification", [screens](const Visit& visit, const Acting& acting) {
        return simple_act(screens, visit, acting, notify, "招集通知の発送を記録しました。");
      });
  router.post_act<meeting_record>("/meetings/{meeting}/attendance", with(attend));
  router.post_act<meeting_record>("/meetings/{meeting}/matters/{item}", with(vote));
  router.post_act<meeting_record>(
      "/meetings/{meeting}/minutes", [screens](const Visit& visit, const Acting& acting) {
        return simple_act(screens, visit, acting, close_minutes, "議事録を閉じました。");
      });
  router.get_act<meeting_show>(
      "/meetings/{meeting}/notice.pdf", [screens](const Visit& visit, const Acting& acting) {
        return paper(screens, visit, acting, print_meeting_notice, "招集通知");
      });
  router.get_act<meeting_show>("/meetings/{meeting}/minutes.pdf",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return paper(screens, visit, acting, print_minutes, "議事録");
                               });
}

}  // namespace kenpo::assembly
