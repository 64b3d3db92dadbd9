// Late charges on a payer's page: decided, waived, the waiver taken back.
#include "collection/arrears_page.h"
#include "collection/late_charge_act.h"
#include "collection/layout_page.h"
#include "desk/section_page.h"

namespace kenpo::collection {

namespace of_late_charges {

using base::Result;
using base::Yen;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr Field late_debt_field{.name = "late_debt", .label = "遅れて納付された保険料"};
constexpr Field late_due_field{
    .name = "late_due", .label = "延滞金の納付期限", .length_limit = 20};
constexpr Field waived_debt_field{.name = "waived_debt", .label = "延滞金を徴収しない請求"};
constexpr Field waiver_reason_field{.name = "waiver_reason",
                                    .label = "やむを得ない事情",
                                    .support = "事情と、確かめた書類を書きます。",
                                    .length_limit = step_note_characters_limit};
constexpr Field undone_debt_field{.name = "undone_debt", .label = "決定を取り消す請求"};
constexpr Field undone_reason_field{.name = "undone_reason",
                                    .label = "取り消す理由",
                                    .length_limit = step_note_characters_limit};

bool paid_late(const DebtView& view) {
  return view.debt.rest() == Yen() && view.debt.due < view.debt.last_paid_on;
}

DebtLabels labels(const PayerView& payer, bool (*fits)(const DebtView&)) {
  DebtLabels made;
  for (const auto& one : payer.debts) {
    if (!fits(one)) continue;
    auto words = words_of_debt(one.debt.key);
    if (one.charge_today > Yen()) words += " 延滞金" + yen_words(one.charge_today);
    made.texts.emplace_back(debt_text(one.debt.key), std::move(words));
  }
  return made;
}

Result<Response> charge(const CollectionScreens& screens, const Visit& visit,
                        const Acting& acting) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  auto form = visit.form();
  const auto debt = read_debt(form, late_debt_field, payer);
  const auto due = form.date(late_due_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = decide_late_charge(ledger, acting, *debt, *due);
    if (done.ok()) {
      return visit.redirect_with(arrears_address(payer),
                                 "延滞金 " + yen_words(done->value) + "を決定しました。");
    }
    form.note(done.faults());
  }
  return arrears_payer_page(screens, visit, acting, form);
}

/// A step on one debt of the payer that takes a reason.
using ReasonedAct = Result<> (*)(eligibility::Ledger&, const Acting&, const DebtKey&, std::string);
Result<Response> with_reason(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting, const Field& debt_field,
                             const Field& reason_field, ReasonedAct act, const char* done_words) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  auto form = visit.form();
  const auto debt = read_debt(form, debt_field, payer);
  const auto reason = form.text(reason_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = act(ledger, acting, *debt, *reason);
    if (done.ok()) return visit.redirect_with(arrears_address(payer), done_words);
    form.note(done.faults());
  }
  return arrears_payer_page(screens, visit, acting, form);
}

Result<Response> waive(const CollectionScreens& screens, const Visit& visit,
                       const Acting& acting) {
  return with_reason(screens, visit, acting, waived_debt_field, waiver_reason_field,
                     waive_late_charge, "延滞金を徴収しないと決めました。");
}

Result<Response> undo(const CollectionScreens& screens, const Visit& visit,
                      const Acting& acting) {
  return with_reason(screens, visit, acting, undone_debt_field, undone_reason_field, undo_waiver,
                     "延滞金を徴収しない決定を取り消しました。");
}

}  // namespace of_late_charges

void add_late_charge_sections(desk::SectionPage& page, desk::Form& form, const PayerView& payer) {
  using namespace of_late_charges;
  const auto address = arrears_address(payer.payer);
  const auto late = labels(payer, [](const DebtView& view) {
    return paid_late(view) && view.charge_today > Yen();
  });
  if (!late.texts.empty()) {
    page.section("延滞金の決定", "督促のあとに完納された保険料の延滞金を決め、請求にします。")
        .form(address + "/late-charges", "延滞金を決定する",
              FormFields()
                  .select(form, late_debt_field, late.choices())
                  .input(form, late_due_field));
  }
  const auto waivable =
      labels(payer, [](const DebtView& view) { return view.charge_today > Yen(); });
  if (!waivable.texts.empty()) {
    page.section("延滞金を徴収しない決定",
                 "やむを得ない事情があるときは、延滞金を徴収しません"
                 "(健康保険法181条1項ただし書)。決定は措置の記録に残ります。")
        .form(address + "/charge-waivers", "徴収しないと決める",
              FormFields()
                  .select(form, waived_debt_field, waivable.choices())
                  .next_row()
                  .input(form, waiver_reason_field));
  }
  const auto waived = labels(payer, [](const DebtView& view) { return view.charge_waived; });
  if (waived.texts.empty()) return;
  page.section("延滞金を徴収しない決定の取消し")
      .form(address + "/charge-waiver-reversals", "決定を取り消す",
            FormFields()
                .select(form, undone_debt_field, waived.choices())
                .next_row()
                .input(form, undone_reason_field));
}

void add_late_charge_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_late_charges;
  router.post_act<late_charge_decide>("/arrears/{payer}/late-charges",
                                      [screens](const Visit& visit, const Acting& acting) {
                                        return charge(screens, visit, acting);
                                      });
  router.post_act<late_charge_waive>("/arrears/{payer}/charge-waivers",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return waive(screens, visit, acting);
                                     });
  router.post_act<late_charge_waive>("/arrears/{payer}/charge-waiver-reversals",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return undo(screens, visit, acting);
                                     });
}

}  // namespace kenpo::collection
