// 繰上徴収 on a payer's page: asking for it, its letter.
#include "collection/arrears_page.h"
#include "collection/early_collection_act.h"
#include "collection/early_collection_print.h"
#include "collection/layout_page.h"
#include "desk/section_page.h"

namespace kenpo::collection {

namespace of_early_collections {

using base::Result;
using base::Yen;
using desk::Choice;
using desk::Field;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field early_debt_field{.name = "early_debt", .label = "繰り上げる請求"};
constexpr Field ground_field{.name = "ground", .label = "繰上徴収の理由"};
constexpr Field early_due_field{.name = "early_due",
                                .label = "新しい納付期限",
                                .support = "きょうから、今の納付期限の前日までの日です。",
                                .length_limit = 20};
constexpr Field early_reason_field{.name = "early_reason",
                                   .label = "確かめたこと",
                                   .support = "決定書などの日付と番号を書きます。氏名は書きません。",
                                   .length_limit = 200};

const std::vector<Choice> grounds = {{"1", "国税・地方税その他の公課の滞納処分"},
                                     {"2", "強制執行"},
                                     {"3", "破産手続開始の決定"},
                                     {"4", "企業担保権の実行手続の開始"},
                                     {"5", "競売の開始"},
                                     {"6", "法人の解散"},
                                     {"7", "事業所の廃止"}};

Result<Response> ask(const CollectionScreens& screens, const Visit& visit, const Acting& acting) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  auto form = visit.form();
  const auto debt = read_debt(form, early_debt_field, payer);
  const auto ground = form.choice(ground_field, grounds);
  const auto due = form.date(early_due_field);
  const auto reason = form.text(early_reason_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = propose_early_collection(
        ledger, screens.approvals, acting,
        {.debt = *debt,
         .ground = static_cast<EarlyGround>(ground->front() - '0'),
         .due = *due,
         .reason = *reason});
    if (done.ok()) {
      return visit.redirect_with("/approvals/" + std::string(done->text()),
                                 "繰上徴収の承認を求めました。もう一人の決裁を待ちます。");
    }
    form.note(done.faults());
  }
  return arrears_payer_page(screens, visit, acting, form);
}

Result<Response> letter(const CollectionScreens& screens, const Visit& visit,
                        const Acting& acting) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  auto name = visit.path_value("file");
  constexpr std::string_view ending = ".pdf";
  if (!name.ends_with(ending)) return Visit::no_such_page();
  name.remove_suffix(ending.size());
  auto ledger = screens.ledger;
  const auto shown = KENPO_TRY(show_payer(ledger, acting, payer));
  for (const auto& early : shown.early) {
    if (early.id.text() != name) continue;
    auto printed = KENPO_TRY(print_early_collection(
        {shown.name, shown.postal_code, shown.address, early}, screens.sender));
    return visit.paper("納期変更告知書-" + early.debt.month.iso() + ".pdf", std::move(printed));
  }
  return Visit::no_such_page();
}

}  // namespace of_early_collections

void add_early_collection_sections(desk::SectionPage& page, desk::Form& form,
                                   const PayerView& payer) {
  using namespace of_early_collections;
  const auto address = arrears_address(payer.payer);
  if (!payer.early.empty()) {
    std::vector<std::vector<desk::Cell>> rows;
    for (const auto& early : payer.early) {
      rows.push_back({{early.released_at.day().iso()},
                      {words_of_debt(early.debt)},
                      {wording(early.ground).ja.text()},
                      {early.due_before.iso()},
                      {early.due.iso()},
                      desk::yen_cell(early.amount),
                      desk::link_cell("納期変更告知書(PDF)",
                                      address + "/early-collections/" +
                                          std::string(early.id.text()) + ".pdf")});
    }
    const auto count = std::to_string(rows.size());
    page.section("繰上徴収")
        .table(desk::table("繰上徴収",
                           {{"承認の日"},
                            {"請求"},
                            {"理由"},
                            {"前の納付期限"},
                            {"納付期限"},
                            {"額(円)", desk::Column::Holds::numbers},
                            {"告知"}},
                           rows, count + "件"));
  }
  DebtLabels open;
  for (const auto& one : payer.debts) {
    const auto& debt = one.debt;
    const bool can = debt.rest() > Yen() && one.age == DebtAge::not_due && !debt.due_before &&
                     late_charge_of(debt.key);
    if (!can) continue;
    open.texts.emplace_back(debt_text(debt.key),
                            words_of_debt(debt.key) + " 残り" + yen_words(debt.rest()));
  }
  if (open.texts.empty()) return;
  page.section("繰上徴収を求める",
               "倒産などのときは、納期前の保険料を繰り上げて徴収できます(健康保険法172条)。"
               "承認は、求めた人とは別の人が行います。繰り上げた請求に督促と延滞金はありません。")
      .form(address + "/early-collections", "承認を求める",
            FormFields()
                .select(form, early_debt_field, open.choices())
                .select(form, ground_field, grounds)
                .input(form, early_due_field)
                .next_row()
                .input(form, early_reason_field));
}

void add_early_collection_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_early_collections;
  router.post_act<early_collection_ask>("/arrears/{payer}/early-collections",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return ask(screens, visit, acting);
                                        });
  router.get_act<arrears_show>("/arrears/{payer}/early-collections/{file}",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return letter(screens, visit, acting);
                               });
}

}  // namespace kenpo::collection
