#include "recourse/lapse_print.h"

#include "base/era.h"

namespace kenpo::recourse {

namespace {

using print::Align;
using print::RowStyle;

std::string long_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }

print::Table treatment_table(const LapseView& view) {
  print::Table table;
  table.columns = {{3, Align::left}, {7, Align::left}};
  const auto& claim = view.claim;
  table.rows = {{{"受診した人", claim.name}, RowStyle::plain},
                {{"診療の月", base::era_month(claim.treated_in)}, RowStyle::plain},
                {{"医療機関", claim.institution_name}, RowStyle::plain},
                {{"返還の対象の額", view.lapse.amount.grouped() + "円"}, RowStyle::total}};
  return table;
}

void letter(print::Sheet& sheet, const LapseAddressee& papers, const review::LetterSender& sender,
            base::Moment made_at) {
  auto lines = papers.address;
  lines.push_back(papers.insured_name + "　様");
  sheet.address_block(lines);
  sheet.paragraph(long_day(made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("資格喪失後の受診についてのお知らせ");
  sheet.paragraph("当組合の資格を喪失した後の受診について、当組合が医療費を負担しました。"
                  "その額は当組合にお返しいただき、受診のときに加入していた保険者に療養費として"
                  "請求していただくものです。");
  sheet.paragraph("次の申出書（委任状兼同意書）を出していただくと、当組合が新しい保険者から直接"
                  "受け取って精算できます。受け取った額が返還の額に足りないときは、差額をお返し"
                  "いただきます。");
  sheet.table(treatment_table(papers.view));
  sheet.facts({{"新しい保険者への請求の期限", long_day(papers.claim_until)}});
  sheet.note("療養費を請求する権利は、費用を払った日の翌日から2年で消滅します"
             "（健康保険法193条1項）。期限は受診の月から数えた目安です。");
}

void delegation(print::Sheet& sheet, const LapseAddressee& papers,
                const review::LetterSender& sender) {
  sheet.next_letter();
  sheet.title("資格喪失後受診に伴う返還金精算に係る申出書（委任状兼同意書）");
  sheet.paragraph(sender.society + "　理事長　" + sender.representative + "　殿");
  sheet.paragraph("下の受診について、新しい保険者に対する療養費の請求と受領を貴組合に委任し、"
                  "受領した額を返還金に充てることに同意します。請求に要る書類を、貴組合が新しい"
                  "保険者に送ることにも同意します。");
  sheet.table(treatment_table(papers.view));
  sheet.gap(6);
  sheet.facts({{"日付", ""},
               {"住所", ""},
               {"氏名（署名）", ""},
               {"電話", ""},
               {"受診した人が別の人のとき、その人の署名", ""}});
}

/// What a form asks for beside the treatment, to be filled in by hand.
std::vector<std::string> asked_by(SettlementForm form) {
  switch (form) {
    case SettlementForm::medical_expense:
      return {"申請する額"};
    case SettlementForm::childbirth:
      return {"出産した人", "出産した日", "出生児の数（死産のときは妊娠の週数）", "申請する額"};
    case SettlementForm::burial:
      return {"亡くなった人", "亡くなった日", "埋葬・葬祭を行った人と日", "申請する額"};
    case SettlementForm::transport:
      return {"移送した日と区間", "移送の方法と理由", "付き添った人", "申請する額"};
    case SettlementForm::high_cost:
      break;
  }
  return {"世帯で同じ月に受けたほかの療養", "過去12か月に高額療養費を受けた月", "申請する額"};
}

/// 様式第四 to 第八.
void claim_form(print::Sheet& sheet, const LapseAddressee& papers, SettlementForm form,
                const review::LetterSender& sender) {
  sheet.next_letter();
  sheet.title(std::string(wording(form)) + "支給申請書（保険者間調整）");
  const auto& successor = papers.view.successor;
  sheet.paragraph((successor ? successor->insurer_name : std::string("　　　　　　　　")) + "　御中");
  sheet.facts({{"保険者番号", successor ? successor->insurer_number : ""},
               {"加入した日", successor ? long_day(successor->joined_on) : ""},
               {"新しい記号・番号", ""},
               {"申請する人", papers.insured_name}});
  sheet.table(treatment_table(papers.view));
  for (const auto& asked : asked_by(form)) sheet.facts({{asked, ""}});
  sheet.facts({{"申請の理由", "資格を喪失した保険者の資格で受診したため"},
               {"受領を委任された者", sender.society},
               {"振込先", ""},
               {"添付", "申出書（委任状兼同意書）、診療報酬明細書の写し（封をしたもの）"}});
}

/// 様式第九: by whoever was treated, when somebody else is asked for the money.
void consent(print::Sheet& sheet, const LapseAddressee& papers,
             const review::LetterSender& sender) {
  sheet.next_letter();
  sheet.title("同意書（保険者間調整）");
  sheet.paragraph(sender.society + "　理事長　" + sender.representative + "　殿");
  sheet.paragraph("下の受診について、" + papers.insured_name +
                  "が新しい保険者への請求と受領を貴組合に委任し、受領した額を返還金に充てることに"
                  "同意します。請求に要る書類を、貴組合が新しい保険者に送ることにも同意します。");
  sheet.table(treatment_table(papers.view));
  sheet.gap(6);
  sheet.facts({{"日付", ""}, {"住所", ""}, {"受診した人の氏名（署名）", ""}, {"電話", ""}});
}

}  // namespace

base::Result<print::Printed> print_papers(const LapseAddressee& papers,
                                          const review::LetterSender& sender,
                                          base::Moment made_at) {
  print::Sheet sheet(
      {.title = "資格喪失後受診の書類", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　資格喪失後受診の書類");
  letter(sheet, papers, sender, made_at);
  delegation(sheet, papers, sender);
  for (const auto form : papers.forms) claim_form(sheet, papers, form, sender);
  if (papers.consent) consent(sheet, papers, sender);
  return sheet.finish();
}

}  // namespace kenpo::recourse
