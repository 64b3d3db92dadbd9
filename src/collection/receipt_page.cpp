// `/receipts`: what came in, from the bank's file or typed.
#include "base/mapped_file.h"
#include "collection/allocation_act.h"
#include "collection/collection_page.h"
#include "collection/layout_page.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_receipts {

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

constexpr std::int64_t most_yen = 9'999'999'999;  // ten digits, as banks write an amount

constexpr Field received_field{.name = "received_on", .label = "入金日", .length_limit = 20};
constexpr Field amount_field{
    .name = "amount", .label = "金額(円)", .length_limit = 20, .mode = "numeric"};
constexpr Field payer_field{.name = "payer",
                            .label = "依頼人名(カナ)",
                            .support = "銀行の記録のとおりに入れます。",
                            .length_limit = payer_characters_limit};
constexpr Field code_field{.name = "payer_code",
                           .label = "依頼人コード",
                           .need = Field::Need::optional,
                           .support = "事業所の記号を入れると、事業所が決まります。",
                           .length_limit = 10};
constexpr Field remark_field{.name = "remark",
                             .label = "メモ",
                             .need = Field::Need::optional,
                             .length_limit = remark_characters_limit};

std::string receipt_address(const FundId& id) { return "/receipts/" + std::string(id.text()); }

Cell state_cell(const Receipt& receipt) {
  if (receipt.rest() == Yen()) return desk::chip_cell(ChipKind::done, "充当済み");
  if (receipt.allocated == Yen()) return desk::chip_cell(ChipKind::waiting, "未充当");
  return desk::chip_cell(ChipKind::progress, "一部充当");
}

desk::Data receipts_table(const ReceiptPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& receipt : page.receipts) {
    rows.push_back({desk::link_cell(receipt.received_on.iso(), receipt_address(receipt.id)),
                    {receipt.payer.empty() ? "(名前なし)" : receipt.payer},
                    {receipt.payer_code},
                    desk::yen_cell(receipt.amount),
                    desk::yen_cell(receipt.rest()),
                    state_cell(receipt)});
  }
  return desk::table("入金",
                     {{"入金日"},
                      {"依頼人"},
                      {"依頼人コード"},
                      {"金額(円)", Holds::numbers},
                      {"未充当(円)", Holds::numbers},
                      {"状態"}},
                     rows, desk::grouped(page.count) + "件");
}

/// `failed`: faults of a file, which have places and no field.
Result<Response> list_page(const CollectionScreens& screens, const Visit& visit,
                           const Acting& acting, const Form& form,
                           const base::Faults& failed = {}) {
  auto ledger = screens.ledger;
  const auto number = visit.page_number();
  const auto page =
      KENPO_TRY(list_receipts(ledger, acting, (number - 1) * rows_of_a_page, rows_of_a_page));
  SectionPage shown(visit, "collection_page");
  shown.faults(form).lead("銀行のファイルか手入力で入金を登録し、請求に充当します。"
                          "納付済みかどうかは、充当した額で決まります。");
  if (!failed.empty()) {
    shown.notification(desk::NotificationKind::error,
                       "ファイルを受け付けませんでした。何も変わっていません。",
                       "下の誤りを直したファイルを、銀行から取り直してください。")
        .section("受け付けられなかった理由")
        .table(desk::faults_table(failed, "レコード"));
  }
  shown.section("入金の一覧", "未充当の合計：" + yen_words(page.unmatched))
      .table(receipts_table(page))
      .pager(number, page.count, rows_of_a_page, "/receipts");
  if (page.unmatched > Yen()) {
    shown.section("まとめて充当",
                  "依頼人が一つに決まり、金額が請求の残りと一致する入金だけを充当します。"
                  "ほかの入金は、一件ずつ確かめて充当します。")
        .form("/certain-allocations", "一致した入金を充当する", FormFields());
  }
  shown.section("まとめて入力", "通帳や入金票から、200件までを一度に入れられます。")
      .link("入金をまとめて入力する", "/receipt-lists");
  shown.section("銀行のファイル")
      .form("/receipt-files", "ファイルを受け付ける",
            FormFields().file("file", "全銀形式のファイル",
                          "振込入金通知(種別01)か入出金取引明細(種別03)。同じ入金は二重に入りません。"));
  shown.section("手入力")
      .form("/receipts", "入金を登録する",
            FormFields()
                .input(form, received_field)
                .input(form, amount_field)
                .next_row()
                .input(form, payer_field)
                .input(form, code_field)
                .next_row()
                .input(form, remark_field));
  desk::PageHead head;
  head.title = "入金";
  head.section = "/receipts";
  head.status = failed.empty() ? 200 : 422;
  head.started = {&receipt_enter, &receipt_allocate};
  return shown.finish(std::move(head));
}

Result<Response> enter(const CollectionScreens& screens, const Visit& visit,
                       const Acting& acting) {
  auto form = visit.form();
  const auto on = form.date(received_field);
  const auto amount = form.yen(amount_field, 1, most_yen);
  const auto payer = form.text(payer_field);
  const auto code = form.text(code_field);
  const auto remark = form.text(remark_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = enter_receipt(ledger, acting,
                                    {.received_on = *on,
                                     .amount = *amount,
                                     .payer = *payer,
                                     .payer_code = code.value_or(""),
                                     .remark = remark.value_or("")});
    if (done.ok()) {
      return visit.redirect_with(receipt_address(done->id), "入金を登録しました。");
    }
    form.note(done.faults());
  }
  return list_page(screens, visit, acting, form);
}

Result<Response> take_file(const CollectionScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto& uploads = visit.request().uploads;
  if (uploads.empty() || uploads.front().size_bytes == 0) {
    return list_page(screens, visit, acting, Form(),
                     {collection_fault({"ファイルが選ばれていません。", "No file was chosen."}, {},
                                       {"ファイルを選んでください。", "Choose a file."})});
  }
  const auto file = KENPO_TRY(base::MappedFile::open(uploads.front().path));
  auto ledger = screens.ledger;
  const auto taken = take_bank_file(ledger, acting, file.bytes(), "送信されたファイル");
  if (!taken.ok()) return list_page(screens, visit, acting, Form(), taken.faults());
  return visit.redirect_with(
      "/receipts", std::to_string(taken->added) + "件(" + yen_words(taken->total) +
                       ")の入金を登録しました。登録済み " + std::to_string(taken->known) +
                       "件、入金ではないもの " + std::to_string(taken->passed) + "件。");
}

Result<Response> allocate_all(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto ledger = screens.ledger;
  const auto done = KENPO_TRY(allocate_certain(ledger, acting));
  return visit.redirect_with("/receipts", std::to_string(done) + "件の入金を充当しました。");
}

}  // namespace of_receipts

void add_receipt_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_receipts;
  router.menu<receipt_list>(desk::MenuGroup::work, "/receipts", "徴収");
  router.get_act<receipt_list>("/receipts", [screens](const Visit& visit, const Acting& acting) {
    return list_page(screens, visit, acting, Form());
  });
  router.post_act<receipt_enter>("/receipts",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return enter(screens, visit, acting);
                                 });
  router.post_act<receipt_enter>("/receipt-files",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return take_file(screens, visit, acting);
                                 });
  router.post_act<receipt_allocate>("/certain-allocations",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return allocate_all(screens, visit, acting);
                                    });
}

}  // namespace kenpo::collection
