#include <algorithm>
#include <charconv>

#include "assembly/assembly_page.h"
#include "assembly/member_act.h"
#include "base/mask.h"
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

constexpr Field kind_field{.name = "kind", .label = "区分"};
constexpr Field from_field{.name = "from", .label = "就任の日"};
constexpr Field substitute_field{.name = "substitute_for",
                                 .label = "補欠の場合、退任した議員",
                                 .need = Field::Need::optional,
                                 .support = "任期は、その議員の残りの期間になります。"};
constexpr Field name_field{.name = "name", .label = "氏名", .length_limit = 40};
constexpr Field kana_field{.name = "name_kana", .label = "カナ", .length_limit = 60};
constexpr Field workplace_field{
    .name = "workplace", .label = "勤務先・職名", .need = Field::Need::optional};
constexpr Field postal_field{.name = "postal_code",
                             .label = "郵便番号",
                             .need = Field::Need::optional,
                             .support = "数字7桁。",
                             .length_limit = 7,
                             .mode = "numeric"};
constexpr Field address_field{.name = "address", .label = "住所", .need = Field::Need::optional};
constexpr Field telephone_field{
    .name = "telephone", .label = "電話", .need = Field::Need::optional, .length_limit = 20};
constexpr Field mail_field{.name = "mail", .label = "メール", .need = Field::Need::optional};
constexpr Field last_day_field{.name = "last_day", .label = "最後の日"};
constexpr Field end_reason_field{.name = "end_reason", .label = "退任の理由"};
constexpr Field post_field{.name = "post", .label = "役職"};
constexpr Field post_from_field{.name = "post_from", .label = "就任の日"};
constexpr Field charter_from_field{.name = "charter_from", .label = "適用の日"};
constexpr Field fixed_field{.name = "fixed_number",
                            .label = "議員の定数",
                            .support = "偶数。選定議員と互選議員は半数ずつです。",
                            .length_limit = 4,
                            .mode = "numeric"};
constexpr Field years_field{
    .name = "term_years", .label = "任期(年)", .length_limit = 2, .mode = "numeric"};
constexpr Field written_field{.name = "written_vote", .label = "書面・代理による議決"};

const std::vector<Choice> kind_choices = {{"1", "選定議員(事業主側)"},
                                          {"2", "互選議員(被保険者側)"}};
const std::vector<Choice> end_choices = {{"1", "辞任"}, {"2", "資格の喪失"}, {"3", "死亡"}};
const std::vector<Choice> post_choices = {
    {"1", "理事長"}, {"2", "常務理事"}, {"3", "理事"}, {"4", "監事"}};
const std::vector<Choice> written_choices = {{"1", "認めない"}, {"2", "規約により認める"}};

template <typename Enum>
Enum chosen(const std::string& value) {
  return static_cast<Enum>(value.front() - '0');
}

std::string member_address(const MembershipId& id) {
  return "/assembly-members/" + std::string(id.text());
}

std::string term_words(const Membership& member) {
  return member.from.iso() + " 〜 " + member.until.iso();
}

Cell member_state(const Membership& member, base::Date today) {
  if (member.end) return desk::chip_cell(desk::ChipKind::plain, wording(*member.end).ja.text());
  if (today < member.from) return desk::chip_cell(desk::ChipKind::waiting, "就任前");
  if (member.until < today) return desk::chip_cell(desk::ChipKind::plain, "任期満了");
  return desk::chip_cell(desk::ChipKind::done, "在任");
}

std::string posts_of(const MemberView& view, const MembershipId& id, base::Date today) {
  std::string posts;
  for (const auto& officer : view.officers) {
    if (officer.membership != id || !officer.holds_on(today)) continue;
    posts += (posts.empty() ? "" : "・") + wording(officer.post).ja.text();
  }
  return posts;
}

Data members_table(const MemberView& view, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& member : view.members) {
    rows.push_back({{wording(member.kind).ja.text()},
                    desk::link_cell(member.name, member_address(member.id)),
                    {posts_of(view, member.id, today)},
                    {member.workplace},
                    {term_words(member)},
                    member_state(member, today)});
  }
  return desk::table("組合会議員", {{"区分"}, {"氏名"}, {"役職"}, {"勤務先"}, {"任期"}, {"状態"}},
                     rows, std::to_string(rows.size()) + "人");
}

std::vector<Data> board_words(const MemberView& view) {
  std::vector<Data> words;
  for (const auto& fault : view.board) {
    Data line;
    line.text("what", fault.what.ja.text()).text("why", fault.why.ja.text());
    words.push_back(std::move(line));
  }
  return words;
}

Data charter_list(const MemberView& view) {
  std::vector<desk::Item> items = {{"定数と任期", "登録されていません"}};
  if (const auto& charter = view.charter) {
    const bool written = charter->written_vote == Charter::WrittenVote::allowed;
    items = {{"定数", std::to_string(charter->fixed_number) + "人(半数ずつ)"},
             {"任期", std::to_string(charter->term_years) + "年"},
             {"書面・代理", written ? "認める" : "認めない"},
             {"選定議員の空席", std::to_string(view.appointed_vacancies) + "席"},
             {"互選議員の空席", std::to_string(view.elected_vacancies) + "席"}};
  }
  return desk::description_list(items);
}

std::vector<Choice> gone_members(const MemberView& view) {
  std::vector<Choice> choices;
  for (const auto& member : view.members) {
    if (member.end) choices.push_back({member.id.text(), member.name});
  }
  return choices;
}

Result<Response> members_page(const AssemblyScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  const auto today = visit.now().day();
  const auto view = KENPO_TRY(show_members(screens.office, acting, today));
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("charter", charter_list(view))
      .list("board", board_words(view))
      .when("sound_board", view.board.empty())
      .section("members", members_table(view, today))
      .when("opened", !form.ok())
      .section("kind", form.select(kind_field, kind_choices))
      .section("from", form.input(from_field))
      .section("substitute", form.select(substitute_field, gone_members(view)))
      .section("name", form.input(name_field))
      .section("name_kana", form.input(kana_field))
      .section("workplace", form.input(workplace_field))
      .section("postal_code", form.input(postal_field))
      .section("address", form.input(address_field))
      .section("telephone", form.input(telephone_field))
      .section("mail", form.input(mail_field))
      .section("charter_from", form.input(charter_from_field))
      .section("fixed_number", form.input(fixed_field))
      .section("term_years", form.input(years_field))
      .section("written_vote", form.select(written_field, written_choices));
  desk::PageHead head;
  head.title = "組合会議員と役員";
  head.section = "/assembly-members";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_members_page", std::move(data));
}

/// Whether address, telephone and mail are hidden.
enum class Hidden : std::uint8_t { yes, no };

Result<Response> member_page(const AssemblyScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form, Hidden hidden = Hidden::yes) {
  const auto id = KENPO_TRY(visit.id<MembershipId>("membership"));
  const auto today = visit.now().day();
  const bool hide = hidden == Hidden::yes;
  const auto view = KENPO_TRY(hide ? show_members(screens.office, acting, today)
                                   : reveal_members(screens.office, acting, today));
  const auto shown = [&](const std::string& words) { return hide ? base::masked(words) : words; };
  const auto at = std::ranges::find(view.members, id, &Membership::id);
  if (at == view.members.end()) return Visit::no_such_page();
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .text("address", member_address(id))
      .section("facts", desk::description_list({{"区分", wording(at->kind).ja.text()},
                                                {"カナ", at->name_kana},
                                                {"任期", term_words(*at)},
                                                {"役職", posts_of(view, id, today)},
                                                {"勤務先・職名", at->workplace},
                                                {"郵便番号", shown(at->postal_code)},
                                                {"住所", shown(at->address)},
                                                {"電話", shown(at->telephone)},
                                                {"メール", shown(at->mail)}}))
      .text_if_any("reveal_address", hide ? member_address(id) + "/contact-details" : "")
      .when("in_office", !at->end && today <= at->until)
      .section("post", form.select(post_field, post_choices))
      .section("post_from", form.input(post_from_field))
      .section("last_day", form.input(last_day_field))
      .section("end_reason", form.select(end_reason_field, end_choices));
  desk::PageHead head;
  head.title = at->name;
  head.section = "/assembly-members";
  head.crumbs = {{"組合会議員と役員", "/assembly-members"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_member_page", std::move(data));
}

Result<Response> enter(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto view = KENPO_TRY(show_members(screens.office, acting, visit.now().day()));
  const auto kind = form.choice(kind_field, kind_choices);
  const auto from = form.date(from_field);
  const auto substitute = form.choice(substitute_field, gone_members(view));
  const auto name = form.text(name_field);
  const auto kana = form.text(kana_field);
  if (form.ok()) {
    Membership member{.kind = chosen<MemberKind>(*kind),
                      .from = *from,
                      .name = *name,
                      .name_kana = *kana,
                      .workplace = form.text(workplace_field).value_or(""),
                      .postal_code = form.text(postal_field).value_or(""),
                      .address = form.text(address_field).value_or(""),
                      .telephone = form.text(telephone_field).value_or(""),
                      .mail = form.text(mail_field).value_or("")};
    if (substitute) member.substitute_for = MembershipId::parse(*substitute);
    const auto done = enter_member(screens.office, acting, member);
    if (done.ok()) {
      return visit.redirect_with("/assembly-members",
                                 "議員を登録しました。任期は " + done->until.iso() + " までです。");
    }
    form.note(done.faults());
  }
  return members_page(screens, visit, acting, form);
}

Result<Response> decide(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  constexpr int seats_most = 500;
  constexpr int years_most = 10;
  auto form = visit.form();
  const auto from = form.date(charter_from_field);
  const auto fixed = form.number(fixed_field, 2, seats_most);
  const auto years = form.number(years_field, 1, years_most);
  const auto written = form.choice(written_field, written_choices);
  if (form.ok()) {
    const auto done = decide_charter(screens.office, acting,
                                     {.from = *from,
                                      .fixed_number = static_cast<int>(*fixed),
                                      .term_years = static_cast<int>(*years),
                                      .written_vote = chosen<Charter::WrittenVote>(*written)});
    if (done.ok()) return visit.redirect_with("/assembly-members", "定数と任期を登録しました。");
    form.note(done.faults());
  }
  return members_page(screens, visit, acting, form);
}

Result<Response> appoint(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<MembershipId>("membership"));
  auto form = visit.form();
  const auto post = form.choice(post_field, post_choices);
  const auto from = form.date(post_from_field);
  if (form.ok()) {
    const auto done = appoint_officer(screens.office, acting, id, chosen<Post>(*post), *from);
    if (done.ok()) return visit.redirect_with(member_address(id), "役職を登録しました。");
    form.note(done.faults());
  }
  return member_page(screens, visit, acting, form);
}

Result<Response> leave(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<MembershipId>("membership"));
  auto form = visit.form();
  const auto last = form.date(last_day_field);
  const auto reason = form.choice(end_reason_field, end_choices);
  if (form.ok()) {
    const auto done =
        end_membership(screens.office, acting, id, *last, chosen<MembershipEnd>(*reason));
    if (done.ok()) return visit.redirect_with(member_address(id), "退任を登録しました。");
    form.note(done.faults());
  }
  return member_page(screens, visit, acting, form);
}

}  // namespace

void add_member_routes(desk::Router& router, const AssemblyScreens& screens) {
  router.menu<assembly_member_list>(desk::MenuGroup::assembly, "/assembly-members", "組合会");
  router.get_act<assembly_member_list>("/assembly-members",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return members_page(screens, visit, acting, Form());
                                       });
  router.post_act<assembly_member_enter>("/assembly-members",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return enter(screens, visit, acting);
                                         });
  router.post_act<assembly_charter_decide>("/assembly-charters",
                                           [screens](const Visit& visit, const Acting& acting) {
                                             return decide(screens, visit, acting);
                                           });
  router.get_act<assembly_member_list>("/assembly-members/{membership}",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return member_page(screens, visit, acting, Form());
                                       });
  router.get_act<assembly_member_reveal>(
      "/assembly-members/{membership}/contact-details",
      [screens](const Visit& visit, const Acting& acting) {
        return member_page(screens, visit, acting, Form(), Hidden::no);
      });
  router.post_act<assembly_officer_appoint>("/assembly-members/{membership}/posts",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return appoint(screens, visit, acting);
                                            });
  router.post_act<assembly_member_enter>("/assembly-members/{membership}/departure",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return leave(screens, visit, acting);
                                         });
}

std::string staff_name(const base::StaffId& staff,
                       const std::vector<staff::NamedHandler>& handlers) {
  const auto at = std::ranges::find_if(
      handlers, [&](const staff::NamedHandler& each) { return each.handler.staff == staff; });
  return at == handlers.end() ? std::string(staff.text()) : at->name;
}

void add_assembly_routes(desk::Router& router, const AssemblyScreens& screens) {
  add_member_routes(router, screens);
  add_meeting_routes(router, screens);
  add_election_routes(router, screens);
  add_bylaw_routes(router, screens);
  add_training_routes(router, screens);
}

}  // namespace kenpo::assembly
