#include "safeguard/register_page.h"

#include <algorithm>

#include "desk/section_page.h"
#include "safeguard/register_act.h"
#include "safeguard/terminal_act.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_items {

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
using Handlers = std::vector<staff::NamedHandler>;
using notice::Acting;

constexpr Field kind_field{.name = "kind", .label = "種類"};
constexpr Field label_field{.name = "label", .label = "管理番号", .length_limit = 32};
constexpr Field contents_field{
    .name = "contents",
    .label = "内容",
    .support = "中身を、人の名前を書かずに書きます。例：令和8年10月分レセプト",
    .length_limit = 100};
constexpr Field protection_field{.name = "protection", .label = "中身を守る方法"};
constexpr Field area_field{.name = "area", .label = "区域"};
constexpr Field place_field{.name = "place", .label = "置き場所", .length_limit = 60};
constexpr Field holder_field{.name = "holder", .label = "管理する人"};
constexpr Field state_field{.name = "state", .label = "状態"};

const std::vector<Choice> kinds = {{"1", "機器"}, {"2", "電子媒体"}, {"3", "書類"}};
const std::vector<Choice> protections = {{"1", "暗号化"}, {"2", "封緘"}, {"3", "施錠"}};
/// 「持ち運び中」 comes from the carrying log alone.
const std::vector<Choice> states = {
    {"1", "使用中"}, {"2", "保管中"}, {"4", "紛失・盗難"}, {"5", "廃棄済み"}};
const std::vector<Choice> findings = {
    {"1", "台帳どおり"}, {"2", "別の場所にあった"}, {"3", "見つからない"}};

template <typename Kind>
Kind chosen(const std::string& value) {
  return static_cast<Kind>(value.front() - '0');
}

ChipKind chip_of(ItemState state) {
  switch (state) {
    case ItemState::in_use:
    case ItemState::stored:
      return ChipKind::done;
    case ItemState::carried:
      return ChipKind::waiting;
    case ItemState::lost:
      return ChipKind::problem;
    case ItemState::disposed:
    case ItemState::sent_out:
      return ChipKind::plain;
  }
  return ChipKind::plain;
}

std::string area_name(const std::vector<Area>& areas, const AreaId& id) {
  const auto at = std::ranges::find(areas, id, &Area::id);
  if (id == no_area) return "印刷した席";
  return at == areas.end() ? "登録のない区域" : at->name;
}

std::vector<Choice> area_choices(const std::vector<Area>& areas) {
  std::vector<Choice> choices;
  for (const auto& area : areas) choices.push_back({area.id.text(), area.name});
  return choices;
}

std::string item_address(const ItemId& id) { return "/kept-items/" + std::string(id.text()); }

desk::Data items_table(const RegisterView& view, const Handlers& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& item : view.items) {
    rows.push_back({desk::link_cell(item.label, item_address(item.id)),
                    {wording(item.kind).ja.text()},
                    {item.contents},
                    {wording(item.protection).ja.text()},
                    {area_name(view.areas, item.area) + " " + item.place},
                    {staff_name(handlers, item.holder)},
                    desk::chip_cell(chip_of(item.state), wording(item.state).ja.text())});
  }
  return desk::table(
      "機器・媒体・書類",
      {{"管理番号"}, {"種類"}, {"内容"}, {"守る方法"}, {"場所"}, {"管理する人"}, {"状態"}}, rows,
      std::to_string(rows.size()) + "件");
}

desk::Data checks_table(const std::vector<StockCheck>& checks, const Handlers& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& check : checks) {
    const auto missing = check.count(Found::missing);
    rows.push_back({{check.at.short_text()},
                    {staff_name(handlers, check.by)},
                    {std::to_string(check.lines.size())},
                    {std::to_string(check.count(Found::elsewhere))},
                    {std::to_string(missing)},
                    desk::chip_cell(missing == 0 ? ChipKind::done : ChipKind::problem,
                                    missing == 0 ? "差異なし" : "紛失あり")});
  }
  using Holds = desk::Column::Holds;
  return desk::table("棚卸し",
                     {{"日時"},
                      {"行った人"},
                      {"件数", Holds::numbers},
                      {"場所違い", Holds::numbers},
                      {"見つからない", Holds::numbers},
                      {"結果"}},
                     rows);
}

FormFields item_fields(const Form& form, const std::vector<Area>& areas, const Handlers& handlers) {
  return FormFields()
      .select(form, kind_field, kinds)
      .input(form, label_field)
      .input(form, contents_field)
      .select(form, protection_field, protections)
      .select(form, area_field, area_choices(areas))
      .input(form, place_field)
      .select(form, holder_field, staff_choices(handlers))
      .select(form, state_field, states);
}

bool any_lost(const std::vector<Item>& items) {
  return std::ranges::find(items, ItemState::lost, &Item::state) != items.end();
}

void tell_loss(SectionPage& page) {
  page.notification(desk::NotificationKind::error, "紛失・盗難になっているものがあります。",
                    "「漏えい等」の画面で、漏えい等のおそれとして記録してください"
                    "(個人情報保護法26条)。");
}

Result<Response> items_page(const RegisterScreens& screens, const Visit& visit,
                            const Acting& acting, const Form& form) {
  const auto view = KENPO_TRY(show_register(screens.office, acting));
  const auto handlers = screens.handlers();
  SectionPage page(visit);
  page.faults(form);
  if (any_lost(view.items)) tell_loss(page);
  page.lead("個人データの入った機器・電子媒体・書類を、管理する人と場所とともに記録します。")
      .section("台帳")
      .table(items_table(view, handlers));
  if (any_lost(view.items)) page.link("漏えい等を記録する", "/incidents");
  page.section("棚卸し").table(checks_table(view.checks, handlers));
  if (!view.items.empty()) page.link("棚卸しをする", "/stock-checks");
  page.section("印刷した書類", "画面から開いた通知書などの書類は、自動でここに入ります。")
      .link("印刷した書類を開く", "/printed-papers");
  page.section("登録").form("/kept-items", "登録する", item_fields(form, view.areas, handlers));
  return page.finish({.title = "機器・媒体・書類の台帳",
                      .section = "/registers",
                      .crumbs = {{"台帳(安全管理)", "/registers"}},
                      .submit_label = "登録する"});
}

std::optional<Item> read_item(Form& form, const std::vector<Area>& areas,
                              const Handlers& handlers) {
  const auto kind = form.choice(kind_field, kinds);
  const auto label = form.text(label_field);
  const auto contents = form.text(contents_field);
  const auto protection = form.choice(protection_field, protections);
  const auto area = form.choice(area_field, area_choices(areas));
  const auto place = form.text(place_field);
  const auto holder = form.choice(holder_field, staff_choices(handlers));
  const auto state = form.choice(state_field, states);
  if (!form.ok()) return std::nullopt;
  return Item{.id = ItemId::draw(),
              .kind = chosen<ItemKind>(*kind),
              .label = *label,
              .contents = *contents,
              .protection = chosen<Protection>(*protection),
              .area = *AreaId::parse(*area),
              .place = *place,
              .holder = *base::StaffId::parse(*holder),
              .state = chosen<ItemState>(*state)};
}

Result<Response> add_item(const RegisterScreens& screens, const Visit& visit,
                          const Acting& acting) {
  const auto view = KENPO_TRY(show_register(screens.office, acting));
  auto form = visit.form();
  const auto item = read_item(form, view.areas, screens.handlers());
  if (!item) return items_page(screens, visit, acting, form);
  const auto done = enter_item(screens.office, acting, *item);
  if (!done.ok()) {
    form.note(done.faults());
    return items_page(screens, visit, acting, form);
  }
  return visit.redirect_with("/kept-items", "登録しました。");
}

void prefill(Form& form, const Item& item) {
  const auto digit = [](auto value) { return std::to_string(static_cast<int>(value)); };
  form.prefill("kind", digit(item.kind));
  form.prefill("label", item.label);
  form.prefill("contents", item.contents);
  form.prefill("protection", digit(item.protection));
  form.prefill("area", std::string(item.area.text()));
  form.prefill("place", item.place);
  form.prefill("holder", std::string(item.holder.text()));
  form.prefill("state", digit(item.state));
}

Result<Response> item_page(const RegisterScreens& screens, const Visit& visit, const Acting& acting,
                           Form form) {
  const auto id = KENPO_TRY(visit.id<ItemId>("item"));
  const auto view = KENPO_TRY(show_item(screens.office, acting, id));
  const auto handlers = screens.handlers();
  prefill(form, view.item);
  std::vector<std::vector<Cell>> rows;
  for (const auto& [item, at] : view.history) {
    rows.push_back({{at.short_text()},
                    {area_name(view.areas, item.area) + " " + item.place},
                    {staff_name(handlers, item.holder)},
                    desk::chip_cell(chip_of(item.state), wording(item.state).ja.text())});
  }
  SectionPage page(visit);
  page.faults(form);
  if (view.item.state == ItemState::lost) tell_loss(page);
  page.section("経過").table(
      desk::table("経過", {{"日時"}, {"場所"}, {"管理する人"}, {"状態"}}, rows));
  if (view.item.state == ItemState::lost) page.link("漏えい等を記録する", "/incidents");
  if (!is_gone(view.item.state)) {
    page.section("変更").form(item_address(id), "変更する",
                              item_fields(form, view.areas, handlers));
  }
  return page.finish(
      {.title = view.item.label,
       .section = "/registers",
       .crumbs = {{"台帳(安全管理)", "/registers"}, {"機器・媒体・書類の台帳", "/kept-items"}},
       .submit_label = "変更する"});
}

Result<Response> change_item(const RegisterScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ItemId>("item"));
  const auto view = KENPO_TRY(show_register(screens.office, acting));
  auto form = visit.form();
  auto item = read_item(form, view.areas, screens.handlers());
  if (!item) return item_page(screens, visit, acting, form);
  item->id = id;
  const auto done = enter_item(screens.office, acting, *item);
  if (!done.ok()) {
    form.note(done.faults());
    return item_page(screens, visit, acting, form);
  }
  return visit.redirect_with(item_address(id), "変更しました。");
}

/// One field for each item of a stock check.
Field found_field(const std::string& name, const std::string& label) {
  return {.name = name, .label = label};
}

Result<Response> stock_page(const RegisterScreens& screens, const Visit& visit,
                            const Acting& acting, const Form& form) {
  const auto view = KENPO_TRY(show_register(screens.office, acting));
  FormFields fields;
  for (const auto& item : view.items) {
    if (is_gone(item.state)) continue;
    const auto label = item.label + "(" + area_name(view.areas, item.area) + " " + item.place + ")";
    fields.select(form, found_field("found-" + std::string(item.id.text()), label), findings);
  }
  SectionPage page(visit);
  page.faults(form)
      .lead("台帳のものを一つずつ見て、結果を選びます。見つからないものは、紛失・盗難になります。")
      .section("棚卸し")
      .form("/stock-checks", "棚卸しを記録する", std::move(fields));
  return page.finish(
      {.title = "棚卸し",
       .section = "/registers",
       .crumbs = {{"台帳(安全管理)", "/registers"}, {"機器・媒体・書類の台帳", "/kept-items"}},
       .submit_label = "棚卸しを記録する"});
}

Result<Response> record_stock(const RegisterScreens& screens, const Visit& visit,
                              const Acting& acting) {
  const auto view = KENPO_TRY(show_register(screens.office, acting));
  auto form = visit.form();
  std::vector<StockLine> lines;
  for (const auto& item : view.items) {
    if (is_gone(item.state)) continue;
    const auto name = "found-" + std::string(item.id.text());
    const auto found = form.choice(found_field(name, item.label), findings);
    if (found) lines.push_back({item.id, chosen<Found>(*found)});
  }
  if (!form.ok()) return stock_page(screens, visit, acting, form);
  const auto done = record_stock_check(screens.office, acting, lines);
  if (!done.ok()) {
    form.note(done.faults());
    return stock_page(screens, visit, acting, form);
  }
  return visit.redirect_with("/kept-items", "棚卸しを記録しました。");
}

Result<Response> registers_page(const notice::Gate& gate, const Visit& visit) {
  SectionPage page(visit);
  page.lead("公表事項2の物理的安全管理措置の記録です。")
      .section("区域と入退室", "区域、入退室カード、入退室の記録、利用との照合")
      .link("区域と入退室を開く", "/areas");
  // The system operator's work: others would be refused.
  if (gate.ruling(terminal_show, visit.staff()).refusal == notice::Refusal::none) {
    page.section("端末", "要配慮個人情報を開ける端末").link("端末を開く", "/terminals");
  }
  page.section("機器・媒体・書類", "個人データの入ったものの台帳と棚卸し")
      .link("台帳を開く", "/kept-items")
      .section("印刷した書類", "印刷した書類と、その投函・引渡し・廃棄")
      .link("印刷した書類を開く", "/printed-papers")
      .section("持ち運び", "事務所の中の移動を含む、持ち出しと戻り")
      .link("持ち運びを開く", "/carryings");
  return page.finish({.title = "台帳(安全管理)", .section = "/registers"});
}

}  // namespace of_items

void add_register_routes(desk::Router& router, const RegisterScreens& screens) {
  using namespace of_items;
  router.menu<register_show>(desk::MenuGroup::safety, "/registers", "台帳(安全管理)");
  router.get<register_show>("/registers",
                            [screens](const Visit& visit, const notice::Permit<register_show>&) {
                              return registers_page(screens.office.gate, visit);
                            });
  router.get_act<register_show>("/kept-items", [screens](const Visit& visit, const Acting& acting) {
    return items_page(screens, visit, acting, Form());
  });
  router.post_act<register_enter>("/kept-items",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return add_item(screens, visit, acting);
                                  });
  router.get_act<register_show>("/kept-items/{item}",
                                [screens](const Visit& visit, const Acting& acting) {
                                  return item_page(screens, visit, acting, Form());
                                });
  router.post_act<register_enter>("/kept-items/{item}",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return change_item(screens, visit, acting);
                                  });
  router.get_act<register_show>("/stock-checks",
                                [screens](const Visit& visit, const Acting& acting) {
                                  return stock_page(screens, visit, acting, Form());
                                });
  router.post_act<stock_check_record>("/stock-checks",
                                      [screens](const Visit& visit, const Acting& acting) {
                                        return record_stock(screens, visit, acting);
                                      });
}

}  // namespace kenpo::safeguard
