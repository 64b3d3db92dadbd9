// `/credits`: what was paid or levied too much, set off or given back.
#include <algorithm>

#include "base/era.h"
#include "collection/arrears_print.h"
#include "collection/collection_page.h"
#include "collection/credit_act.h"
#include "collection/layout_page.h"
#include "collection/payout_page.h"
#include "collection/refund_act.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_credits {

using base::Result;
using base::Yen;
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

constexpr Field debt_field{.name = "debt", .label = "充てる保険料"};
constexpr Field holder_field{.name = "holder",
                             .label = "口座名義(カナ)",
                             .support = "口座名義人は、納付者本人か納付者である事業所です。",
                             .length_limit = 60};

struct Labels {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

std::string credit_address(const FundId& id) { return "/credits/" + std::string(id.text()); }

Cell credit_state(const CreditView& view, base::Date today) {
  if (view.credit.rest() == Yen()) return desk::chip_cell(ChipKind::done, "処理済み");
  if (view.until < today) return desk::chip_cell(ChipKind::problem, "充当の期間が終了");
  return desk::chip_cell(ChipKind::waiting, "未処理");
}

desk::Data credits_table(const CreditPage& page, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : page.credits) {
    rows.push_back({desk::link_cell(one.name, credit_address(one.credit.id)),
                    {wording(one.credit.cause).ja.text()},
                    {one.credit.arose_on.iso()},
                    desk::yen_cell(one.credit.amount),
                    desk::yen_cell(one.credit.rest()),
                    {one.until.iso()},
                    {one.lapses.iso()},
                    credit_state(one, today)});
  }
  return desk::table("過誤納",
                     {{"納付者"},
                      {"理由"},
                      {"告知・納付の日"},
                      {"額(円)", Holds::numbers},
                      {"残り(円)", Holds::numbers},
                      {"充当できる納付期限"},
                      {"還付の時効の日"},
                      {"状態"}},
                     rows, desk::grouped(page.count) + "件");
}

Result<Response> list_page(const CollectionScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto ledger = screens.ledger;
  const auto number = visit.page_number();
  const auto listed = KENPO_TRY(list_credits(ledger, acting, slice_of(number)));
  SectionPage page(visit, "collection_page");
  page.lead("納付や調定が多すぎた額です。6か月以内に納付期限の来る保険料に充てるか、還付します"
            "(健康保険法164条2項)。")
      .section("過誤納の一覧")
      .table(credits_table(listed, visit.now().day()))
      .pager(number, listed.count, rows_of_a_page, "/credits");
  for (const auto& [bill, name] : listed.bills) {
    page.section("0円より少ない請求", "調定が減り、請求額が0円を下回りました。")
        .facts({{"事業所", name},
                {"月", base::era_month(bill.month) + "分"},
                {"差し引く額", yen_words(bill.amount)}})
        .form("/credits", "過誤納にする",
              FormFields()
                  .hidden("establishment", std::string(bill.establishment.text()))
                  .hidden("month", bill.month.iso()));
  }
  desk::PageHead head;
  head.title = "過誤納";
  head.section = "/receipts";
  head.started = {&credit_settle};
  return page.finish(std::move(head));
}

desk::Data uses_table(const CreditView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : view.uses) {
    rows.push_back({{one.debt ? base::era_month(one.debt->month) + "分 " +
                                    wording(one.debt->kind).ja.text()
                              : std::string("還付")},
                    desk::yen_cell(one.amount),
                    {one.on.iso()},
                    {one.decided_at.short_text()}});
  }
  return desk::table("処理の記録",
                     {{"充てた先"}, {"額(円)", Holds::numbers}, {"日"}, {"記録した日時"}}, rows,
                     std::to_string(rows.size()) + "件");
}

Result<Response> credit_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<FundId>("id"));
  const auto view = KENPO_TRY(show_credit(ledger, acting, id));
  SectionPage page(visit, "collection_page");
  page.faults(form)
      .section("過誤納")
      .facts({{"納付者", view.name},
              {"理由", wording(view.credit.cause).ja.text()},
              {"告知または納付の日", view.credit.arose_on.iso()},
              {"額", yen_words(view.credit.amount)},
              {"残り", yen_words(view.credit.rest())},
              {"充当できる納付期限", view.until.iso() + "まで"},
              {"還付の時効の日", view.lapses.iso()}});
  if (view.credit.rest() > Yen()) {
    Labels labels;
    for (const auto& one : view.open) {
      if (!one.in_time) continue;
      labels.texts.emplace_back(debt_text(one.debt.key),
                                base::era_month(one.debt.key.month) + "分 " +
                                    wording(one.debt.key.kind).ja.text() + " 残り" +
                                    yen_words(one.debt.rest()));
    }
    if (labels.texts.empty()) {
      page.notification(desk::NotificationKind::information, "いま充てられる保険料はありません。",
                        "次の保険料の告知を待つか、還付してください。");
    } else {
      page.section("保険料に充てる", "両方の残りの少ないほうまで充てます。")
          .form(credit_address(id) + "/set-offs", "充てる",
                FormFields().select(form, debt_field, labels.choices()));
    }
    page.section("還付する", "残りの全額を還付します。振込は二人で決裁します。")
        .form(credit_address(id) + "/refunds", "還付を決定する",
              FormFields()
                  .input(form, bank_field)
                  .input(form, branch_field)
                  .next_row()
                  .select(form, account_kind_field, account_kinds())
                  .input(form, account_number_field)
                  .next_row()
                  .input(form, holder_field));
  }
  page.section("処理の記録").table(uses_table(view));
  const bool any_set_off = std::ranges::any_of(
      view.uses, [](const Allocation& one) { return one.target_kind == TargetKind::debt; });
  if (any_set_off) page.link("充当通知書(PDF)", credit_address(id) + "/notice.pdf");
  desk::PageHead head;
  head.title = "過誤納 " + view.name;
  head.section = "/receipts";
  head.crumbs = {{"過誤納", "/credits"}};
  head.started = {&credit_settle, &refund_decide};
  return page.finish(std::move(head));
}

Result<Response> make_credit(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto form = visit.form();
  const auto establishment = base::EstablishmentId::parse(form.sent("establishment"));
  const auto month = base::Month::parse(form.sent("month"));
  if (!establishment || !month) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto credit = KENPO_TRY(credit_bill(ledger, acting, *establishment, *month));
  return visit.redirect_with(credit_address(credit.id), "過誤納にしました。");
}

Result<Response> settle(const CollectionScreens& screens, const Visit& visit,
                        const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<FundId>("id"));
  auto form = visit.form();
  const auto debt = form.read<DebtKey>(
      debt_field, [](const std::string& text) { return parse_debt(text); },
      {"選び直してください。", "Choose again."});
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = set_off(ledger, acting, id, *debt);
    if (done.ok()) {
      return visit.redirect_with(credit_address(id), yen_words(*done) +
                                                         "を充てました。納付者に通知してください。");
    }
    form.note(done.faults());
  }
  return credit_page(screens, visit, acting, form);
}

Result<Response> give_back(const CollectionScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<FundId>("id"));
  auto form = visit.form();
  const auto account = read_account(form, holder_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = decide_refund(ledger, acting, id, *account);
    if (done.ok()) {
      return visit.redirect_with("/refunds", yen_words(done->amount) + "の還付を決定しました。");
    }
    form.note(done.faults());
  }
  return credit_page(screens, visit, acting, form);
}

Result<Response> set_off_paper(const CollectionScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<FundId>("id"));
  const auto view = KENPO_TRY(show_credit(ledger, acting, id));
  std::vector<SetOffLine> lines;
  for (const auto& one : view.uses) {
    if (!one.debt) continue;
    const auto due = one.debt->kind == DebtKind::employer_bill
                         ? premium::due_date(one.debt->month)
                         : one.on;
    lines.push_back({one.debt->month, due, one.amount});
  }
  auto printed = KENPO_TRY(print_set_off(view.credit, view.name + (view.employer ? "　御中" : "　様"),
                                         lines, screens.sender, visit.now()));
  return visit.paper("充当通知書.pdf", std::move(printed));
}

}  // namespace of_credits

void add_credit_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_credits;
  router.get_act<credit_list>("/credits", [screens](const Visit& visit, const Acting& acting) {
    return list_page(screens, visit, acting);
  });
  router.post_act<credit_settle>("/credits", [screens](const Visit& visit, const Acting& acting) {
    return make_credit(screens, visit, acting);
  });
  router.get_act<credit_list>("/credits/{id}",
                              [screens](const Visit& visit, const Acting& acting) {
                                return credit_page(screens, visit, acting, Form());
                              });
  router.post_act<credit_settle>("/credits/{id}/set-offs",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return settle(screens, visit, acting);
                                 });
  router.post_act<refund_decide>("/credits/{id}/refunds",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return give_back(screens, visit, acting);
                                 });
  router.get_act<credit_list>("/credits/{id}/notice.pdf",
                              [screens](const Visit& visit, const Acting& acting) {
                                return set_off_paper(screens, visit, acting);
                              });
  add_refund_routes(router, screens);
}

}  // namespace kenpo::collection
