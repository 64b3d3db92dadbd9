#include "format/notification_csv/correlation_words.h"

#include "base/plain.h"

namespace kenpo::format::notification_csv {

using base::Fault;
using base::Plain;

Fault is_in_future() {
  return {{"日付が今日より後です。", "The date lies after today."},
          {"まだ来ていない日は届け出られません。", "A day to come cannot be notified."},
          {"年月日を確かめるか、その日を過ぎてから出してください。",
           "Check the date, or send it after that day."},
          {}};
}

Fault goes_without_number() {
  return {{"個人番号があるのに書かれています。", "It is filled although the number is given."},
          {"個人番号を書いたときは、住所と住所を書けない理由は書きません。",
           "With an individual number neither the address nor a reason for its lack is written."},
          {"この項目を空にしてください。", "Leave this item empty."},
          {}};
}

Fault address_is_needed() {
  return {{"個人番号も住所もありません。", "There is neither the number nor the address."},
          {"個人番号を書かないときは、郵便番号と住所（カナ）が必要です。",
           "Without an individual number the postal code and the address in kana are needed."},
          {"個人番号か、郵便番号と住所を入れてください。", "Enter the number or the address."},
          {}};
}

Fault reason_is_needed() {
  return {{"理由の説明がありません。", "The reason is not explained."},
          {"住所を記載できない理由が3（その他）のときは、備考に理由を書きます。",
           "With reason 3 (other) the remark must explain it."},
          {"備考に理由を入れてください。", "Enter the reason in the remark."},
          {}};
}

Fault pay_does_not_add_up() {
  return {{"合計が通貨と現物の和と違います。", "The total is not the sum of cash and kind."},
          {"合計＝通貨＋現物です。1,000万円以上のときだけ9999999にします。",
           "Total = cash + kind; only ten million yen and more is written 9999999."},
          {"3つの金額を確かめて直してください。", "Check the three amounts."},
          {}};
}

Fault pension_number_is_half() {
  return {{"基礎年金番号の片方がありません。", "One part of the pension number is missing."},
          {"課所符号（4桁）と一連番号（6桁）は両方書くか、両方空にします。",
           "Office code (4 digits) and serial (6 digits) come together."},
          {"両方入れるか、両方空にしてください。", "Enter both or none."},
          {}};
}

Fault some_number_is_needed() {
  return {{"個人番号も基礎年金番号もありません。", "There is neither of the two numbers."},
          {"資格喪失届には個人番号か基礎年金番号のどちらかが必要です。",
           "A loss needs the individual number or the basic pension number."},
          {"どちらかを入れてください。", "Enter one of them."},
          {}};
}

Fault end_day_is_needed() {
  return {{"退職日・死亡日がありません。", "The day of retirement or death is missing."},
          {"喪失原因が4（退職等）と5（死亡）のときは必要です。",
           "It is needed for causes 4 (retirement) and 5 (death)."},
          {"退職日または死亡日を入れてください。", "Enter the day."},
          {}};
}

Fault loss_is_not_next_day() {
  return {{"喪失日が退職日・死亡日の翌日ではありません。",
           "The loss is not on the day after retirement or death."},
          {"喪失原因が4と5のときは、その翌日に資格を失います（健康保険法36条）。",
           "For causes 4 and 5 the status ends on the next day (Act, art. 36)."},
          {"どちらかの年月日を直してください。", "Correct one of the two dates."},
          {}};
}

Fault loss_is_before_75() {
  return {{"喪失日が75歳の誕生日より前です。", "The loss lies before the 75th birthday."},
          {"喪失原因7は75歳到達による喪失です。", "Cause 7 is the loss by reaching 75."},
          {"生年月日、喪失日、喪失原因を確かめてください。",
           "Check birth date, day of loss and cause."},
          {}};
}

Fault seventy_day_is_needed() {
  return {{"70歳不該当の年月日がありません。", "The day of the 70+ non-applicability is missing."},
          {"70歳不該当に1を書いたときは、不該当年月日が必要です。",
           "It is needed when the item is 1."},
          {"年月日を入れるか、70歳不該当を空にしてください。",
           "Enter the date or leave the item empty."},
          {}};
}

Fault seventy_day_differs() {
  return {{"不該当年月日が退職日・死亡日と違います。",
           "The day of non-applicability is not the day of retirement or death."},
          {"不該当年月日は退職日・死亡日その日です（喪失日のように翌日ではありません）。",
           "It is that day itself, not the day after as for the loss."},
          {"どちらかの年月日を直してください。", "Correct one of the two dates."},
          {}};
}

Fault months_do_not_lead_up() {
  return {{"支給月が改定月の前の3か月ではありません。",
           "The months of pay are not the three before the revision."},
          {"支給月は続いた3か月で、最後が改定月の前の月です。",
           "They are three months in a row and end in the month before the revision."},
          {"改定年月と支給月を確かめてください。", "Check the month of revision and the months."},
          {}};
}

Fault base_days_are_short(int least_days) {
  return {{"支払基礎日数が足りません。", "There are too few base days."},
          {"月額変更届では3か月とも" + Plain(least_days) +
               "日以上必要です（短時間労働者は11日以上）。",
           "A revision needs at least " + Plain(least_days) +
               " in each of the three months (11 for a short-time worker)."},
          {"日数と短時間労働者の印を確かめてください。足りない月があれば改定にはなりません。",
           "Check the days and the short-time mark; with a short month there is no revision."},
          {}};
}

Fault total_does_not_add_up() {
  return {{"総計が3か月の合計の和と違います。", "The total is not the sum of the three months."},
          {"総計は3か月の合計の和です。", "It is the sum of the three monthly totals."},
          {"金額を確かめて直してください。", "Check the amounts."},
          {}};
}

Fault average_differs() {
  return {{"平均額が総計の3分の1と違います。", "The average is not a third of the total."},
          {"平均額＝総計÷3で、1円未満は切り捨てます。",
           "Average = total / 3, fractions of a yen dropped."},
          {"平均額を計算し直してください。", "Compute the average again."},
          {}};
}

Fault no_choice_of_months_fits() {
  return {{"総計と平均額が、どの月の合計からも出ません。",
           "Total and average follow from no choice of the months."},
          {"総計は算定に使う月の合計の和、平均額はそれを月数で割って1円未満を切り捨てた額です。",
           "The total sums the months that count; the average divides it by their number, "
           "fractions of a yen dropped."},
          {"各月の合計、総計、平均額を確かめてください。",
           "Check the monthly totals, the total and the average."},
          {}};
}

Fault bonus_does_not_add_up() {
  return {{"賞与額の合計が通貨と現物の和から出ません。",
           "The bonus does not follow from cash and kind."},
          {"合計＝通貨＋現物の1,000円未満切り捨てです。1,000万円以上は9999999または9999000です。",
           "Total = cash + kind cut to 1,000 yen; ten million yen and more is 9999999 or 9999000."},
          {"3つの金額を確かめて直してください。", "Check the three amounts."},
          {}};
}

Fault is_other_establishment() {
  return {{"ファイルの先頭と違う事業所です。", "It is another establishment than the file's head."},
          {"1つのファイルに入れられる事業所は1つです。", "A file holds one establishment."},
          {"事業所の符号を確かめるか、事業所ごとにファイルを分けてください。",
           "Check the codes, or make a file for each establishment."},
          {}};
}

}  // namespace kenpo::format::notification_csv
