#include "eligibility/work_item_page.h"

#include <charconv>

#include "base/era.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/work_item_act.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;

constexpr std::size_t items_of_a_page = 50;
constexpr int soon_days = 7;  // a week of the office

constexpr Field kind_field{.name = "kind", .label = "種類", .need = Field::Need::optional};
constexpr Field state_field{.name = "state", .label = "状態", .need = Field::Need::optional};
constexpr Field due_field{.name = "due", .label = "期限", .need = Field::Need::optional};
constexpr Field to_field{.name = "to", .label = "次の状態"};
constexpr Field note_field{.name = "note",
                           .label = "メモ",
                           .need = Field::Need::optional,
                           .support = "理由や確認したことを400字までで残します。あとから消せません。",
                           .length_limit = note_limit_characters};
constexpr std::string_view overdue_choice = "overdue";
constexpr std::string_view soon_choice = "soon";

/// The numbers that stand for kinds and states in addresses.
const std::vector<std::string>& numbers() {
  static const auto made = [] {
    std::vector<std::string> texts;
    constexpr int most = 64;
    for (int number = 0; number < most; ++number) texts.push_back(std::to_string(number));
    return texts;
  }();
  return made;
}

template <typename Enum>
std::vector<Choice> choices_of() {
  static const auto labels = [] {
    std::vector<std::string> texts;
    for (int number = 1; number < static_cast<int>(numbers().size()); ++number) {
      auto words = wording(static_cast<Enum>(number)).ja.text();
      if (words.empty()) break;
      texts.push_back(std::move(words));
    }
    return texts;
  }();
  std::vector<Choice> choices;
  for (std::size_t at = 0; at < labels.size(); ++at) {
    choices.push_back({numbers()[at + 1], labels[at]});
  }
  return choices;
}

std::vector<Choice> due_choices() {
  return {{overdue_choice, "期限を過ぎたもの"}, {soon_choice, "7日以内のもの"}};
}

template <typename Enum>
std::optional<Enum> chosen(Form& form, const Field& field) {
  const auto text = form.choice(field, choices_of<Enum>());
  int number = 0;
  if (!text) return std::nullopt;
  std::from_chars(text->data(), text->data() + text->size(), number);
  return static_cast<Enum>(number);
}

WorkFilter filter_of(Form& form, const Visit& visit) {
  WorkFilter filter{.kind = chosen<WorkKind>(form, kind_field),
                    .state = chosen<WorkState>(form, state_field)};
  const auto today = visit.now().day();
  const auto due = form.choice(due_field, due_choices());
  if (due == overdue_choice) filter.due_until = today.plus_days(-1);
  if (due == soon_choice) filter.due_until = today.plus_days(soon_days);
  filter.case_id = base::CaseId::parse(visit.query("case"));
  return filter;
}

Cell due_cell(const WorkItem& item, base::Date today) {
  if (item.state != WorkState::finished && item.due < today) {
    return desk::chip_cell(ChipKind::problem, item.due.iso() + " 超過");
  }
  return {item.due.iso()};
}

std::vector<std::vector<Cell>> item_rows(const std::vector<WorkItem>& items, std::size_t from,
                                         base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (auto at = from; at < items.size() && rows.size() < items_of_a_page; ++at) {
    const auto& item = items[at];
    rows.push_back({desk::link_cell(wording(item.kind).ja.text(), work_address(item.id)),
                    {advice(item.kind).ja.text()},
                    {base::era_month(item.month)},
                    due_cell(item, today),
                    desk::chip_cell(chip_kind(item.state), wording(item.state).ja.text())});
  }
  return rows;
}

std::string list_address(const Visit& visit) {
  std::string address = "/work?";
  for (const auto* name : {"kind", "state", "due", "case"}) {
    const auto value = visit.query(name);
    if (!value.empty() && value.size() <= 16) {  // numbers, words of ours and ids
      address += std::string(name) + "=" + std::string(value) + "&";
    }
  }
  address.pop_back();
  return address;
}

Result<Response> list_page(store::Database& database, const Visit& visit,
                           const notice::Permit<work_list>& permit) {
  Form form(visit.request().query);
  const auto filter = filter_of(form, visit);
  const auto items = KENPO_TRY(show_work_items(permit, database, filter));
  const auto count = static_cast<std::int64_t>(items.size());
  const auto number = visit.page_number();
  const auto first = static_cast<std::size_t>(number - 1) * items_of_a_page;
  auto words = desk::grouped(count) + "件";
  if (items.size() == work_items_listed_limit) words += "以上。種類か期限で絞ってください。";
  Data data;
  data.section("kind_select", form.select(kind_field, choices_of<WorkKind>()))
      .section("state_select", form.select(state_field, choices_of<WorkState>()))
      .section("due_select", form.select(due_field, due_choices()))
      .when("of_a_file", filter.case_id.has_value())
      .section("items",
               desk::table("確認が要るもの",
                           {{"種類"}, {"すること"}, {"月"}, {"期限"}, {"状態"}},
                           item_rows(items, first, visit.now().day()),
                           words))
      .when("many", items.size() > items_of_a_page)
      .section("pages", desk::pager(number, count, items_of_a_page, list_address(visit)));
  desk::PageHead head;
  head.title = "事務処理の一覧";
  head.section = "/work";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "work_items_page", std::move(data));
}

std::vector<Choice> step_choices(const WorkItemView& shown, const Visit& visit) {
  static const std::vector<Choice> all = choices_of<WorkState>();
  std::vector<Choice> choices;
  for (const auto state : shown.next) {
    if (state == WorkState::finished && shown.asked_by == visit.staff()) continue;
    auto choice = all[static_cast<std::size_t>(state) - 1];
    if (state == WorkState::finished) choice.label = "完了（決裁する）";
    if (state == WorkState::awaiting_approval) choice.label = "決裁待ち（決裁を求める）";
    if (shown.item.state == WorkState::awaiting_approval && state == WorkState::under_review) {
      choice.label = "審査中（差し戻す）";
    }
    choices.push_back(choice);
  }
  return choices;
}

std::vector<desk::Item> facts_of(const WorkItemView& shown) {
  const auto& item = shown.item;
  std::vector<desk::Item> facts{{"すること", advice(item.kind).ja.text()},
                                {"月", base::era_month(item.month)},
                                {"期限", item.due.iso()},
                                {"載せた日時", item.opened_at.short_text()}};
  if (shown.person) {
    facts.push_back({"対象の人", shown.person->name.empty() ? shown.person->name_kana
                                                            : shown.person->name});
  }
  if (shown.file) {
    facts.push_back({"届書ファイル", "受付 " + shown.file->taken_at.short_text() + "、" +
                                         desk::grouped(shown.file->records) + "件"});
  }
  return facts;
}

std::vector<std::vector<Cell>> move_rows(const WorkItemView& shown, const StaffName& staff_name) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& move : shown.moves) {
    rows.push_back({{move.moved_at.short_text()},
                    {mover_words(move, staff_name)},
                    {wording(move.from).ja.text()},
                    {wording(move.to).ja.text()},
                    {move.settled_by.empty() || move.note.empty()
                         ? move.settled_by + move.note
                         : move.settled_by + "：" + move.note}});
  }
  return rows;
}

struct Shown {
  const desk::Router& router;
  const Visit& visit;
  const StaffName& staff_name;
};

Data item_data(const Shown& screen, const WorkItemView& shown, const Form& form) {
  const auto& item = shown.item;
  const auto open = [&](std::string address) {
    return open_address(screen.router, screen.visit, std::move(address));
  };
  const auto choices = step_choices(shown, screen.visit);
  const bool may_move =
      screen.router.gate().ruling(work_move, screen.visit.staff()).refusal == notice::Refusal::none;
  Data data;
  data.text("address", work_address(item.id))
      .section("error_summary", form.error_summary())
      .section("state", desk::chip(chip_kind(item.state), wording(item.state).ja.text()))
      .section("facts", desk::description_list(facts_of(shown)))
      .text_if_any("member_address",
                   item.person ? open("/members/" + std::string(item.person->text())) : "")
      .text_if_any("comparison_address",
                   item.other_person ? open(work_address(item.id) + "/comparison") : "")
      .text_if_any("notification_address", item.kind == WorkKind::notification
                                               ? open(work_address(item.id) + "/notification")
                                               : "")
      .text_if_any("file_address",
                   shown.file ? "/work?case=" + std::string(item.case_id.text()) : "")
      .when("own_proposal", shown.asked_by == screen.visit.staff())
      .section("moves",
               desk::table("経過", {{"日時"}, {"だれが"}, {"前の状態"}, {"状態"}, {"メモ・業務"}},
                           move_rows(shown, screen.staff_name)))
      .when("may_move", may_move && !choices.empty())
      .text("from", std::to_string(static_cast<int>(item.state)))
      .section("to", form.select(to_field, choices))
      .when("with_note", item.person.has_value())
      .section("note", form.input(note_field));
  return data;
}

Result<Response> item_page(const Shown& screen, Ledger ledger,
                           const notice::Permit<work_show>& permit, const Form& form) {
  const auto id = KENPO_TRY(screen.visit.id<WorkItemId>("id"));
  const auto shown = KENPO_TRY(show_work_item(permit, ledger, id));
  if (!shown) return Visit::no_such_page();
  desk::PageHead head;
  head.title = wording(shown->item.kind).ja.text();
  head.section = "/work";
  head.crumbs = {{"事務処理の一覧", "/work"}};
  head.submit_label = "進める";
  head.status = form.ok() ? 200 : 422;
  return desk::page(screen.visit, std::move(head), "work_item_page",
                    item_data(screen, *shown, form));
}

Result<Response> move(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto id = KENPO_TRY(visit.id<WorkItemId>("id"));
  auto form = visit.form();
  const auto to = chosen<WorkState>(form, to_field);
  const auto note = form.text(note_field);
  int from = 0;
  const auto from_text = form.sent("from");
  std::from_chars(from_text.data(), from_text.data() + from_text.size(), from);
  if (!to || !form.ok()) {
    return base::Fault{.what = {"次の状態を選んでください。", "Choose the next state."},
                       .why = {"メモは400字までです。", "A note has 400 characters at most."},
                       .mend = {"戻って選び直してください。", "Go back and choose."},
                       .place = {}};
  }
  const auto item = KENPO_TRY(move_work_item(ledger, acting, id,
                                             {.from = static_cast<WorkState>(from),
                                              .to = *to,
                                              .note = note.value_or(std::string())}));
  return visit.redirect_with(work_address(id), wording(item.state).ja.text() + "にしました。");
}

}  // namespace

ChipKind chip_kind(WorkState state) {
  switch (state) {
    case WorkState::waiting:
      return ChipKind::plain;
    case WorkState::held:
    case WorkState::awaiting_approval:
      return ChipKind::waiting;
    case WorkState::under_review:
      return ChipKind::progress;
    case WorkState::finished:
      return ChipKind::done;
  }
  return ChipKind::plain;
}

std::string work_address(const WorkItemId& id) { return "/work/" + std::string(id.text()); }

std::string mover_words(const WorkMove& move, const StaffName& staff_name) {
  return move.moved_by ? staff_name(*move.moved_by) : "業務の結果";
}

void add_work_item_routes(desk::Router& router, const Ledger& ledger,
                          const StaffName& staff_name) {
  router.menu<work_list>(desk::MenuGroup::work, "/work", "事務処理");
  router.get<work_list>("/work", [ledger](const Visit& visit,
                                          const notice::Permit<work_list>& permit) {
    return list_page(ledger.database, visit, permit);
  });
  router.get<work_show>("/work/{id}", [&router, ledger, staff_name](
                                          const Visit& visit,
                                          const notice::Permit<work_show>& permit) {
    return item_page({router, visit, staff_name}, ledger, permit, Form());
  });
  router.post_act<work_move>("/work/{id}/moves",
                             [ledger](const Visit& visit, const notice::Acting& acting) {
                               return move(ledger, visit, acting);
                             });
}

}  // namespace kenpo::eligibility
