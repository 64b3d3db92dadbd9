// Late charges on a payer's page: decided, worked out anew, waived, the waiver taken back; the
// charge on one demand line by line.
#include "base/era.h"
#include "collection/arrears_page.h"
#include "collection/late_charge_act.h"
#include "collection/layout_page.h"
#include "desk/section_page.h"
#include "remuneration/basis_text.h"

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
constexpr Field late_due_field{.name = "late_due",
                               .label = "延滞金の納付期限",
                               .support = "増える分の期限です。減るときは使いません。",
                               .length_limit = 20};
constexpr Field waived_debt_field{.name = "waived_debt", .label = "延滞金を徴収しない請求"};
constexpr Field waiver_reason_field{.name = "waiver_reason",
                                    .label = "やむを得ない事情",
                                    .support = "事情と、確かめた書類を書きます。",
                                    .length_limit = step_note_characters_limit};
constexpr Field undone_debt_field{.name = "undone_debt", .label = "決定を取り消す請求"};
constexpr Field undone_reason_field{.name = "undone_reason",
                                    .label = "取り消す理由",
                                    .length_limit = step_note_characters_limit};

DebtLabels labels(const PayerView& payer, bool (*fits)(const DebtView&)) {
  DebtLabels made;
  for (const auto& one : payer.debts) {
    if (!fits(one)) continue;
    auto words = words_of_debt(one.debt.key);
    if (one.charge.value > Yen()) words += " 延滞金" + yen_words(one.charge.value);
    if (one.charge_decided > Yen()) words += "（決定済み" + yen_words(one.charge_decided) + "）";
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
                                 "延滞金を" + yen_words(done->value) + "に決定しました。");
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

/// 「延滞金の計算」: each step with its article.
desk::Data basis_table(const law::Decision<Yen>& charge) {
  std::vector<std::vector<desk::Cell>> rows;
  for (auto& line : remuneration::lines_of(charge.basis)) {
    rows.push_back({{std::move(line.step_ja)},
                    {std::move(line.fact_ja)},
                    {std::move(line.article)},
                    {std::move(line.source)}});
  }
  const auto lines = std::to_string(rows.size());
  return desk::table("延滞金の計算", {{"計算"}, {"値"}, {"条文"}, {"数値の根拠"}}, rows,
                     lines + "行");
}

Result<Response> charge_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  const auto key = parse_debt(visit.path_value("debt"));
  if (!key || key->payer != payer) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto shown = KENPO_TRY(show_late_charge(ledger, acting, *key));
  const auto& view = shown.debt;
  std::string months;
  for (const auto month : shown.months) {
    months += (months.empty() ? "" : "、") + base::era_month(month) + "分";
  }
  desk::SectionPage page(visit, "collection_page");
  page.lead("延滞金は請求ごとに計算します。一つの請求が何か月分でも、納付期限は一つです。")
      .section("請求")
      .facts({{"請求", words_of_debt(*key)},
              {"対象の月", months},
              {"納付期限", view.debt.due.iso()},
              {"請求の額", yen_words(view.debt.total())},
              {"残り", yen_words(view.debt.rest())},
              {"きょう納付されたときの延滞金", yen_words(view.charge.value)},
              {"決定した延滞金", yen_words(view.charge_decided)}});
  page.section("計算").table(basis_table(view.charge));
  desk::PageHead head;
  head.title = "延滞金の計算";
  head.section = "/receipts";
  head.crumbs = {{"未納・滞納", "/arrears"}, {shown.payer, arrears_address(payer)}};
  return page.finish(std::move(head));
}

}  // namespace of_late_charges

void add_late_charge_sections(desk::SectionPage& page, desk::Form& form, const PayerView& payer) {
  using namespace of_late_charges;
  const auto address = arrears_address(payer.payer);
  const auto late = labels(payer, [](const DebtView& view) { return view.charge_differs(); });
  if (!late.texts.empty()) {
    page.section("延滞金の決定",
                 "督促のあとに完納された保険料の延滞金を決め、請求にします。決めたあとに納付の充当が"
                 "変わったときは、計算し直した額との差を請求にするか、過誤納にします。")
        .form(address + "/late-charges", "延滞金を決定する",
              FormFields()
                  .select(form, late_debt_field, late.choices())
                  .input(form, late_due_field));
  }
  const auto waivable =
      labels(payer, [](const DebtView& view) {
        return !view.charge_waived &&
               (view.charge.value > Yen() || view.charge_decided > Yen());
      });
  if (!waivable.texts.empty()) {
    page.section("延滞金を徴収しない決定",
                 "やむを得ない事情があるときは、延滞金を徴収しません"
                 "(健康保険法181条1項ただし書)。決定は措置の記録に残ります。"
                 "決定済みの延滞金は取り消し、納付された分は過誤納にします。")
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
  router.get_act<late_charge_show>("/arrears/{payer}/late-charges/{debt}",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return charge_page(screens, visit, acting);
                                   });
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
