#include "remuneration/manual_page.h"

#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "remuneration/basis_page.h"
#include "remuneration/manual_act.h"
#include "remuneration/manual_form_page.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using eligibility::Ledger;
using Holds = desk::Column::Holds;

constexpr Field manual_reason_field{.name = "reason",
                                    .label = "決定の理由",
                                    .support = "もとになった申出書や書類も書きます。",
                                    .length_limit = manual_reason_limit_characters};

struct Desk {
  const desk::Router& router;
  Ledger ledger;
};

std::string person_address(const base::PersonId& person) {
  return "/members/" + std::string(person.text());
}
std::string manual_address(const ManualId& id) {
  return "/determinations/" + std::string(id.text());
}
std::string amount_words(base::Yen amount) {
  return amount == base::Yen() ? "なし" : amount.grouped() + "円";
}

Cell state_cell(ManualState state) {
  const auto words = wording(state).ja.text();
  switch (state) {
    case ManualState::open:
      return desk::chip_cell(desk::ChipKind::waiting, words);
    case ManualState::confirmed:
      return desk::chip_cell(desk::ChipKind::done, words);
    case ManualState::refused:
      return desk::chip_cell(desk::ChipKind::problem, words);
  }
  return {};
}

desk::PageHead person_head(const Desk& desk, const Visit& visit, const base::PersonId& person,
                           std::string title) {
  desk::PageHead head;
  head.title = std::move(title);
  head.section = "/members";
  head.crumbs = {{"加入者", "/members"}};
  const auto member = eligibility::open_address(desk.router, visit, person_address(person));
  if (!member.empty()) head.crumbs.push_back({"加入者台帳", member});
  return head;
}

std::vector<desk::Item> manual_items(const ManualDetermination& manual) {
  return {
      {"決定",
       wording(manual.kind).ja.text() + "(" + remuneration::article(manual.kind).text() + ")"},
      {"適用", base::era_month(manual.from) + "から"},
      {"従前の標準報酬月額", amount_words(manual.previous_standard)},
      {"報酬月額", amount_words(manual.monthly)},
      {"標準報酬月額", amount_words(manual.standard) + "(" + std::to_string(manual.grade) + "級)"}};
}

/// What papers a deep fall asks for, by the society's own rule.
Result<bool> falls_deep(const ManualDetermination& manual) {
  if (manual.previous_standard == base::Yen()) return false;
  const auto on = manual.from.first_day();
  const auto old = KENPO_TRY(grade_of(on, manual.previous_standard));
  return old && *old - manual.grade >= KENPO_TRY(attachment_grades_on(on));
}

Result<Response> ground_page(const Desk& desk, const Visit& visit, const notice::Acting& acting) {
  auto ledger = desk.ledger;
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto ground = KENPO_TRY(show_manual_ground(ledger, acting, person));
  std::vector<Data> kinds;
  for (const auto& form : manual_forms()) {
    kinds.push_back(Data()
                        .text("address", person_address(person) + "/determinations/" +
                                             std::string(form.address))
                        .text("label", wording(form.kind).ja.text())
                        .text("support", std::string(form.support)));
  }
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : ground.entered) {
    rows.push_back({{one.proposed_at.short_text()},
                    desk::link_cell(wording(one.kind).ja.text(), manual_address(one.id)),
                    {base::era_month(one.from)},
                    desk::yen_cell(one.standard),
                    state_cell(one.state)});
  }
  Data data;
  data.text("insured", eligibility::insured_words(ground.insured))
      .list("kinds", std::move(kinds))
      .section("entered",
               desk::table("個別の決定の記録",
                           {{"入力した日時"},
                            {"決定"},
                            {"適用する月"},
                            {"標準報酬月額(円)", Holds::numbers},
                            {"状態"}},
                           rows, desk::grouped(static_cast<std::int64_t>(rows.size())) + "件"));
  return desk::page(visit, person_head(desk, visit, person, "標準報酬の個別の決定"),
                    "manual_ground_page", std::move(data));
}

struct AskedManual {
  base::PersonId person;
  const ManualForm* kind;
  ManualGround ground;
};
Result<AskedManual> asked_manual(Ledger& ledger, const Visit& visit, const notice::Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto* kind = find_manual_form(visit.path_value("kind"));
  if (kind == nullptr) return Visit::no_such_page();
  return AskedManual{person, kind, KENPO_TRY(show_manual_ground(ledger, acting, person))};
}

Result<Response> form_page(const Desk& desk, const Visit& visit, const AskedManual& asked,
                           Form form) {
  const auto base_address = person_address(asked.person);
  Data data;
  data.section("error_summary", form.error_summary())
      .text("insured", eligibility::insured_words(asked.ground.insured))
      .text("support", std::string(asked.kind->support))
      .text("form_token", visit.form_token())
      .text("address", base_address + "/determination-previews/" + std::string(asked.kind->address))
      .list("inputs", manual_inputs(*asked.kind, asked.ground, form));
  auto head = person_head(desk, visit, asked.person, wording(asked.kind->kind).ja.text());
  head.crumbs.push_back({"標準報酬の個別の決定", base_address + "/determinations"});
  head.submit_label = "決定の内容を確かめる";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "manual_form_page", std::move(data));
}

Result<Response> preview_page(const Desk& desk, const Visit& visit, const AskedManual& asked,
                              const ManualDetermination& made, const Form& form) {
  const auto base_address = person_address(asked.person);
  const bool may_enter =
      desk.ledger.gate.ruling(remuneration_manual_enter, visit.staff()).refusal ==
      notice::Refusal::none;
  Data data;
  data.section("error_summary", form.error_summary())
      .text("insured", eligibility::insured_words(asked.ground.insured))
      .section("made", desk::description_list(manual_items(made)))
      .when("falls_deep", KENPO_TRY(falls_deep(made)))
      .list("basis", basis_rows(made.lines))
      .when("may_enter", may_enter)
      .text("form_token", visit.form_token())
      .text("save_address", base_address + "/determinations/" + std::string(asked.kind->address))
      .list("hidden", manual_hidden(*asked.kind, form))
      .section("reason", form.input(manual_reason_field));
  auto head =
      person_head(desk, visit, asked.person, wording(asked.kind->kind).ja.text() + "の内容");
  head.crumbs.push_back({"標準報酬の個別の決定", base_address + "/determinations"});
  if (may_enter) head.submit_label = "登録する";
  head.started = {&remuneration_manual_enter};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "manual_preview_page", std::move(data));
}

Result<Response> preview(const Desk& desk, const Visit& visit, const notice::Acting& acting) {
  auto ledger = desk.ledger;
  const auto asked = KENPO_TRY(asked_manual(ledger, visit, acting));
  auto form = visit.form();
  const auto order = read_manual(*asked.kind, asked.ground, asked.person, form);
  if (!order) return form_page(desk, visit, asked, std::move(form));
  const auto made = preview_manual(ledger, acting, *order);
  if (!made.ok()) {
    form.note(made.faults());
    return form_page(desk, visit, asked, std::move(form));
  }
  return preview_page(desk, visit, asked, *made, form);
}

Result<Response> enter(const Desk& desk, const Visit& visit, const notice::Acting& acting) {
  auto ledger = desk.ledger;
  const auto asked = KENPO_TRY(asked_manual(ledger, visit, acting));
  auto form = visit.form();
  auto order = read_manual(*asked.kind, asked.ground, asked.person, form);
  if (!order) return form_page(desk, visit, asked, std::move(form));
  const auto made = preview_manual(ledger, acting, *order);
  if (!made.ok()) {
    form.note(made.faults());
    return form_page(desk, visit, asked, std::move(form));
  }
  if (const auto reason = form.text(manual_reason_field)) {
    order->reason = *reason;
    const auto entered = enter_manual(ledger, acting, *order);
    if (entered.ok()) {
      const bool open = entered->state == ManualState::open;
      return visit.redirect_with(
          manual_address(entered->id),
          open ? "登録しました。もう一人の決裁を待ちます。" : "標準報酬月額を決定しました。");
    }
    form.note(entered.faults());
  }
  return preview_page(desk, visit, asked, *made, form);
}

Result<Response> manual_view_page(const Desk& desk, const Visit& visit,
                                  const notice::Acting& acting, const Form& form) {
  auto ledger = desk.ledger;
  const auto id = KENPO_TRY(visit.id<ManualId>("determination"));
  const auto found = KENPO_TRY(show_manual(ledger, acting, id));
  const auto& manual = found.manual;
  auto items = manual_items(manual);
  items.push_back({"理由", manual.reason});
  items.push_back({"入力した日時", manual.proposed_at.short_text()});
  if (manual.decided_at) items.push_back({"決裁した日時", manual.decided_at->short_text()});
  const bool open = manual.state == ManualState::open;
  const bool own = manual.proposed_by == visit.staff();
  const bool may = desk.ledger.gate.ruling(remuneration_manual_decide, visit.staff()).refusal ==
                   notice::Refusal::none;
  const auto state = state_cell(manual.state);
  Data data;
  data.section("error_summary", form.error_summary())
      .text("insured", eligibility::insured_words(found.insured))
      .section("state", desk::chip(state.kind, state.words))
      .section("made", desk::description_list(items))
      .when("falls_deep", open && KENPO_TRY(falls_deep(manual)))
      .list("basis", basis_rows(manual.lines))
      .when("own", open && own)
      .when("may_decide", open && !own && may)
      .text("form_token", visit.form_token())
      .text("confirm_address", manual_address(id) + "/confirmation")
      .text("refuse_address", manual_address(id) + "/refusal");
  auto head = person_head(desk, visit, manual.person, wording(manual.kind).ja.text());
  head.crumbs.push_back({"標準報酬の個別の決定", "/determinations"});
  if (open && !own && may) head.submit_label = "決定する";
  head.started = {&remuneration_manual_decide};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "manual_page", std::move(data));
}

Result<Response> decide(const Desk& desk, const Visit& visit, const notice::Acting& acting,
                        ManualAnswer answer) {
  auto ledger = desk.ledger;
  const auto id = KENPO_TRY(visit.id<ManualId>("determination"));
  const auto decided = decide_on_manual(ledger, acting, id, answer);
  if (decided.ok()) {
    return visit.redirect_with(manual_address(id), answer == ManualAnswer::confirm
                                                       ? "標準報酬月額を決定しました。"
                                                       : "却下しました。");
  }
  Form form;
  form.note(decided.faults());
  return manual_view_page(desk, visit, acting, form);
}

Result<Response> list_page(const Desk& desk, const Visit& visit, const notice::Acting& acting) {
  auto ledger = desk.ledger;
  const auto page = visit.page_number();
  const bool decided = visit.query("state") == "decided";
  const auto found =
      KENPO_TRY(show_manuals(ledger, acting, decided ? ManualState::confirmed : ManualState::open,
                             (page - 1) * manual_of_a_page));
  std::vector<std::vector<Cell>> rows;
  for (const auto& [manual, insured] : found.entries) {
    rows.push_back({{manual.proposed_at.short_text()},
                    {eligibility::insured_words(insured)},
                    desk::link_cell(wording(manual.kind).ja.text(), manual_address(manual.id)),
                    {base::era_month(manual.from)},
                    desk::yen_cell(manual.previous_standard),
                    desk::yen_cell(manual.standard),
                    state_cell(manual.state)});
  }
  Data data;
  data.when("decided", decided)
      .section("entries", desk::table(decided ? "決定したもの" : "決裁を待つもの",
                                      {{"入力した日時"},
                                       {"記号・番号と氏名"},
                                       {"決定"},
                                       {"適用する月"},
                                       {"従前(円)", Holds::numbers},
                                       {"標準報酬月額(円)", Holds::numbers},
                                       {"状態"}},
                                      rows, desk::grouped(found.count) + "件"))
      .section("pager", desk::pager(page, found.count, manual_of_a_page,
                                    decided ? "/determinations?state=decided" : "/determinations"));
  desk::PageHead head;
  head.title = "標準報酬の個別の決定";
  head.section = "/regular-determinations";
  return desk::page(visit, std::move(head), "manuals_page", std::move(data));
}

}  // namespace

void add_manual_routes(desk::Router& router, const Ledger& ledger) {
  const Desk desk{router, ledger};
  using notice::Acting;
  router.get_act<remuneration_manual_show>(
      "/determinations",
      [desk](const Visit& visit, const Acting& acting) { return list_page(desk, visit, acting); });
  router.get_act<remuneration_manual_show>("/determinations/{determination}",
                                           [desk](const Visit& visit, const Acting& acting) {
                                             return manual_view_page(desk, visit, acting, Form());
                                           });
  router.post_act<remuneration_manual_decide>("/determinations/{determination}/confirmation",
                                              [desk](const Visit& visit, const Acting& acting) {
                                                return decide(desk, visit, acting,
                                                              ManualAnswer::confirm);
                                              });
  router.post_act<remuneration_manual_decide>(
      "/determinations/{determination}/refusal", [desk](const Visit& visit, const Acting& acting) {
        return decide(desk, visit, acting, ManualAnswer::refuse);
      });
  router.get_act<remuneration_manual_show>("/members/{id}/determinations",
                                           [desk](const Visit& visit, const Acting& acting) {
                                             return ground_page(desk, visit, acting);
                                           });
  router.get_act<remuneration_manual_show>(
      "/members/{id}/determinations/{kind}",
      [desk](const Visit& visit, const Acting& acting) -> Result<Response> {
        auto own = desk.ledger;
        const auto asked = KENPO_TRY(asked_manual(own, visit, acting));
        return form_page(desk, visit, asked, Form());
      });
  router.post_act<remuneration_manual_show>(
      "/members/{id}/determination-previews/{kind}",
      [desk](const Visit& visit, const Acting& acting) { return preview(desk, visit, acting); });
  router.post_act<remuneration_manual_enter>(
      "/members/{id}/determinations/{kind}",
      [desk](const Visit& visit, const Acting& acting) { return enter(desk, visit, acting); });
}

}  // namespace kenpo::remuneration
