// Screen of the papers that the program had printed: `/printed-papers`.
#include "safeguard/paper_page.h"

#include <algorithm>
#include <compare>
#include <map>

#include "desk/desk.h"
#include "desk/section_page.h"
#include "safeguard/carrying_act.h"
#include "safeguard/paper_act.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_papers {

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

constexpr Field paper_field{.name = "paper",
                            .label = "印刷した書類",
                            .support = "「全部」は、その人がその日に印刷した書類です。"};
constexpr Field ending_field{.name = "ending", .label = "どうしたか"};
constexpr Field carrier_field{.name = "carrier", .label = "運んだ人・廃棄した人"};
constexpr Field to_field{.name = "to",
                         .label = "どこへ",
                         .support = "例：多摩郵便局、本人、溶解の委託先",
                         .length_limit = 60};
constexpr Field protection_field{.name = "protection", .label = "中身が分からないようにする方法"};

const std::vector<Choice> endings = {
    {"3", "投函した"}, {"2", "渡した"}, {"4", "廃棄した"}, {"5", "印刷しなかった"}};
const std::vector<Choice> protections = {{"2", "封緘"}, {"3", "施錠した容器"}};

/// What one person had printed on one day; the day stands in a paper's number,
/// 「印刷-2026-11-24-3」.
struct Lot {
  base::StaffId holder;
  std::string day;
  auto operator<=>(const Lot&) const = default;
};
Lot lot_of(const Item& item) {
  return {item.holder, item.label.substr(0, item.label.find_last_of('-'))};
}

bool can_go(const Item& item) {
  return item.state == ItemState::in_use || item.state == ItemState::stored;
}

/// The papers that one person had printed on one day together, then each paper.
std::vector<Choice> paper_choices(const std::vector<Item>& here, const Handlers& handlers) {
  std::map<Lot, std::vector<const Item*>> lots;
  std::vector<Choice> single;
  for (const auto& item : here) {
    if (!can_go(item)) continue;
    lots[lot_of(item)].push_back(&item);
    single.emplace_back(item.id.text(), item.label + " " + item.contents);
  }
  std::vector<Choice> choices;
  for (const auto& [lot, items] : lots) {
    if (items.size() < 2) continue;
    choices.emplace_back("lot-" + std::string(items.front()->id.text()),
                         lot.day + " " + staff_name(handlers, lot.holder) + "の全部(" +
                             std::to_string(items.size()) + "件)");
  }
  choices.insert(choices.end(), single.begin(), single.end());
  return choices;
}

/// What was chosen: one paper, or all of its lot.
std::vector<ItemId> chosen_papers(const std::vector<Item>& here, std::string_view value) {
  constexpr std::string_view lot = "lot-";
  const bool all = value.starts_with(lot);
  const auto id = ItemId::parse(all ? value.substr(lot.size()) : value);
  const auto first = id ? std::ranges::find(here, *id, &Item::id) : here.end();
  std::vector<ItemId> papers;
  for (const auto& item : here) {
    const bool wanted =
        first != here.end() && (all ? lot_of(*first) == lot_of(item) : item.id == *id);
    if (wanted && can_go(item)) papers.push_back(item.id);
  }
  return papers;
}

desk::Data papers_table(std::string caption, const std::vector<Item>& papers,
                        const Handlers& handlers) {
  std::vector<std::vector<Cell>> rows;
  std::int64_t sheets = 0;
  std::int64_t uncounted = 0;
  for (const auto& paper : papers) {
    sheets += paper.print->sheets;
    if (paper.print->sheets == 0) ++uncounted;
    rows.push_back({desk::link_cell(paper.label, "/kept-items/" + std::string(paper.id.text())),
                    {paper.contents},
                    {purpose_words(*paper.print)},
                    {paper.print->sheets == 0 ? "不明" : desk::grouped(paper.print->sheets)},
                    {staff_name(handlers, paper.holder)},
                    desk::chip_cell(is_gone(paper.state) ? ChipKind::done : ChipKind::waiting,
                                    wording(paper.state).ja.text())});
  }
  auto count =
      desk::grouped(static_cast<std::int64_t>(rows.size())) + "件 " + desk::grouped(sheets) + "枚";
  if (uncounted > 0) count += "(ほかに枚数不明" + desk::grouped(uncounted) + "件)";
  return desk::table(std::move(caption),
                     {{"番号"},
                      {"書類"},
                      {"利用目的"},
                      {"枚数", desk::Column::Holds::numbers},
                      {"管理する人"},
                      {"状態"}},
                     rows, count);
}

Result<Response> papers_page(const RegisterScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form) {
  const auto view = KENPO_TRY(show_papers(screens.office, acting));
  const auto handlers = screens.handlers();
  const auto choices = paper_choices(view.here, handlers);
  SectionPage page(visit);
  page.faults(form)
      .lead(
          "画面から開いた通知書などの書類と、ブラウザーで印刷した画面です。作った人を自動で登録します。"
          "投函・引渡し・廃棄を記録するまで、ここに残ります。")
      .section("手元にある書類")
      .table(papers_table("手元にある書類", view.here, handlers));
  if (!choices.empty()) {
    page.section("投函・引渡し・廃棄", "持ち運びの記録に入ります。")
        .form("/printed-papers", "記録する",
              FormFields()
                  .select(form, paper_field, choices)
                  .select(form, ending_field, endings)
                  .select(form, carrier_field, staff_choices(handlers))
                  .input(form, to_field)
                  .select(form, protection_field, protections));
  }
  page.section("渡した・廃棄した書類")
      .table(papers_table("新しい順", view.gone, handlers))
      .link("持ち運びの記録を開く", "/carryings");
  return page.finish(
      {.title = "印刷した書類",
       .section = "/registers",
       .crumbs = {{"台帳(安全管理)", "/registers"}, {"機器・媒体・書類の台帳", "/kept-items"}},
       .submit_label = "記録する",
       .status = form.ok() ? 200 : 422});
}

Result<Response> dispatch(const RegisterScreens& screens, const Visit& visit,
                          const Acting& acting) {
  const auto view = KENPO_TRY(show_papers(screens.office, acting));
  const auto handlers = screens.handlers();
  auto form = visit.form();
  const auto paper = form.choice(paper_field, paper_choices(view.here, handlers));
  const auto ending = form.choice(ending_field, endings);
  const auto carrier = form.choice(carrier_field, staff_choices(handlers));
  const auto to = form.text(to_field);
  const auto protection = form.choice(protection_field, protections);
  if (!form.ok()) return papers_page(screens, visit, acting, form);
  const auto papers = chosen_papers(view.here, *paper);
  const auto done =
      record_dispatch(screens.office, acting,
                      {.papers = papers,
                       .ending = static_cast<Ending>(ending->front() - '0'),
                       .carrier = *base::StaffId::parse(*carrier),
                       .protection = static_cast<Protection>(protection->front() - '0'),
                       .to = *to});
  if (!done.ok()) {
    form.note(done.faults());
    return papers_page(screens, visit, acting, form);
  }
  return visit.redirect_with("/printed-papers",
                             std::to_string(papers.size()) + "件を記録しました。");
}

/// A page that was printed: what it is follows from its address and not from what the form says. A
/// page without personal data needs no entry.
Result<Response> printed_screen(const RegisterScreens& screens, const Visit& visit) {
  const auto page = visit.request().form.text("page");
  const auto& router = visit.desk().router();
  auto method = desk::Method::get;
  auto found = router.find(method, page);
  if (found.route == nullptr) {
    method = desk::Method::post;  // a form that was shown again with its faults
    found = router.find(method, page);
  }
  if (found.route == nullptr || found.route->operation == nullptr || !visit.may(method, page)) {
    return Visit::no_such_page();
  }
  const auto& operation = *found.route->operation;
  if (operation.statute != notice::Statute::no_personal_data) {
    KENPO_TRY(enter_paper(screens.office, {.operation = operation,
                                           .name = printed_screen_name,
                                           .made_by = visit.staff(),
                                           .sheets = 0}));
  }
  return desk::text(200, "");
}

}  // namespace of_papers

void add_paper_routes(desk::Router& router, const RegisterScreens& screens) {
  using namespace of_papers;
  router.get_act<register_show>("/printed-papers",
                                [screens](const Visit& visit, const Acting& acting) {
                                  return papers_page(screens, visit, acting, Form());
                                });
  router.post<screen_print>("/printed-screens",
                            [screens](const Visit& visit, const notice::Permit<screen_print>&) {
                              return printed_screen(screens, visit);
                            });
  router.post_act<carrying_record>("/printed-papers",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return dispatch(screens, visit, acting);
                                   });
}

}  // namespace kenpo::safeguard
