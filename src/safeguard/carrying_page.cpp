#include "safeguard/carrying_page.h"

#include <algorithm>

#include "desk/section_page.h"
#include "safeguard/carrying_act.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_carryings {

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

constexpr Field item_field{.name = "item",
                           .label = "台帳のもの",
                           .need = Field::Need::optional,
                           .support = "台帳にない書類を運ぶときは、選びません。"};
constexpr Field contents_field{.name = "contents",
                               .label = "運ぶ内容",
                               .support = "例：10月分レセプト 1箱",
                               .length_limit = 100};
constexpr Field carrier_field{.name = "carrier", .label = "運ぶ人"};
constexpr Field reach_field{.name = "reach", .label = "行き先の範囲"};
constexpr Field from_field{.name = "from", .label = "どこから", .length_limit = 60};
constexpr Field to_field{.name = "to", .label = "どこへ", .length_limit = 60};
constexpr Field protection_field{.name = "protection", .label = "中身が分からないようにする方法"};
constexpr Field out_field{.name = "out_at",
                          .label = "持ち出した日時",
                          .support = "例：R8.11.24 9:30",
                          .length_limit = 40};
constexpr Field due_field{.name = "due_at", .label = "戻す予定の日時", .length_limit = 40};

const std::vector<Choice> reaches = {{"1", "事務所の中"}, {"2", "事務所の外"}};
const std::vector<Choice> protections = {{"1", "暗号化"}, {"2", "封緘"}, {"3", "施錠した容器"}};

std::vector<Choice> item_choices(const std::vector<Item>& items) {
  std::vector<Choice> choices;
  for (const auto& item : items) {
    const bool ready = item.state == ItemState::in_use || item.state == ItemState::stored;
    if (ready) choices.push_back({item.id.text(), item.label});
  }
  return choices;
}

std::string item_label(const std::vector<Item>& items, const std::optional<ItemId>& id) {
  if (!id) return "";
  const auto at = std::ranges::find(items, *id, &Item::id);
  return at == items.end() ? "" : at->label;
}

Cell state_cell(const Carrying& carrying, base::Moment now) {
  if (carrying.in_at)
    return desk::chip_cell(ChipKind::done,
                           carrying.in_at->short_text() + " " + wording(carrying.ending).ja.text());
  if (carrying.overdue(now)) return desk::chip_cell(ChipKind::problem, "期限を過ぎて戻っていない");
  return desk::chip_cell(ChipKind::waiting, "持ち運び中");
}

desk::Data carryings_table(const CarryingView& view, const Handlers& handlers, base::Moment now) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& carrying : view.carryings) {
    const auto label = item_label(view.items, carrying.item);
    rows.push_back({{carrying.out_at.short_text()},
                    {staff_name(handlers, carrying.carrier)},
                    {(label.empty() ? "" : label + " ") + carrying.contents},
                    {carrying.from + "→" + carrying.to},
                    {wording(carrying.protection).ja.text()},
                    {carrying.due_at.short_text()},
                    state_cell(carrying, now)});
  }
  return desk::table(
      "持ち運び",
      {{"持ち出し"}, {"運ぶ人"}, {"内容"}, {"区間"}, {"守る方法"}, {"戻す予定"}, {"状態"}}, rows,
      std::to_string(rows.size()) + "件");
}

/// What is under way, for choosing what came back.
std::vector<std::pair<std::string, std::string>> under_way(const CarryingView& view,
                                                           const Handlers& handlers) {
  std::vector<std::pair<std::string, std::string>> open;
  for (const auto& carrying : view.carryings) {
    if (carrying.in_at) continue;
    open.emplace_back(std::string(carrying.id.text()), carrying.out_at.short_text() + " " +
                                                           staff_name(handlers, carrying.carrier) +
                                                           " " + carrying.contents);
  }
  return open;
}

constexpr Field back_field{.name = "carrying", .label = "持ち運びが終わったもの"};
constexpr Field ending_field{
    .name = "ending", .label = "どうなったか", .support = "機器・電子媒体は「戻った」だけです。"};
const std::vector<Choice> endings = {
    {"1", "戻った"}, {"2", "渡した"}, {"3", "投函した"}, {"4", "廃棄した"}};

std::vector<Choice> choices_of(const std::vector<std::pair<std::string, std::string>>& named) {
  std::vector<Choice> choices;
  for (const auto& [value, label] : named) choices.push_back({value, label});
  return choices;
}

Result<Response> carryings_page(const RegisterScreens& screens, const Visit& visit,
                                const Acting& acting, const Form& form) {
  const auto view = KENPO_TRY(show_carryings(screens.office, acting));
  const auto handlers = screens.handlers();
  const auto now = visit.now();
  const auto open = under_way(view, handlers);
  SectionPage page(visit);
  page.faults(form);
  const auto overdue = std::ranges::count_if(
      view.carryings, [now](const Carrying& carrying) { return carrying.overdue(now); });
  if (overdue > 0) {
    page.notification(desk::NotificationKind::error,
                      "期限を過ぎて戻っていないものが" + std::to_string(overdue) + "件あります。",
                      "運ぶ人に確かめ、見つからないときは台帳を「紛失・盗難」にしてください。");
  }
  page.lead("機器・電子媒体・書類を運ぶときは、事務所の中の移動でも記録します。")
      .section("記録")
      .table(carryings_table(view, handlers, now));
  if (!open.empty()) {
    page.section("戻り・引渡し")
        .form("/carrying-returns", "戻りを記録する",
              FormFields()
                  .select(form, back_field, choices_of(open))
                  .select(form, ending_field, endings));
  }
  page.section("持ち出し")
      .form("/carryings", "持ち出しを記録する",
            FormFields()
                .select(form, item_field, item_choices(view.items))
                .input(form, contents_field)
                .select(form, carrier_field, staff_choices(handlers))
                .select(form, reach_field, reaches)
                .input(form, from_field)
                .input(form, to_field)
                .select(form, protection_field, protections)
                .input(form, out_field)
                .input(form, due_field));
  return page.finish({.title = "持ち運びの記録",
                      .section = "/registers",
                      .crumbs = {{"台帳(安全管理)", "/registers"}},
                      .submit_label = open.empty() ? "持ち出しを記録する" : "戻りを記録する"});
}

Result<Response> again(const RegisterScreens& screens, const Visit& visit, const Acting& acting,
                       Form& form, const base::Faults& faults) {
  form.note(faults);
  return carryings_page(screens, visit, acting, form);
}

Result<Response> carry(const RegisterScreens& screens, const Visit& visit, const Acting& acting) {
  const auto view = KENPO_TRY(show_carryings(screens.office, acting));
  const auto handlers = screens.handlers();
  auto form = visit.form();
  const auto item = form.choice(item_field, item_choices(view.items));
  const auto contents = form.text(contents_field);
  const auto carrier = form.choice(carrier_field, staff_choices(handlers));
  const auto reach = form.choice(reach_field, reaches);
  const auto from = form.text(from_field);
  const auto to = form.text(to_field);
  const auto protection = form.choice(protection_field, protections);
  const auto out_at = read_moment(form, out_field);
  const auto due_at = read_moment(form, due_field);
  if (!form.ok()) return carryings_page(screens, visit, acting, form);
  const auto done =
      record_carrying(screens.office, acting,
                      {.id = CarryingId::draw(),
                       .item = item ? ItemId::parse(*item) : std::nullopt,
                       .carrier = *base::StaffId::parse(*carrier),
                       .reach = *reach == "1" ? Reach::inside : Reach::outside,
                       .protection = static_cast<Protection>(protection->front() - '0'),
                       .contents = *contents,
                       .from = *from,
                       .to = *to,
                       .out_at = *out_at,
                       .due_at = *due_at,
                       .in_at = std::nullopt});
  if (!done.ok()) return again(screens, visit, acting, form, done.faults());
  return visit.redirect_with("/carryings", "持ち出しを記録しました。");
}

Result<Response> bring_back(const RegisterScreens& screens, const Visit& visit,
                            const Acting& acting) {
  auto form = visit.form();
  const auto id = form.read<CarryingId>(
      back_field, [](const std::string& text) { return CarryingId::parse(text); },
      {"選び直してください。", "Choose again."});
  const auto ending = form.choice(ending_field, endings);
  if (!form.ok()) return carryings_page(screens, visit, acting, form);
  const auto done =
      record_return(screens.office, acting, *id, static_cast<Ending>(ending->front() - '0'));
  if (!done.ok()) return again(screens, visit, acting, form, done.faults());
  return visit.redirect_with("/carryings", "記録しました。");
}

}  // namespace of_carryings

void add_carrying_routes(desk::Router& router, const RegisterScreens& screens) {
  using namespace of_carryings;
  router.get_act<carrying_show>("/carryings", [screens](const Visit& visit, const Acting& acting) {
    return carryings_page(screens, visit, acting, Form());
  });
  router.post_act<carrying_record>("/carryings",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return carry(screens, visit, acting);
                                   });
  router.post_act<carrying_record>("/carrying-returns",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return bring_back(screens, visit, acting);
                                   });
}

}  // namespace kenpo::safeguard
