// `/leaves`: maternity and child-care leaves that free premiums.
#include <algorithm>

#include "base/era.h"
#include "collection/collection_page.h"
#include "collection/layout_page.h"
#include "collection/leave_act.h"
#include "eligibility/link_page.h"
#include "eligibility/protection.h"
#include "premium/change_words_page.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_leaves {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using premium::Leave;
using premium::LeaveFact;
using Holds = desk::Column::Holds;

constexpr Field symbol_field{.name = "symbol", .label = "事業所の記号", .length_limit = 20};
constexpr Field number_field{.name = "number", .label = "被保険者の番号", .length_limit = 20};
constexpr Field kind_field{.name = "kind", .label = "休業の種類"};
constexpr Field from_field{.name = "from", .label = "休業の初めの日", .length_limit = 20};
constexpr Field to_field{.name = "to", .label = "休業の終わりの日", .length_limit = 20};
constexpr Field applied_field{
    .name = "applied_on", .label = "申出を受け付けた日", .length_limit = 20};
constexpr Field worked_field{.name = "worked",
                             .label = "就業日数",
                             .need = Field::Need::optional,
                             .support = "出生時育児休業で、初めの日の月に就業した日数です。",
                             .length_limit = 3,
                             .mode = "numeric"};
constexpr Field due_field{.name = "due_on",
                          .label = "出産予定日",
                          .need = Field::Need::optional,
                          .support = "産前産後休業のとき。",
                          .length_limit = 20};
constexpr Field born_field{.name = "born_on",
                           .label = "出産日",
                           .need = Field::Need::optional,
                           .support = "産前産後休業で、出産したとき。",
                           .length_limit = 20};
constexpr Field expected_field{
    .name = "expected", .label = "単胎・多胎", .support = "多胎は、産前98日から休業できます。"};
constexpr Field between_field{
    .name = "between",
    .label = "前の休業との間の就業日",
    .support = "育児休業等で、間に就業日がない休業は、1つの休業として数えます。"};
constexpr Field back_field{.name = "leave", .label = "取り消す申出"};
constexpr std::int64_t most_worked_days = 99;

const std::vector<Choice> kinds = {{"1", "産前産後休業"}, {"2", "育児休業等"}};

const std::vector<Choice> expectations = {{"1", "単胎"}, {"2", "多胎"}};
const std::vector<Choice> betweens = {{"1", "就業日がある、または前の休業がない"},
                                      {"2", "前の休業との間に就業日がない"}};

/// 「令和8年5月〜7月(賞与も)」: months that are freed, runs of them together.
std::string freed_words(const std::vector<FreedMonth>& months) {
  std::string words;
  const FreedMonth* first = nullptr;
  const FreedMonth* last = nullptr;
  const auto close = [&] {
    if (first == nullptr) return;
    words += (words.empty() ? "" : "、") + base::era_month(first->month);
    if (last != first) words += "〜" + base::era_month(last->month);
    words += first->exempt.bonus ? "(賞与も)" : "(賞与は徴収)";
    first = nullptr;
  };
  for (const auto& one : months) {
    if (!one.exempt.monthly) {
      close();
      continue;
    }
    if (first != nullptr && first->exempt.bonus != one.exempt.bonus) close();
    if (first == nullptr) first = &one;
    last = &one;
  }
  close();
  return words.empty() ? "なし" : words;
}

std::string leave_words(const LeaveView& view) {
  return view.name + " " + wording(view.leave.kind).ja.text() + " " +
         view.leave.days.from.iso() + "〜" + view.leave.days.to.iso();
}

desk::Data leaves_table(const LeavePage& page, const eligibility::EstablishmentNames& names) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : page.leaves) {
    rows.push_back({{one.name},
                    {one.sheltered == eligibility::Sheltered::yes
                         ? eligibility::sheltered_words
                         : names.name(one.establishment)},
                    {wording(one.leave.kind).ja.text()},
                    {one.leave.days.from.iso()},
                    {one.leave.days.to.iso()},
                    {one.leave.applied_on.iso()},
                    {freed_words(one.months)}});
  }
  return desk::table(
      "産休・育休の申出",
      {{"氏名"}, {"事業所"}, {"種類"}, {"初めの日"}, {"終わりの日"}, {"受付日"}, {"免除する月"}},
      rows, desk::grouped(page.count) + "件");
}

/// The differences of every month, as those of any change of the past.
void add_effect(SectionPage& page, std::vector<desk::Item> items,
                const premium::ChangeEffect& effect,
                const eligibility::EstablishmentNames& names) {
  const auto& claimed = effect.claimed;
  items.push_back({"請求・還付する差額",
                   premium::signed_yen(claimed.total()) + "円(被保険者 " +
                       premium::signed_yen(claimed.insured) + "円、事業主 " +
                       premium::signed_yen(claimed.employer) + "円)"});
  page.facts(items);
  if (!effect.months.empty()) page.table(premium::effects_table(effect, names));
}

/// What a leave does, shown before it is recorded or taken back.
struct Preview {
  LeaveView view;
  premium::ChangeEffect effect;
};

/// The leave to take back, with the form that does it.
void add_taking_back(SectionPage& page, const Preview& preview,
                     const eligibility::EstablishmentNames& names) {
  page.section("取り消す申出", "まだ取り消していません。調定済みの月は、次の調定で差額になります。");
  add_effect(page, {{"申出", leave_words(preview.view)},
                    {"免除していた月", freed_words(preview.view.months)}},
             preview.effect, names);
  page.form("/leave-withdrawals", "取り消す",
            FormFields().hidden(std::string(back_field.name),
                                std::string(preview.view.leave.id.text())));
}

/// What the form named, to show it before it is recorded.
void add_preview(SectionPage& page, const Form& form, const Preview& preview,
                 const eligibility::EstablishmentNames& names) {
  const auto& view = preview.view;
  FormFields fields;
  for (const auto* name : {"symbol", "number", "kind", "from", "to", "applied_on", "worked",
                           "due_on", "born_on", "expected", "between"}) {
    fields.hidden(name, form.sent(name));
  }
  std::vector<desk::Item> items{{"被保険者", view.name},
                                {"休業", wording(view.leave.kind).ja.text() + " " +
                                             view.leave.days.from.iso() + "〜" +
                                             view.leave.days.to.iso()},
                                {"免除する月", freed_words(view.months)}};
  if (view.leave.joined_after) {
    items.push_back({"前の休業", view.leave.joined_after->iso() +
                                     "に終わった休業と、1つの休業として数えます"});
  }
  page.section("登録する内容", "まだ登録していません。調定済みの月は、次の調定で差額になります。");
  add_effect(page, std::move(items), preview.effect, names);
  page.form("/leaves", "登録する", std::move(fields));
}

/// Which of the two is shown above the list, if any.
struct Previews {
  const Preview* recording = nullptr;
  const Preview* taking_back = nullptr;
};

Result<Response> leaves_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting, Form& form,
                             const Previews& previews = {}) {
  auto ledger = screens.ledger;
  const auto number = visit.page_number();
  const auto listed =
      KENPO_TRY(list_leaves(ledger, acting, (number - 1) * rows_of_a_page, rows_of_a_page));
  const auto names = KENPO_TRY(eligibility::EstablishmentNames::of(ledger, acting));
  form.prefill("applied_on", visit.now().day().iso());
  form.prefill("expected", std::string(expectations.front().value));
  form.prefill("between", std::string(betweens.front().value));
  SectionPage page(visit, "collection_page");
  page.faults(form).lead("産前産後休業と育児休業等の間の保険料は、本人・事業主とも徴収しません"
                         "(健康保険法159条・159条の3)。");
  if (previews.recording != nullptr) add_preview(page, form, *previews.recording, names);
  if (previews.taking_back != nullptr) add_taking_back(page, *previews.taking_back, names);
  page.section("申出の一覧")
      .table(leaves_table(listed, names))
      .pager(number, listed.count, rows_of_a_page, "/leaves");
  page.section("申出を入れる", "まず免除する月を確かめ、次に登録します。")
      .form("/leave-previews", "免除する月を確かめる",
            FormFields()
                .input(form, symbol_field)
                .input(form, number_field)
                .next_row()
                .select(form, kind_field, kinds)
                .input(form, applied_field)
                .next_row()
                .input(form, from_field)
                .input(form, to_field)
                .input(form, worked_field)
                .next_row()
                .select(form, between_field, betweens)
                .next_row()
                .select(form, expected_field, expectations)
                .input(form, due_field)
                .input(form, born_field));
  if (!listed.leaves.empty()) {
    std::vector<std::pair<std::string, std::string>> labels;
    for (const auto& one : listed.leaves) {
      labels.emplace_back(one.leave.id.text(), leave_words(one));
    }
    std::vector<Choice> choices;
    for (const auto& [value, label] : labels) choices.push_back({value, label});
    page.section("申出の取消し", "誤って登録した申出を取り消します。記録は残ります。")
        .form("/leave-withdrawal-previews", "取消しの影響を確かめる",
              FormFields().select(form, back_field, choices));
  }
  desk::PageHead head;
  head.title = "産休・育休の保険料免除";
  head.section = "/receipts";
  head.started = {&leave_record};
  return page.finish(std::move(head));
}

struct Sent {
  InsuredKey insured;
  LeaveFact leave;
  Between between = Between::working_days;
};

std::optional<Sent> read_leave(Form& form) {
  const auto symbol = form.text(symbol_field);
  const auto number = form.text(number_field);
  const auto kind = form.choice(kind_field, kinds);
  const auto from = form.date(from_field);
  const auto to = form.date(to_field);
  const auto applied = form.date(applied_field);
  const auto worked = form.number(worked_field, 0, most_worked_days);
  const auto due = form.date(due_field);
  const auto born = form.date(born_field);
  const auto expected = form.choice(expected_field, expectations);
  const auto between = form.choice(between_field, betweens);
  if (!form.ok()) return std::nullopt;
  // The person is put in by the act, which knows the number.
  return Sent{{*symbol, *number},
              {.person = base::PersonId::draw(),
               .kind = *kind == "1" ? Leave::maternity : Leave::childcare,
               .days = {*from, *to},
               .worked_days = static_cast<int>(worked.value_or(0)),
               .applied_on = *applied,
               .due_on = due,
               .born_on = born,
               .expected = *expected == "2" ? premium::Expected::multiple
                                            : premium::Expected::single},
              *between == "2" ? Between::no_working_day : Between::working_days};
}

Result<Response> preview_page(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto form = visit.form();
  const auto sent = read_leave(form);
  if (sent) {
    auto ledger = screens.ledger;
    const auto tried = try_leave(ledger, acting, sent->insured, sent->leave, sent->between);
    if (tried.ok()) {
      const auto effect = leave_effect(ledger, acting, tried->leave);
      if (!effect.ok()) {
        form.note(effect.faults());
        return leaves_page(screens, visit, acting, form);
      }
      const Preview preview{*tried, *effect};
      return leaves_page(screens, visit, acting, form, {.recording = &preview});
    }
    form.note(tried.faults());
  }
  return leaves_page(screens, visit, acting, form);
}

std::optional<premium::LeaveId> read_back(Form& form) {
  return form.read<premium::LeaveId>(
      back_field, [](const std::string& text) { return premium::LeaveId::parse(text); },
      {"選び直してください。", "Choose again."});
}

Result<Response> taking_back_page(const CollectionScreens& screens, const Visit& visit,
                                  const Acting& acting) {
  auto form = visit.form();
  const auto leave = read_back(form);
  if (form.ok()) {
    auto ledger = screens.ledger;
    auto tried = try_taking_back(ledger, acting, *leave);
    if (tried.ok()) {
      const Preview preview{std::move(tried->view), std::move(tried->effect)};
      return leaves_page(screens, visit, acting, form, {.taking_back = &preview});
    }
    form.note(tried.faults());
  }
  return leaves_page(screens, visit, acting, form);
}

Result<Response> record_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting) {
  auto form = visit.form();
  const auto sent = read_leave(form);
  if (sent) {
    auto ledger = screens.ledger;
    const auto done = record_leave(ledger, acting, sent->insured, sent->leave, sent->between);
    if (done.ok()) {
      return visit.redirect_with("/leaves",
                                 "申出を登録しました。免除する月：" + freed_words(done->months));
    }
    form.note(done.faults());
  }
  return leaves_page(screens, visit, acting, form);
}

Result<Response> withdraw_page(const CollectionScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto form = visit.form();
  const auto leave = read_back(form);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = take_leave_back(ledger, acting, *leave);
    if (done.ok()) return visit.redirect_with("/leaves", "申出を取り消しました。");
    form.note(done.faults());
  }
  return leaves_page(screens, visit, acting, form);
}

}  // namespace of_leaves

void add_leave_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_leaves;
  router.get_act<leave_list>("/leaves", [screens](const Visit& visit, const Acting& acting) {
    Form form;
    return leaves_page(screens, visit, acting, form);
  });
  router.post_act<leave_list>("/leave-previews",
                              [screens](const Visit& visit, const Acting& acting) {
                                return preview_page(screens, visit, acting);
                              });
  router.post_act<leave_list>("/leave-withdrawal-previews",
                              [screens](const Visit& visit, const Acting& acting) {
                                return taking_back_page(screens, visit, acting);
                              });
  router.post_act<leave_record>("/leaves", [screens](const Visit& visit, const Acting& acting) {
    return record_page(screens, visit, acting);
  });
  router.post_act<leave_record>("/leave-withdrawals",
                                [screens](const Visit& visit, const Acting& acting) {
                                  return withdraw_page(screens, visit, acting);
                                });
}

}  // namespace kenpo::collection
