#include "premium/change_page.h"

#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/establishment_act.h"
#include "eligibility/link_page.h"
#include "premium/change_form_page.h"
#include "premium/change_list_act.h"
#include "premium/change_save_act.h"
#include "premium/change_words_page.h"

namespace kenpo::premium {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using eligibility::EstablishmentNames;
using eligibility::Ledger;
using Holds = desk::Column::Holds;

constexpr Field reason_field{.name = "reason",
                             .label = "訂正の理由",
                             .support = "もとになった届出や書類も書きます。",
                             .length_limit = change_reason_limit_characters};
constexpr Field undo_reason_field{
    .name = "reason", .label = "取消しの理由", .length_limit = change_reason_limit_characters};
constexpr std::int64_t amount_limit_yen = 1'000'000'000;  // no person's premiums are more
constexpr Field expected_field{.name = "expected", .label = "確認した差額"};

/// Everything that the screens of one person are made from.
struct Office {
  const desk::Router& router;
  Ledger ledger;
  ChangeNeighbours neighbours;
};

std::string member_address(const base::PersonId& person) {
  return "/members/" + std::string(person.text());
}
std::string change_address(const ChangeId& id) {
  return "/premium-changes/" + std::string(id.text());
}

desk::PageHead head_of(const Office& office, const Visit& visit, const base::PersonId& person,
                       std::string title) {
  desk::PageHead head;
  head.title = std::move(title);
  head.section = "/members";
  head.crumbs = {{"加入者", "/members"}};
  const auto member = eligibility::open_address(office.router, visit, member_address(person));
  if (!member.empty()) head.crumbs.push_back({"加入者台帳", member});
  return head;
}

Cell state_cell(const SavedChange& change, const std::vector<SavedChange>& all) {
  if (change.reverses) return desk::chip_cell(desk::ChipKind::plain, "取消し");
  for (const auto& other : all) {
    if (other.reverses == change.id) return desk::chip_cell(desk::ChipKind::plain, "取消し済み");
  }
  return desk::chip_cell(desk::ChipKind::done, "有効");
}

Data changes_table(const std::vector<SavedChange>& changes) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : changes) {
    rows.push_back({{one.decided_at.short_text()},
                    desk::link_cell(wording(one.kind).ja.text(), change_address(one.id)),
                    {one.detail},
                    {base::era_month(one.first_month)},
                    {signed_yen(one.expected)},
                    state_cell(one, changes)});
  }
  return desk::table("訂正の記録",
                     {{"登録した日時"},
                      {"訂正"},
                      {"内容"},
                      {"影響の始まる月"},
                      {"差額(円)", Holds::numbers},
                      {"状態"}},
                     rows, desk::grouped(static_cast<std::int64_t>(rows.size())) + "件");
}

Result<Response> ground_page(const Office& office, const Visit& visit,
                             const notice::Acting& acting) {
  auto ledger = office.ledger;
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto ground = KENPO_TRY(show_change_ground(ledger, acting, person));
  std::vector<Data> kinds;
  for (const auto& form : change_forms()) {
    if (!fits(form, ground)) continue;
    kinds.push_back(
        Data()
            .text("address", member_address(person) + "/changes/" + std::string(form.address))
            .text("label", wording(form.kind).ja.text())
            .text("support", std::string(form.support)));
  }
  Data data;
  data.text("insured", eligibility::insured_words(ground.insured))
      .list("kinds", std::move(kinds))
      .section("changes", changes_table(ground.changes));
  return desk::page(visit, head_of(office, visit, person, "過去の事実の訂正"), "change_ground_page",
                    std::move(data));
}

/// What the form of a kind needs, however often it is shown.
struct Asked {
  base::PersonId person;
  const ChangeForm* kind;
  ChangeGround ground;
};
Result<Asked> asked_of(Ledger& ledger, const Visit& visit, const notice::Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto* kind = find_change_form(visit.path_value("kind"));
  if (kind == nullptr) return Visit::no_such_page();
  auto ground = KENPO_TRY(show_change_ground(ledger, acting, person));
  if (!fits(*kind, ground)) return Visit::no_such_page();
  return Asked{person, kind, std::move(ground)};
}

Result<Response> form_page(const Office& office, const Visit& visit, const Asked& asked,
                           Form form) {
  const auto base_address = member_address(asked.person);
  const std::string kind(asked.kind->address);
  const auto title = wording(asked.kind->kind).ja.text();
  Data data;
  data.section("error_summary", form.error_summary())
      .text("insured", eligibility::insured_words(asked.ground.insured))
      .text("support", std::string(asked.kind->support))
      .text("form_token", visit.form_token())
      .text("address", base_address + "/change-effects/" + kind)
      .list("inputs", change_inputs(*asked.kind, asked.ground, form));
  auto head = head_of(office, visit, asked.person, title);
  head.crumbs.push_back({"過去の事実の訂正", base_address + "/changes"});
  head.submit_label = "影響を確かめる";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "change_form_page", std::move(data));
}

Result<Response> empty_form_page(const Office& office, const Visit& visit,
                                 const notice::Acting& acting) {
  auto ledger = office.ledger;
  const auto asked = KENPO_TRY(asked_of(ledger, visit, acting));
  return form_page(office, visit, asked, Form());
}

/// The effects of what was typed, with the form that saves it.
Result<Response> effect_page(const Office& office, const Visit& visit, const Asked& asked,
                             const ChangeEffect& effect, const EstablishmentNames& names,
                             const Form& typed) {
  const auto base_address = member_address(asked.person);
  const std::string kind(asked.kind->address);
  const bool may_save = office.ledger.gate.ruling(premium_change_save, visit.staff()).refusal ==
                        notice::Refusal::none;
  Data data = effect_data(effect, names);
  data.section("error_summary", typed.error_summary())
      .text("insured", eligibility::insured_words(asked.ground.insured))
      .text("form_token", visit.form_token())
      .when("may_save", may_save)
      .text("save_address", base_address + "/changes/" + kind)
      .text("back_address", base_address + "/changes/" + kind)
      .list("hidden", change_hidden(*asked.kind, typed))
      .text("expected", std::to_string(effect.claimed.total().amount()))
      .section("reason", typed.input(reason_field));
  auto head = head_of(office, visit, asked.person, wording(asked.kind->kind).ja.text() + "の影響");
  head.crumbs.push_back({"過去の事実の訂正", base_address + "/changes"});
  if (may_save) head.submit_label = "訂正を登録する";
  head.started = {&premium_change_save};
  head.status = typed.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "change_effect_page", std::move(data));
}

Result<Response> preview(const Office& office, const Visit& visit, const notice::Acting& acting) {
  auto ledger = office.ledger;
  const auto asked = KENPO_TRY(asked_of(ledger, visit, acting));
  const auto establishments = KENPO_TRY(eligibility::establishments_beside(ledger, acting));
  auto form = visit.form();
  const auto detail = read_change(*asked.kind, asked.ground, establishments, form);
  if (!detail) return form_page(office, visit, asked, std::move(form));
  const auto effect = preview_change(ledger, acting, {asked.person, *detail}, office.neighbours);
  if (!effect.ok()) {
    form.note(effect.faults());
    return form_page(office, visit, asked, std::move(form));
  }
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  return effect_page(office, visit, asked, *effect, names, form);
}

Result<Response> save(const Office& office, const Visit& visit, const notice::Acting& acting) {
  auto ledger = office.ledger;
  const auto asked = KENPO_TRY(asked_of(ledger, visit, acting));
  const auto establishments = KENPO_TRY(eligibility::establishments_beside(ledger, acting));
  auto form = visit.form();
  const auto detail = read_change(*asked.kind, asked.ground, establishments, form);
  if (!detail) return form_page(office, visit, asked, std::move(form));
  const auto reason = form.text(reason_field);
  const auto expected = form.number(expected_field, -amount_limit_yen, amount_limit_yen);
  if (form.ok()) {
    const auto saved =
        save_change(ledger, acting, {{asked.person, *detail}, *reason, base::Yen(*expected)});
    if (saved.ok()) {
      return visit.redirect_with(change_address(saved->id),
                                 "訂正を登録しました。差額は次の調定で請求します。");
    }
    form.note(saved.faults());
  }
  const auto effect = preview_change(ledger, acting, {asked.person, *detail}, office.neighbours);
  if (!effect.ok()) return form_page(office, visit, asked, std::move(form));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  return effect_page(office, visit, asked, *effect, names, form);
}

Data posted_table(const ChangeView& view) {
  std::vector<std::vector<Cell>> rows;
  base::Yen total;
  for (const auto& one : view.posted) {
    total += one.total;
    rows.push_back({{base::era_month(one.month)},
                    {one.kind == PremiumKind::monthly ? "報酬" : "賞与"},
                    {base::era_month(one.billed)},
                    {signed_yen(one.insured)},
                    {signed_yen(one.total - one.insured)},
                    {signed_yen(one.total)}});
  }
  if (!rows.empty()) rows.push_back({{"合計"}, {""}, {""}, {""}, {""}, {signed_yen(total)}});
  return desk::table("登録のあとに調定した遡及分",
                     {{"月"},
                      {"区分"},
                      {"請求した月"},
                      {"被保険者負担(円)", Holds::numbers},
                      {"事業主負担(円)", Holds::numbers},
                      {"差額(円)", Holds::numbers}},
                     rows);
}

Result<Response> change_view_page(const Office& office, const Visit& visit,
                                  const notice::Acting& acting, const Form& form) {
  auto ledger = office.ledger;
  const auto id = KENPO_TRY(visit.id<ChangeId>("change"));
  const auto view = KENPO_TRY(show_change(ledger, acting, id));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  const auto& change = view.change;
  const bool standing = !view.reversal && !change.reverses;
  const bool may_undo =
      standing && office.ledger.gate.ruling(premium_change_reverse, visit.staff()).refusal ==
                      notice::Refusal::none;
  std::vector<desk::Item> items{{"内容", change.detail},
                                {"理由", change.reason},
                                {"登録した日時", change.decided_at.short_text()},
                                {"影響の始まる月", base::era_month(change.first_month)}};
  if (change.reverses) items.push_back({"種別", "前の訂正の取消し"});
  if (view.reversal) items.push_back({"取り消した日時", view.reversal->decided_at.short_text()});
  items.push_back({"調定", view.levied ? "差額を調定しました" : "次の調定を待っています"});
  Data data = effect_data(view.effect, names);
  data.section("error_summary", form.error_summary())
      .text("insured", eligibility::insured_words(view.insured))
      .section("record", desk::description_list(items))
      .section("posted", posted_table(view))
      .when("may_undo", may_undo)
      .text("form_token", visit.form_token())
      .text("undo_address", change_address(id) + "/reversal")
      .section("reason", form.input(undo_reason_field));
  auto head = head_of(office, visit, change.person, wording(change.kind).ja.text());
  head.crumbs.push_back({"過去の事実の訂正", member_address(change.person) + "/changes"});
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "change_page", std::move(data));
}

Result<Response> undo(const Office& office, const Visit& visit, const notice::Acting& acting) {
  auto ledger = office.ledger;
  const auto id = KENPO_TRY(visit.id<ChangeId>("change"));
  auto form = visit.form();
  const auto reason = form.text(undo_reason_field);
  if (form.ok()) {
    const auto undone = reverse_change(ledger, acting, id, *reason);
    if (undone.ok()) {
      return visit.redirect_with(change_address(undone->id),
                                 "訂正を取り消しました。差額は次の調定で戻ります。");
    }
    form.note(undone.faults());
  }
  return change_view_page(office, visit, acting, form);
}

Result<Response> changes_page(const Office& office, const Visit& visit,
                              const notice::Acting& acting) {
  auto ledger = office.ledger;
  const auto page = visit.page_number();
  const auto found = KENPO_TRY(show_changes(ledger, acting, (page - 1) * changes_of_a_page));
  std::vector<std::vector<Cell>> rows;
  for (const auto& [change, insured] : found.changes) {
    rows.push_back({{change.decided_at.short_text()},
                    {eligibility::insured_words(insured)},
                    desk::link_cell(wording(change.kind).ja.text(), change_address(change.id)),
                    {base::era_month(change.first_month)},
                    {signed_yen(change.expected)},
                    change.reverses ? desk::chip_cell(desk::ChipKind::plain, "取消し")
                                    : desk::chip_cell(desk::ChipKind::done, "訂正")});
  }
  Data data;
  data.section("changes", desk::table("訂正と取消し",
                                      {{"登録した日時"},
                                       {"記号・番号と氏名"},
                                       {"訂正"},
                                       {"影響の始まる月"},
                                       {"差額(円)", Holds::numbers},
                                       {"種別"}},
                                      rows, desk::grouped(found.count) + "件"))
      .section("pager", desk::pager(page, found.count, changes_of_a_page, "/premium-changes"));
  desk::PageHead head;
  head.title = "過去の事実の訂正";
  head.section = "/levies";
  head.crumbs = {{"保険料の調定", "/levies"}};
  return desk::page(visit, std::move(head), "changes_page", std::move(data));
}

}  // namespace

void add_change_routes(desk::Router& router, const Ledger& ledger,
                       const ChangeNeighbours& neighbours) {
  const Office office{router, ledger, neighbours};
  using notice::Acting;
  router.get_act<premium_change_list>("/premium-changes",
                                      [office](const Visit& visit, const Acting& acting) {
                                        return changes_page(office, visit, acting);
                                      });
  router.get_act<premium_change_list>("/premium-changes/{change}",
                                      [office](const Visit& visit, const Acting& acting) {
                                        return change_view_page(office, visit, acting, Form());
                                      });
  router.post_act<premium_change_reverse>(
      "/premium-changes/{change}/reversal",
      [office](const Visit& visit, const Acting& acting) { return undo(office, visit, acting); });
  router.get_act<premium_change_list>("/members/{id}/changes",
                                      [office](const Visit& visit, const Acting& acting) {
                                        return ground_page(office, visit, acting);
                                      });
  router.get_act<premium_change_list>("/members/{id}/changes/{kind}",
                                      [office](const Visit& visit, const Acting& acting) {
                                        return empty_form_page(office, visit, acting);
                                      });
  router.post_act<premium_change_preview>("/members/{id}/change-effects/{kind}",
                                          [office](const Visit& visit, const Acting& acting) {
                                            return preview(office, visit, acting);
                                          });
  router.post_act<premium_change_save>(
      "/members/{id}/changes/{kind}",
      [office](const Visit& visit, const Acting& acting) { return save(office, visit, acting); });
}

}  // namespace kenpo::premium
