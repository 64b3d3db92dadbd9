#include "safeguard/terminal_page.h"

#include <algorithm>
#include <optional>

#include "desk/section_page.h"
#include "notice/wording.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_terminals {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Changed = std::function<Result<>()>;

constexpr Field name_field{.name = "name", .label = "端末の名前", .length_limit = 40};
constexpr Field area_field{.name = "area", .label = "区域"};
constexpr Field address_field{
    .name = "address",
    .label = "ネットワークのアドレス",
    .need = Field::Need::optional,
    .support = "入れると、このアドレスからだけ使えます。例：192.168.10.21",
    .length_limit = 45};
constexpr Field code_field{.name = "code",
                           .label = "登録コード",
                           .support = "登録する端末のブラウザーで、この画面を開いて入れます。",
                           .length_limit = 40};
constexpr Field terminal_field{.name = "terminal", .label = "取り消す端末"};
constexpr Field wanted_field{.name = "wanted", .label = "端末の限定"};
constexpr Field from_field{
    .name = "from", .label = "いつから", .support = "例：R8.12.1", .length_limit = 20};

const std::vector<Choice> wanted = {{"2", "登録端末でだけ開ける"}, {"1", "どの端末でも開ける"}};

Cell state_cell(const Terminal& terminal) {
  switch (terminal.state) {
    case TerminalState::awaiting:
      return desk::chip_cell(ChipKind::waiting, "登録コード待ち");
    case TerminalState::enrolled:
      return desk::chip_cell(ChipKind::done, "登録済み");
    case TerminalState::withdrawn:
      return desk::chip_cell(ChipKind::plain, "取消し");
  }
  return {};
}

std::string area_name(const std::vector<Area>& areas, const AreaId& id) {
  const auto at = std::ranges::find(areas, id, &Area::id);
  return at == areas.end() ? "登録のない区域" : at->name;
}

desk::Data terminals_table(const TerminalView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& terminal : view.terminals) {
    rows.push_back({{terminal.name},
                    {area_name(view.areas, terminal.area)},
                    {terminal.address.empty() ? "限定なし" : terminal.address},
                    {terminal.decided_at.short_text()},
                    state_cell(terminal)});
  }
  return desk::table("端末", {{"端末"}, {"区域"}, {"アドレス"}, {"日時"}, {"状態"}}, rows);
}

std::string sensitive_words() {
  std::string words;
  for (const auto category : notice::sensitive_categories) {
    words += (words.empty() ? "" : "、") + std::string(notice::wording(category));
  }
  return words;
}

std::vector<Choice> area_choices(const std::vector<Area>& areas) {
  std::vector<Choice> choices;
  for (const auto& area : areas) choices.push_back({area.id.text(), area.name});
  return choices;
}

std::vector<Choice> standing(const std::vector<Terminal>& terminals) {
  std::vector<Choice> choices;
  for (const auto& terminal : terminals) {
    if (terminal.state == TerminalState::withdrawn) continue;
    choices.push_back({terminal.id.text(), terminal.name});
  }
  return choices;
}

/// `code`: of the terminal that was registered just now, shown once.
Result<Response> terminals_page(const RegisterScreens& screens, const Visit& visit,
                                const Acting& acting, const Form& form,
                                const std::optional<std::string>& code = std::nullopt) {
  const auto view = KENPO_TRY(show_terminals(screens.office, acting));
  const bool demanded = terminals_demanded(view.terminals, view.switches, visit.now().day());
  const bool here = acting.place == notice::Place::registered_terminal;
  SectionPage page(visit);
  page.faults(form);
  if (code) {
    page.notification(desk::NotificationKind::success, "登録コード：" + *code,
                      "一度だけ表示します。1時間以内に、登録する端末で「この端末の登録」に"
                      "入れてください。");
  }
  page.section("いまの決まり")
      .facts({{"端末の限定", demanded ? "登録端末でだけ開ける" : "どの端末でも開ける"},
              {"この端末", here ? "登録済み" : "登録されていません"},
              {"限定する類型", sensitive_words()}})
      .form("/terminal-demands", "決まりを変える",
            FormFields().select(form, wanted_field, wanted).input(form, from_field))
      .section("端末",
               "登録が示すのは、登録のときに渡した秘密を、そのブラウザーが持っていることです。"
               "ブラウザーの設定を別の機器に写されれば、見分けられません。")
      .table(terminals_table(view))
      .form("/terminals", "登録コードを出す",
            FormFields()
                .input(form, name_field)
                .select(form, area_field, area_choices(view.areas))
                .input(form, address_field))
      .section("この端末の登録")
      .form("/terminal-enrolments", "この端末を登録する", FormFields().input(form, code_field));
  const auto choices = standing(view.terminals);
  if (!choices.empty()) {
    page.section("取消し").form("/terminal-withdrawals", "登録を取り消す",
                                FormFields().select(form, terminal_field, choices));
  }
  return page.finish({.title = "登録端末",
                      .section = "/registers",
                      .crumbs = {{"台帳(安全管理)", "/registers"}},
                      .submit_label = "決まりを変える"});
}

Result<Response> again(const RegisterScreens& screens, const Visit& visit, const Acting& acting,
                       Form& form, const base::Faults& faults) {
  form.note(faults);
  return terminals_page(screens, visit, acting, form);
}

Result<Response> add_terminal(const RegisterScreens& screens, const Visit& visit,
                              const Acting& acting, const Changed& changed) {
  const auto view = KENPO_TRY(show_terminals(screens.office, acting));
  auto form = visit.form();
  const auto name = form.text(name_field);
  const auto area = form.choice(area_field, area_choices(view.areas));
  const auto address = form.text(address_field);
  if (!form.ok()) return terminals_page(screens, visit, acting, form);
  const auto code = register_terminal(screens.office, acting,
                                      {.id = TerminalId::draw(),
                                       .name = *name,
                                       .area = *AreaId::parse(*area),
                                       .address = address.value_or(""),
                                       .state = TerminalState::awaiting,
                                       .secret_sha256 = {},
                                       .decided_at = {}});
  if (!code.ok()) return again(screens, visit, acting, form, code.faults());
  KENPO_TRY(changed());
  return terminals_page(screens, visit, acting, Form(), *code);
}

Result<Response> enrol(const RegisterScreens& screens, const Visit& visit, const Acting& acting,
                       const Changed& changed) {
  auto form = visit.form();
  const auto code = form.text(code_field);
  if (!form.ok()) return terminals_page(screens, visit, acting, form);
  const auto secret = enrol_terminal(screens.office, acting, *code, visit.request().address);
  if (!secret.ok()) return again(screens, visit, acting, form, secret.faults());
  KENPO_TRY(changed());
  auto response = visit.redirect_with("/terminals", "この端末を登録しました。");
  response.with_header("Set-Cookie", std::string(terminal_cookie) + "=" + *secret +
                                         "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" +
                                         std::to_string(terminal_seconds));
  return response;
}

Result<Response> withdraw(const RegisterScreens& screens, const Visit& visit, const Acting& acting,
                          const Changed& changed) {
  auto form = visit.form();
  const auto id = form.read<TerminalId>(
      terminal_field, [](const std::string& text) { return TerminalId::parse(text); },
      {"選び直してください。", "Choose again."});
  if (!form.ok()) return terminals_page(screens, visit, acting, form);
  const auto done = withdraw_terminal(screens.office, acting, *id);
  if (!done.ok()) return again(screens, visit, acting, form, done.faults());
  KENPO_TRY(changed());
  return visit.redirect_with("/terminals", "端末の登録を取り消しました。");
}

Result<Response> demand(const RegisterScreens& screens, const Visit& visit, const Acting& acting,
                        const Changed& changed) {
  auto form = visit.form();
  const auto chosen = form.choice(wanted_field, wanted);
  const auto from = form.date(from_field);
  if (!form.ok()) return terminals_page(screens, visit, acting, form);
  const auto value = *chosen == "2" ? TerminalDemand::Wanted::yes : TerminalDemand::Wanted::no;
  const auto done = set_terminal_demand(screens.office, acting, {value, *from});
  if (!done.ok()) return again(screens, visit, acting, form, done.faults());
  KENPO_TRY(changed());
  return visit.redirect_with("/terminals", "決まりを変えました。");
}

}  // namespace of_terminals

void add_terminal_routes(desk::Router& router, const RegisterScreens& screens,
                         const TerminalBook& book, std::function<base::Result<>()> changed) {
  using namespace of_terminals;
  router.set_where_from([&book](const desk::Request& request) {
    return book.place_of(request.cookies.text(terminal_cookie), request.address);
  });
  router.get_act<terminal_show>("/terminals", [screens](const Visit& visit, const Acting& acting) {
    return terminals_page(screens, visit, acting, Form());
  });
  router.post_act<terminal_register>("/terminals",
                                     [screens, changed](const Visit& visit, const Acting& acting) {
                                       return add_terminal(screens, visit, acting, changed);
                                     });
  router.post_act<terminal_enrol>("/terminal-enrolments",
                                  [screens, changed](const Visit& visit, const Acting& acting) {
                                    return enrol(screens, visit, acting, changed);
                                  });
  router.post_act<terminal_register>("/terminal-withdrawals",
                                     [screens, changed](const Visit& visit, const Acting& acting) {
                                       return withdraw(screens, visit, acting, changed);
                                     });
  router.post_act<terminal_register>("/terminal-demands",
                                     [screens, changed](const Visit& visit, const Acting& acting) {
                                       return demand(screens, visit, acting, changed);
                                     });
}

}  // namespace kenpo::safeguard
