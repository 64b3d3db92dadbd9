// `/benefit-payments`: decided benefits on their way to the bank.
// `/benefit-accounts/{person}`: where they are paid to.
#include <algorithm>

#include "base/mask.h"
#include "benefit/benefit_page.h"
#include "benefit/payment_act.h"
#include "desk/components.h"
#include "desk/visit.h"
#include "collection/payout_page.h"
#include "eligibility/link_page.h"

#include "collection/layout_page.h"
#include "desk/section_page.h"

namespace kenpo::benefit {

namespace of_payment_pages {

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
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field batch_field{.name = "batch", .label = "振込ファイル"};
constexpr Field paid_field{.name = "paid_on", .label = "振り込まれた日", .length_limit = 20};
constexpr Field dropped_field{.name = "dropped", .label = "取り下げる振込ファイル"};
constexpr Field holder_field{.name = "holder", .label = "口座名義(カナ)", .length_limit = 60};
constexpr Field evidence_field{.name = "evidence",
                               .label = "根拠",
                               .support = "例：口座の届出 令和8年11月20日",
                               .length_limit = account_evidence_characters_limit};

Cell batch_state(const PaymentBatch& batch) {
  if (!batch.last) return desk::chip_cell(ChipKind::waiting, "決裁待ち");
  switch (*batch.last) {
    case PaymentStep::released:
      return desk::chip_cell(ChipKind::progress, "決裁済み");
    case PaymentStep::paid:
      return desk::chip_cell(ChipKind::done, "振込済み");
    case PaymentStep::dropped:
      break;
  }
  return desk::chip_cell(ChipKind::plain, "取下げ");
}

desk::Data waiting_table(const PaymentPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : page.waiting) {
    const auto& insured = each.insured;
    rows.push_back(
        {{eligibility::masked_insured_number(insured.symbol, insured.number)},
         {insured.name},
         desk::yen_cell(each.payable.amount),
         each.has_account ? desk::chip_cell(ChipKind::done, "登録あり")
                          : desk::chip_cell(ChipKind::waiting, "登録なし"),
         desk::link_cell("支払先",
                         "/benefit-accounts/" + std::string(each.payable.insured.text()))});
  }
  return desk::table(
      "支払を待つ支給",
      {{"記号・番号"}, {"被保険者"}, {"額(円)", Holds::numbers}, {"口座"}, {"支払先の登録"}}, rows,
      desk::grouped(page.count) + "件");
}

desk::Data batches_table(const PaymentPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : page.batches) {
    const bool ready = one.last == PaymentStep::released || one.last == PaymentStep::paid;
    rows.push_back({{one.pay_on.iso()},
                    {desk::grouped(one.count)},
                    desk::yen_cell(one.total),
                    {one.sha256},
                    batch_state(one),
                    collection::ledger_cell(one.sealed, ready)});
  }
  return desk::table("振込ファイル",
                     {{"振込日"},
                      {"件数", Holds::numbers},
                      {"合計(円)", Holds::numbers},
                      {"ファイルの値(SHA-256)"},
                      {"状態"},
                      {"引渡し"}},
                     rows, std::to_string(page.batches.size()) + "件");
}

struct Labels {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

Labels batches_with(const PaymentPage& page, std::optional<PaymentStep> last) {
  Labels labels;
  for (const auto& one : page.batches) {
    if (one.last != last) continue;
    labels.texts.emplace_back(one.id.text(), one.pay_on.iso() + " " + desk::grouped(one.count) +
                                                 "件 " + yen_words(one.total));
  }
  return labels;
}

void add_forms(SectionPage& shown, const PaymentPage& page, const Form& form) {
  if (page.from) {
    shown.section("振込ファイルを作る", "口座の登録がある支給をまとめて暗号化し、決裁に出します。")
        .form("/benefit-files", "作って決裁に出す", collection::order_fields(form));
  } else {
    shown.section("振込ファイルを作る", "振込元の口座が登録されていません。")
        .link("振込元を登録する", "/refunds");
  }
  const auto released = batches_with(page, PaymentStep::released);
  if (!released.texts.empty()) {
    shown.section("振込の記録")
        .form("/benefit-payment-records", "振込を記録する",
              FormFields().select(form, batch_field, released.choices()).input(form, paid_field));
  }
  const auto proposed = batches_with(page, std::nullopt);
  if (!proposed.texts.empty()) {
    shown.section("振込ファイルの取下げ", "支給は支払待ちに戻ります。決裁の提案も取り下げてください。")
        .form("/benefit-file-withdrawals", "取り下げる",
              FormFields().select(form, dropped_field, proposed.choices()));
  }
}

Result<Response> payments_page(const BenefitScreens& screens, const Visit& visit,
                               const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto page = KENPO_TRY(list_benefit_payments(ledger, acting, collection::rows_of_a_page));
  auto shown = benefit_page(visit);
  shown.faults(form).lead("支給を決定した給付を振り込みます。振込ファイルは、"
                          "もう一人がその値を確かめて決裁します。");
  shown.section("支払を待つ支給", "待っている順に、最初の50件です。").table(waiting_table(page));
  add_forms(shown, page, form);
  shown.section("振込ファイル", "決裁する人は、同じ値のファイルであることを確かめます。")
      .table(batches_table(page))
      .link("決裁の画面", "/approvals");
  desk::PageHead head;
  head.title = "給付の支払";
  head.section = "/high-cost";
  head.crumbs = {{"高額療養費・付加給付", "/high-cost"}};
  head.started = {&benefit_payment_gather, &benefit_payment_withdraw, &benefit_payment_record};
  return shown.finish(std::move(head));
}

std::optional<PaymentBatchId> read_batch(Form& form, const Field& field) {
  return form.read<PaymentBatchId>(
      field, [](const std::string& text) { return PaymentBatchId::parse(text); },
      {"選び直してください。", "Choose again."});
}

/// Carries out what the form asks; shown again with its faults when that is refused.
template <typename Act>
Result<Response> after(const BenefitScreens& screens, const Visit& visit, const Acting& acting,
                       Form& form, const char* told, const Act& act) {
  if (form.ok()) {
    const auto done = act();
    if (done.ok()) return visit.redirect_with("/benefit-payments", told);
    form.note(done.faults());
  }
  return payments_page(screens, visit, acting, form);
}

Result<Response> make_file(const BenefitScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto form = visit.form();
  if (const auto order = collection::read_order(form)) {
    const auto made = gather_benefit_payments(screens.office, screens.approvals, acting, *order);
    if (made.ok()) {
      return collection::made_file_page(
          visit, *made,
          {.title = "給付の振込ファイル",
           .section = "/high-cost",
           .crumbs = {{"高額療養費・付加給付", "/high-cost"}, {"給付の支払", "/benefit-payments"}}});
    }
    form.note(made.faults());
  }
  return payments_page(screens, visit, acting, form);
}

Result<Response> note_payment(const BenefitScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto form = visit.form();
  auto ledger = screens.ledger;
  const auto batch = read_batch(form, batch_field);
  const auto on = form.date(paid_field);
  return after(screens, visit, acting, form, "振込を記録しました。",
               [&] { return record_benefit_payment(ledger, acting, *batch, *on); });
}

Result<Response> drop(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  auto ledger = screens.ledger;
  const auto batch = read_batch(form, dropped_field);
  return after(screens, visit, acting, form, "振込ファイルを取り下げました。",
               [&] { return drop_benefit_file(ledger, acting, *batch); });
}

Result<Response> account_page(const BenefitScreens& screens, const Visit& visit,
                              const Acting& acting, Form form) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto ledger = screens.ledger;
  const auto view = KENPO_TRY(show_benefit_account(ledger, acting, person));
  form.prefill("kind", "1");
  auto page = benefit_page(visit);
  page.faults(form).lead("給付を振り込む口座です。登録し直すと、次の振込ファイルから使います。");
  page.section("いまの支払先");
  if (view.account) {
    const auto& account = view.account->account;
    page.facts({{"銀行・支店", account.bank_code + "-" + account.branch_code},
                {"口座番号", base::masked(account.number)},
                {"口座名義", account.holder},
                {"根拠", view.account->evidence},
                {"登録の日時", view.account->entered_at.short_text()}});
  } else {
    page.facts({{"口座", "登録されていません。"}});
  }
  page.section("支払先を登録する")
      .form("/benefit-accounts/" + std::string(person.text()), "登録する",
            FormFields()
                .input(form, collection::bank_field)
                .input(form, collection::branch_field)
                .select(form, collection::account_kind_field, collection::account_kinds())
                .input(form, collection::account_number_field)
                .next_row()
                .input(form, holder_field)
                .next_row()
                .input(form, evidence_field));
  desk::PageHead head;
  head.title = "給付の支払先　" + view.insured.name;
  head.section = "/high-cost";
  head.crumbs = {{"高額療養費・付加給付", "/high-cost"}, {"給付の支払", "/benefit-payments"}};
  head.started = {&benefit_account_enter};
  return page.finish(std::move(head));
}

Result<Response> enter_account(const BenefitScreens& screens, const Visit& visit,
                               const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto form = visit.form();
  const auto account = collection::read_account(form, holder_field);
  const auto evidence = form.text(evidence_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = enter_benefit_account(ledger, acting, person, *account, *evidence);
    if (done.ok()) {
      return visit.redirect_with("/benefit-accounts/" + std::string(person.text()),
                                 "支払先を登録しました。");
    }
    form.note(done.faults());
  }
  return account_page(screens, visit, acting, form);
}

}  // namespace of_payment_pages

void add_payment_routes(desk::Router& router, const BenefitScreens& screens) {
  using namespace of_payment_pages;
  router.get_act<benefit_payment_list>("/benefit-payments",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return payments_page(screens, visit, acting, Form());
                                       });
  router.post_act<benefit_payment_gather>("/benefit-files",
                                          [screens](const Visit& visit, const Acting& acting) {
                                            return make_file(screens, visit, acting);
                                          });
  router.post_act<benefit_payment_record>("/benefit-payment-records",
                                          [screens](const Visit& visit, const Acting& acting) {
                                            return note_payment(screens, visit, acting);
                                          });
  router.post_act<benefit_payment_withdraw>("/benefit-file-withdrawals",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return drop(screens, visit, acting);
                                            });
  router.get_act<benefit_account_show>("/benefit-accounts/{person}",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return account_page(screens, visit, acting, Form());
                                       });
  router.post_act<benefit_account_enter>("/benefit-accounts/{person}",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return enter_account(screens, visit, acting);
                                         });
}

}  // namespace kenpo::benefit
