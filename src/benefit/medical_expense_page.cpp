// `/members/{person}/medical-expenses`: the decisions about 療養費 of one person.
#include "base/era.h"
#include "benefit/benefit_page.h"
#include "benefit/medical_expense_act.h"
#include "desk/components.h"
#include "desk/visit.h"

#include "collection/layout_page.h"
#include "desk/section_page.h"

namespace kenpo::benefit {

namespace of_expense_pages {

using base::PersonId;
using base::Result;
using collection::yen_words;
using desk::Cell;
using desk::ChipKind;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field month_field{
    .name = "month", .label = "診療月", .support = "例：R8.8", .length_limit = 20};
constexpr Field setting_field{.name = "setting", .label = "入院・外来"};
constexpr Field reason_field{.name = "expense_reason", .label = "支給の理由"};
constexpr Field institution_field{.name = "institution",
                                  .label = "医療機関・施術所・装具の製作所",
                                  .length_limit = expense_institution_characters_limit};
constexpr Field found_field{.name = "found",
                            .label = "算定した費用の額(円)",
                            .support = "保険で算定した10割の額です。請求された額ではありません。",
                            .length_limit = 12,
                            .mode = "numeric"};
constexpr Field paid_field{.name = "paid",
                           .label = "支給した療養費(円)",
                           .length_limit = 12,
                           .mode = "numeric"};
constexpr Field decided_field{
    .name = "decided_on", .label = "支給決定日", .support = "例：R8.9.10", .length_limit = 20};
constexpr Field evidence_field{.name = "evidence",
                               .label = "根拠",
                               .support = "例：療養費支給決定 令和8年9月10日 第12号",
                               .length_limit = expense_evidence_characters_limit};
constexpr Field expense_field{.name = "expense", .label = "取り消す支給決定"};
constexpr Field cancel_field{.name = "cancelled_because",
                             .label = "取り消す理由",
                             .length_limit = expense_evidence_characters_limit};

const std::vector<Choice> settings = {{"outpatient", "外来"}, {"inpatient", "入院"}};

std::vector<Choice> reasons() {
  std::vector<Choice> choices;
  for (int at = 1; at <= expense_reasons_count; ++at) {
    choices.emplace_back(std::to_string(at), wording(static_cast<ExpenseReason>(at)));
  }
  return choices;
}

std::string address_of(const PersonId& person) {
  return "/members/" + std::string(person.text()) + "/medical-expenses";
}

std::string setting_words(Setting setting) {
  return setting == Setting::inpatient ? "入院" : "外来";
}

Cell month_cell(const ExpenseLine& line) {
  const auto month = line.expense.month;
  if (!line.insured || line.expense.state == ExpenseState::cancelled) {
    return {base::era_month(month)};
  }
  return desk::link_cell(base::era_month(month), household_address(*line.insured, month));
}

desk::Data expenses_table(const ExpenseView& shown) {
  std::vector<std::vector<Cell>> rows;
  for (auto at = shown.lines.rbegin(); at != shown.lines.rend(); ++at) {
    const auto& each = at->expense;
    const bool stands = each.state == ExpenseState::decided;
    rows.push_back({month_cell(*at),
                    {each.institution},
                    {setting_words(each.setting)},
                    {std::string(wording(each.reason))},
                    desk::yen_cell(each.found),
                    desk::yen_cell(each.paid),
                    desk::yen_cell(each.found - each.paid),
                    {each.decided_on.iso()},
                    {each.evidence},
                    stands ? desk::chip_cell(ChipKind::done, "支給決定")
                           : desk::chip_cell(ChipKind::plain, "取消し")});
  }
  return desk::table("療養費の支給決定（新しい診療月から）",
                     {{"診療月"},
                      {"医療機関等"},
                      {"入外"},
                      {"支給の理由"},
                      {"算定した費用(円)", Holds::numbers},
                      {"療養費(円)", Holds::numbers},
                      {"自己負担(円)", Holds::numbers},
                      {"支給決定日"},
                      {"根拠・取消しの理由"},
                      {"状態"}},
                     rows, std::to_string(rows.size()) + "件");
}

/// Those that can be cancelled.
std::vector<Choice> standing_choices(const ExpenseView& shown) {
  std::vector<Choice> choices;
  for (const auto& line : shown.lines) {
    const auto& each = line.expense;
    if (each.state == ExpenseState::cancelled) continue;
    choices.emplace_back(each.id.text(), base::era_month(each.month) + "　" + each.institution +
                                             "　" + setting_words(each.setting) + "　" +
                                             yen_words(each.paid));
  }
  return choices;
}

Result<Response> expenses_page(const BenefitScreens& screens, const Visit& visit,
                               const Acting& acting, const PersonId& person, Form form) {
  auto ledger = screens.ledger;
  const auto shown = KENPO_TRY(list_medical_expenses(ledger, acting, person));
  form.prefill("setting", "outpatient");
  form.prefill("expense_reason", "1");
  auto page = benefit_page(visit);
  page.faults(form).lead(
      "支給を決定した療養費を記録します。算定した費用から療養費を引いた額は、その月の一部負担金等に"
      "入り、高額療養費の世帯合算に加わります（健康保険法115条、施行令41条）。登録や取消しのたびに、"
      "その世帯の月を計算し直します。");
  page.section("登録した支給決定").table(expenses_table(shown));
  page.section("支給決定を登録する")
      .form(address_of(person), "登録する",
            FormFields()
                .input(form, month_field)
                .select(form, setting_field, settings)
                .select(form, reason_field, reasons())
                .next_row()
                .input(form, institution_field)
                .next_row()
                .input(form, found_field)
                .input(form, paid_field)
                .next_row()
                .input(form, decided_field)
                .input(form, evidence_field));
  const auto standing = standing_choices(shown);
  if (!standing.empty()) {
    page.section("支給決定を取り消す",
                 "誤って登録したとき、支給決定が取り消されたときに使います。直すときは、取り消して"
                 "から登録し直します。")
        .form(address_of(person) + "/cancellation", "取り消す",
              FormFields().select(form, expense_field, standing).next_row().input(form,
                                                                                  cancel_field));
  }
  desk::PageHead head;
  head.title = "療養費　" + (shown.name.empty() ? std::string("氏名の記録なし") : shown.name);
  head.section = "/high-cost";
  head.crumbs = {{"高額療養費・付加給付", "/high-cost"}};
  head.started = {&medical_expense_enter, &medical_expense_cancel};
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

Result<Response> show(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  return expenses_page(screens, visit, acting, person, Form());
}

Result<Response> enter(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto form = visit.form();
  const auto month = form.month(month_field);
  const auto setting = form.choice(setting_field, settings);
  const auto reason = form.choice(reason_field, reasons());
  const auto institution = form.text(institution_field);
  const auto found = form.yen(found_field, 1, expense_limit_yen);
  const auto paid = form.yen(paid_field, 0, expense_limit_yen);
  const auto decided_on = form.date(decided_field);
  const auto evidence = form.text(evidence_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = enter_medical_expense(
        ledger, acting,
        {.person = person,
         .month = *month,
         .setting = *setting == "inpatient" ? Setting::inpatient : Setting::outpatient,
         .reason = static_cast<ExpenseReason>(reason->front() - '0'),
         .institution = *institution,
         .found = *found,
         .paid = *paid,
         .decided_on = *decided_on,
         .evidence = *evidence});
    if (done.ok()) {
      return visit.redirect_with(address_of(person),
                                 "療養費の支給決定を登録し、世帯の月を計算し直しました。");
    }
    form.note(done.faults());
  }
  return expenses_page(screens, visit, acting, person, form);
}

Result<Response> cancel(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto form = visit.form();
  const auto expense = form.read<MedicalExpenseId>(
      expense_field, [](const std::string& text) { return MedicalExpenseId::parse(text); },
      {"登録した支給決定ではありません。", "That is no decision."});
  const auto reason = form.text(cancel_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = cancel_medical_expense(ledger, acting, *expense, *reason);
    if (done.ok()) {
      return visit.redirect_with(address_of(*done),
                                 "療養費の支給決定を取り消し、世帯の月を計算し直しました。");
    }
    form.note(done.faults());
  }
  return expenses_page(screens, visit, acting, person, form);
}

}  // namespace of_expense_pages

void add_expense_routes(desk::Router& router, const BenefitScreens& screens) {
  using namespace of_expense_pages;
  const std::string expenses = "/members/{person}/medical-expenses";
  router.get_act<medical_expense_list>(expenses,
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return show(screens, visit, acting);
                                       });
  router.post_act<medical_expense_enter>(expenses,
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return enter(screens, visit, acting);
                                         });
  router.post_act<medical_expense_cancel>(expenses + "/cancellation",
                                          [screens](const Visit& visit, const Acting& acting) {
                                            return cancel(screens, visit, acting);
                                          });
}

}  // namespace kenpo::benefit
