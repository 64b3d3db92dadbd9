// `/refunds`: what is given back, its transfer files, the account it is paid from.
#include <algorithm>

#include "collection/collection_page.h"
#include "collection/layout_page.h"
#include "collection/payout_page.h"
#include "collection/refund_act.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_refunds {

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
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field pay_field{.name = "pay_on", .label = "振込日", .length_limit = 20};
constexpr Field client_field{
    .name = "client_code", .label = "委託者コード(10桁)", .length_limit = 10, .mode = "numeric"};
constexpr Field client_name_field{
    .name = "client_name", .label = "委託者名(カナ)", .length_limit = 60};
constexpr Field paid_field{.name = "paid_on", .label = "振り込まれた日", .length_limit = 20};
constexpr Field batch_field{.name = "batch", .label = "振込ファイル"};

struct Labels {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

Cell batch_state(const RefundBatch& batch) {
  switch (batch.state()) {
    case BatchState::proposed:
      return desk::chip_cell(ChipKind::waiting, "決裁待ち");
    case BatchState::released:
      return desk::chip_cell(ChipKind::progress, "決裁済み");
    case BatchState::paid:
      return desk::chip_cell(ChipKind::done, "振込済み");
    case BatchState::dropped:
      return desk::chip_cell(ChipKind::plain, "取下げ");
  }
  return {};
}

/// In no file yet, or in one that is older than those shown.
Cell without_file(const Refund& refund) {
  return refund.batch ? desk::chip_cell(ChipKind::done, "以前の振込ファイル")
                      : desk::chip_cell(ChipKind::waiting, "振込前");
}

desk::Data refunds_table(const RefundPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& [refund, name] : page.refunds) {
    const auto batch = std::ranges::find_if(
        page.batches, [&](const RefundBatch& one) { return one.id == refund.batch; });
    rows.push_back({{name},
                    {wording(refund.cause).ja.text()},
                    {refund.decided_on.iso()},
                    desk::yen_cell(refund.amount),
                    batch == page.batches.end() ? without_file(refund) : batch_state(*batch)});
  }
  return desk::table("還付",
                     {{"納付者"}, {"理由"}, {"決定日"}, {"額(円)", Holds::numbers}, {"状態"}}, rows,
                     desk::grouped(page.count) + "件");
}

desk::Data batches_table(const RefundPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : page.batches) {
    const bool ready =
        one.state() == BatchState::released || one.state() == BatchState::paid;
    rows.push_back({{one.pay_on.iso()},
                    {desk::grouped(one.count)},
                    desk::yen_cell(one.total),
                    {one.sha256},
                    batch_state(one),
                    ready ? desk::link_cell("ファイル", "/refund-files/" +
                                                            std::string(one.id.text()) + ".txt")
                          : Cell{""}});
    if (rows.size() == rows_of_a_page) break;  // the newest
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

Labels batch_labels(const RefundPage& page, BatchState state) {
  Labels labels;
  for (const auto& one : page.batches) {
    if (one.state() != state) continue;
    labels.texts.emplace_back(one.id.text(),
                              one.pay_on.iso() + " " + std::to_string(one.count) + "件 " +
                                  yen_words(one.total));
  }
  return labels;
}

void add_batch_forms(SectionPage& shown, const RefundPage& page, const Form& form) {
  if (page.account) {
    shown.section("振込ファイルを作る", "振込前の還付をまとめ、決裁に出します。")
        .form("/refund-files", "作って決裁に出す", FormFields().input(form, pay_field));
  }
  const auto released = batch_labels(page, BatchState::released);
  if (!released.texts.empty()) {
    shown.section("振込の記録")
        .form("/refund-payments", "振込を記録する",
              FormFields().select(form, batch_field, released.choices()).input(form, paid_field));
  }
  const auto proposed = batch_labels(page, BatchState::proposed);
  if (!proposed.texts.empty()) {
    shown.section("振込ファイルの取下げ", "還付は振込前に戻ります。決裁の提案も取り下げてください。")
        .form("/refund-withdrawals", "取り下げる",
              FormFields().select(form, Field{.name = "dropped", .label = "取り下げる振込ファイル"},
                              proposed.choices()));
  }
}

Result<Response> refunds_page(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto number = visit.page_number();
  const auto page = KENPO_TRY(list_refunds(ledger, acting, slice_of(number)));
  SectionPage shown(visit, "collection_page");
  shown.faults(form)
      .section("還付の一覧")
      .table(refunds_table(page))
      .pager(number, page.count, rows_of_a_page, "/refunds");
  shown.section("振込ファイル", "決裁する人は、同じ値のファイルであることを確かめます。")
      .table(batches_table(page))
      .link("決裁の画面", "/approvals");
  add_batch_forms(shown, page, form);
  shown
      .section("振込元の口座",
               page.account ? "委託者コード " + page.account->client_code + "、銀行 " +
                                  page.account->bank_code + "-" + page.account->branch_code
                            : std::string("登録されていません。"))
      .form("/paying-accounts", "振込元を登録する",
            FormFields()
                .input(form, client_field)
                .input(form, client_name_field)
                .next_row()
                .input(form, Field{.name = "own_bank",
                                   .label = "振込元の銀行番号(4桁)",
                                   .length_limit = 4,
                                   .mode = "numeric"})
                .input(form, Field{.name = "own_branch",
                                   .label = "振込元の支店番号(3桁)",
                                   .length_limit = 3,
                                   .mode = "numeric"})
                .input(form, Field{.name = "own_number",
                                   .label = "振込元の口座番号(7桁)",
                                   .length_limit = 7,
                                   .mode = "numeric"}));
  desk::PageHead head;
  head.title = "還付";
  head.section = "/receipts";
  head.crumbs = {{"過誤納", "/credits"}};
  head.started = {&refund_gather, &refund_provide, &refund_pay, &paying_account_enter};
  return shown.finish(std::move(head));
}

Result<Response> enter_account(const CollectionScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto form = visit.form();
  const auto client = form.text(client_field);
  const auto name = form.text(client_name_field);
  const auto bank = form.text({.name = "own_bank", .label = "振込元の銀行番号(4桁)"});
  const auto branch = form.text({.name = "own_branch", .label = "振込元の支店番号(3桁)"});
  const auto number = form.text({.name = "own_number", .label = "振込元の口座番号(7桁)"});
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done =
        enter_paying_account(ledger, acting, {*client, *name, *bank, *branch, *number});
    if (done.ok()) return visit.redirect_with("/refunds", "振込元を登録しました。");
    form.note(done.faults());
  }
  return refunds_page(screens, visit, acting, form);
}

Result<Response> make_file(const CollectionScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto form = visit.form();
  const auto on = form.date(pay_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = gather_refunds(ledger, screens.approvals, acting, *on);
    if (done.ok()) {
      return visit.redirect_with("/refunds", "振込ファイルを作り、決裁に出しました。");
    }
    form.note(done.faults());
  }
  return refunds_page(screens, visit, acting, form);
}

std::optional<BatchId> read_batch(Form& form, const Field& field) {
  return form.read<BatchId>(
      field, [](const std::string& text) { return BatchId::parse(text); },
      {"選び直してください。", "Choose again."});
}

Result<Response> note_payment(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto form = visit.form();
  const auto batch = read_batch(form, batch_field);
  const auto on = form.date(paid_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = record_payment(ledger, acting, *batch, *on);
    if (done.ok()) return visit.redirect_with("/refunds", "振込を記録しました。");
    form.note(done.faults());
  }
  return refunds_page(screens, visit, acting, form);
}

Result<Response> drop(const CollectionScreens& screens, const Visit& visit,
                      const Acting& acting) {
  auto form = visit.form();
  const auto batch = read_batch(form, {.name = "dropped", .label = "取り下げる振込ファイル"});
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = drop_file(ledger, acting, *batch);
    if (done.ok()) return visit.redirect_with("/refunds", "振込ファイルを取り下げました。");
    form.note(done.faults());
  }
  return refunds_page(screens, visit, acting, form);
}

Result<Response> hand_file(const CollectionScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto batch = KENPO_TRY(transfer_file_id<BatchId>(visit));
  auto ledger = screens.ledger;
  auto bytes = KENPO_TRY(transfer_file(ledger, acting, batch));
  return desk::file("還付振込.txt", "application/octet-stream", std::move(bytes));
}

}  // namespace of_refunds

void add_refund_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_refunds;
  router.get_act<refund_list>("/refunds", [screens](const Visit& visit, const Acting& acting) {
    return refunds_page(screens, visit, acting, Form());
  });
  router.post_act<paying_account_enter>("/paying-accounts",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return enter_account(screens, visit, acting);
                                        });
  router.post_act<refund_gather>("/refund-files",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return make_file(screens, visit, acting);
                                 });
  router.post_act<refund_gather>("/refund-withdrawals",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return drop(screens, visit, acting);
                                 });
  router.post_act<refund_pay>("/refund-payments",
                              [screens](const Visit& visit, const Acting& acting) {
                                return note_payment(screens, visit, acting);
                              });
  router.get_act<refund_provide>("/refund-files/{file}",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return hand_file(screens, visit, acting);
                                 });
}

}  // namespace kenpo::collection
