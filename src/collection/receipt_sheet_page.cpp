// `/receipt-lists`: many receipts typed, pasted or brought as a CSV file at once.
#include "base/mapped_file.h"
#include "collection/collection_page.h"
#include "collection/layout_page.h"
#include "collection/receipt_sheet_act.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_receipt_sheets {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field list_field{.name = "list",
                           .label = "入金の一覧",
                           .support = "1行に1件、入金日・納付者・金額・メモの順に、タブかカンマで"
                                      "区切ります。納付者は事業所の記号か名前、または名前のカナです。"
                                      "表計算ソフトからそのまま貼り付けられます。",
                           .length_limit = sheet_bytes_limit};

Cell standing_cell(const SheetLine& line) {
  switch (line.standing) {
    case SheetStanding::known: return desk::chip_cell(ChipKind::done, "登録済み");
    case SheetStanding::alike:
      return desk::chip_cell(ChipKind::problem, "同じ日・同じ額の入金あり");
    case SheetStanding::fresh: break;
  }
  return desk::chip_cell(ChipKind::plain, "新しい入金");
}

std::string match_words(const SheetLine& line) {
  if (line.standing == SheetStanding::known) return {};
  if (line.proposals.empty()) return "充てる請求が見つかりません";
  if (is_certain(line.proposals)) return "一致";
  const auto& first = line.proposals[0];
  const auto more = line.proposals.size() - 1;
  auto words = wording(first.reason).ja.text();
  if (first.fit == MatchFit::part) words += "、請求より少ない";
  if (first.fit == MatchFit::over) words += "、請求より多い";
  if (more > 0) words += "、ほか" + std::to_string(more) + "件の候補";
  return words;
}

desk::Data lines_table(const SheetPreview& preview) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : preview.lines) {
    rows.push_back({{std::to_string(line.row.line)},
                    {line.receipt.received_on.iso()},
                    {line.row.payer},
                    desk::yen_cell(line.receipt.amount),
                    standing_cell(line),
                    {line.payer_name},
                    {match_words(line)}});
  }
  return desk::table("入金の一覧の確認",
                     {{"行", Holds::numbers},
                      {"入金日"},
                      {"入力した納付者"},
                      {"金額(円)", Holds::numbers},
                      {"登録"},
                      {"充当の候補"},
                      {"一致"}},
                     rows, std::to_string(rows.size()) + "件");
}

void add_preview(SectionPage& page, const SheetPreview& preview, const std::string& text) {
  page.section("登録する内容", "まだ登録していません。同じ日・同じ額の入金があるときは、"
                               "銀行のファイルと重ならないか確かめてください。")
      .facts({{"登録する入金", std::to_string(preview.fresh) + "件 " + yen_words(preview.total)},
              {"うち請求と一致するもの", std::to_string(preview.certain) + "件"},
              {"登録済みで除くもの", std::to_string(preview.known) + "件"}})
      .table(lines_table(preview));
  if (preview.fresh == 0) return;
  page.form("/receipt-lists", std::to_string(preview.fresh) + "件の入金を登録する",
            FormFields().hidden("list", text));
}

struct Outcome {
  const SheetPreview* preview = nullptr;
  base::Faults faults = {};
};

Result<Response> sheet_page(const Visit& visit, Form& form, const Outcome& outcome) {
  SectionPage page(visit, "collection_page");
  page.faults(form).lead(
      "通帳や入金票を見ながら、入金をまとめて登録します。一行でも誤りがあれば、何も登録しません。"
      "同じ一覧を二度送っても、二重には入りません。");
  if (!outcome.faults.empty()) {
    page.notification(desk::NotificationKind::error,
                      "一覧を受け付けませんでした。何も変わっていません。",
                      "下の行を直して、もう一度確かめてください。")
        .section("直すところ")
        .table(desk::faults_table(outcome.faults, "行"));
  }
  if (outcome.preview != nullptr) add_preview(page, *outcome.preview, form.sent("list"));
  page.section("貼り付けるか入力する", "直してから、もう一度確かめられます。")
      .form("/receipt-list-checks", "内容を確かめる", FormFields().area(form, list_field));
  page.section("CSVファイルから読む", "読んだ内容は、上の欄に入ります。")
      .form("/receipt-list-checks", "ファイルを確かめる",
            FormFields().file("file", "CSVファイル", "項目は上と同じです。UTF-8かShift_JIS、200行まで。"));
  desk::PageHead head;
  head.title = "入金をまとめて入力";
  head.section = "/receipts";
  head.crumbs = {{"入金", "/receipts"}};
  head.status = outcome.faults.empty() ? 200 : 422;
  head.started = {&receipt_enter};
  return page.finish(std::move(head));
}

/// The text that was typed, else that of the file, put into the form to be mended there.
Result<std::string> sent_text(const Visit& visit, Form& form) {
  const auto& uploads = visit.request().uploads;
  if (uploads.empty() || uploads.front().size_bytes == 0) return form.sent("list");
  const auto file = KENPO_TRY(base::MappedFile::open(uploads.front().path));
  if (file.bytes().size() > sheet_bytes_limit) {
    return collection_fault({"ファイルが大きすぎます。", "The file is too large."}, {},
                            {"200行までに分けてください。", "At most 200 lines."});
  }
  auto text = KENPO_TRY(sheet_text(file.bytes()));
  form.prefill("list", text);
  return text;
}

Result<Response> check(const CollectionScreens& screens, const Visit& visit,
                       const Acting& acting) {
  auto form = visit.form();
  const auto text = sent_text(visit, form);
  if (!text.ok()) return sheet_page(visit, form, {.faults = text.faults()});
  auto ledger = screens.ledger;
  const auto preview = preview_sheet(ledger, acting, *text);
  if (!preview.ok()) return sheet_page(visit, form, {.faults = preview.faults()});
  return sheet_page(visit, form, {.preview = &*preview});
}

Result<Response> save(const CollectionScreens& screens, const Visit& visit,
                      const Acting& acting) {
  auto form = visit.form();
  auto ledger = screens.ledger;
  const auto taken = enter_sheet(ledger, acting, form.sent("list"));
  if (!taken.ok()) return sheet_page(visit, form, {.faults = taken.faults()});
  return visit.redirect_with("/receipts", std::to_string(taken->added) + "件(" +
                                              yen_words(taken->total) +
                                              ")の入金を登録しました。登録済み " +
                                              std::to_string(taken->known) + "件。");
}

}  // namespace of_receipt_sheets

void add_receipt_sheet_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_receipt_sheets;
  router.get<receipt_sheet_check>(
      "/receipt-lists", [](const Visit& visit, const notice::Permit<receipt_sheet_check>&) {
        Form form;
        return sheet_page(visit, form, {});
      });
  router.post_act<receipt_sheet_check>("/receipt-list-checks",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return check(screens, visit, acting);
                                       });
  router.post_act<receipt_enter>("/receipt-lists",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return save(screens, visit, acting);
                                 });
}

}  // namespace kenpo::collection
