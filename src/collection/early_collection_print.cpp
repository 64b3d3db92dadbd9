#include "collection/early_collection_print.h"

#include "base/era.h"
#include "collection/arrears_print.h"

namespace kenpo::collection {

using print::Align;

// 健康保険法施行規則137条
base::Result<print::Printed> print_early_collection(const EarlyLetter& letter,
                                                    const premium::NoticeSender& sender) {
  const auto& early = letter.early;
  print::Sheet sheet(
      {.title = "納期変更告知書", .sender = sender, .made_at = early.released_at});
  const auto month = base::era_month(early.debt.month) + "分";
  sheet.footer(sender.society + "　納期変更告知書　" + month);
  sheet.address_block({letter.postal_code.empty() ? "" : "〒" + letter.postal_code, letter.address,
                       letter.name + "　御中"});
  sheet.paragraph(letter_day(early.released_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("納期変更告知書");
  sheet.paragraph("次の保険料は、健康保険法172条により納期を繰り上げて徴収します。"
                  "新しい納付期限までに納付してください（健康保険法施行規則137条）。");
  sheet.facts({{"対象の請求", month},
               {"理由", wording(early.ground).ja.text() + "（" + article(early.ground).text() + "）"},
               {"これまでの納付期限", letter_day(early.due_before)},
               {"新しい納付期限", letter_day(early.due)},
               {"納付する額", letter_yen(early.amount)},
               {"納付場所", sender.place}});
  sheet.note("新しい納付期限までに納付されないときは、督促をせずに滞納処分を受けることがあります"
             "（健康保険法180条1項ただし書・4項）。");
  sheet.note("この告知に不服があるときは、社会保険審査会に審査請求をすることができます"
             "（健康保険法190条）。");
  return sheet.finish();
}

}  // namespace kenpo::collection
