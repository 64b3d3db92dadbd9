#include "eligibility/intake_words.h"

#include <utility>

namespace kenpo::eligibility {

namespace {

using base::Fault;

/// Misfits of 被扶養者（異動）届.
Fault words_of_dependents(Misfit misfit) {
  switch (misfit) {
    case Misfit::unknown_dependent:
      return {{"この被扶養者は台帳にいません。", "The dependent is not in the ledger."},
              {"被保険者に、氏名カナと生年月日が一致する被扶養者がいません。",
               "The insured person has no dependent of this kana and birth date."},
              {"氏名カナと生年月日を事業所に確認してください。", "Ask the employer to check both."},
              {}};
    case Misfit::dependent_number_differs:
      return {{"被扶養者の個人番号は別の人のものです。",
               "The dependent's individual number is somebody else's."},
              {"同じ個人番号の人と、氏名カナか生年月日が違います。",
               "Kana or birth date differ from the person with the number."},
              {"番号を事業所に確認してください。", "Ask the employer to check the number."},
              {}};
    default:
      return {};
  }
}

/// Misfits of the period or the number.
Fault words_of_period(Misfit misfit) {
  switch (misfit) {
    case Misfit::loss_before_acquisition:
      return {{"喪失日が資格取得日以前です。", "The day of loss is not after the acquisition."},
              {"資格は取得日に始まり、喪失日はその翌日以後です（健康保険法35条・36条）。",
               "Status begins on acquisition and is lost later (art 35, 36)."},
              {"喪失日と台帳の取得日を確認してください。", "Check both days."},
              {}};
    case Misfit::already_insured:
      return {{"この人はすでに資格があります。", "The person is insured already."},
              {"同じ事業所に終わっていない資格があります。",
               "A period at the same establishment has not ended."},
              {"二重の届出でないか確認してください。再取得なら先に喪失届を取り込んでください。",
               "Check for a repeated notification; take in the loss first if it is a return."},
              {}};
    case Misfit::number_taken:
      return {
          {"被保険者整理番号は別の人が使っています。", "The number is in use by another person."},
          {"1つの番号は1人だけが使えます。", "A number belongs to one person."},
          {"番号を確認するか、番号を空けて再提出してもらってください。",
           "Check the number, or ask for the file again without it."},
          {}};
    case Misfit::pay_without_status:
      return {{"この人には、その月の資格がありません。", "The person has no status in the month."},
              {"報酬・賞与の届出は、資格がある月のものだけを受け付けます（健康保険法41条・43条・45条）。",
               "Pay is notified for months of status only (art 41, 43, 45)."},
              {"取得届がまだなら、「届書」の「資格取得届」を先に入力してください。喪失後の支払いなら、"
               "支払日と台帳の喪失日を確かめてください。",
               "Enter the acquisition first (届書 / 資格取得届); after a loss, check both days."},
              {}};
    case Misfit::reached_end_age:
      return {{"75歳以上の人は被保険者になれません。", "People of 75 cannot be insured."},
              {"後期高齢者医療の被保険者です（健康保険法3条1項7号）。",
               "They belong to the later-stage scheme (art 3(1)(vii))."},
              {"生年月日と取得日を事業所に確認してください。", "Ask the employer to check both days."},
              {}};
    case Misfit::no_figures:
      return {{"資格取得日の等級表が登録されていません。", "No table of grades for the day."},
              {"資格取得時の標準報酬月額は、その日の等級表で決めます（健康保険法40条・42条）。"
               "法の値の表に、この日の等級か年齢の行がありません。",
               "The law book has no row of grades or ages for the day (art 40, 42)."},
              {"資格取得日を事業所に確認してください。日付が正しいときは、公布された値を law/grades.tsv と "
               "law/eligibility.tsv に足します。",
               "Check the day; if it is right, add the published rows under law/."},
              {}};
    case Misfit::numbers_used_up:
      return {{"事業所の被保険者整理番号が足りません。", "No number is left at the establishment."},
              {"番号は6桁までです。", "Numbers have at most six digits."},
              {"届書に番号を記入してもらってください。", "Ask for the numbers in the file."},
              {}};
    default:
      return {};
  }
}

Fault words_of(Misfit misfit) {
  switch (misfit) {
    case Misfit::unknown_establishment:
      return {
          {"事業所が当組合の適用事業所ではありません。", "The establishment is not covered by us."},
          {"都道府県・郡市区符号・事業所記号が一致する事業所が台帳にありません。",
           "No establishment of the ledger has this code."},
          {"届書の事業所記号を確認するか、先に事業所を登録してください。",
           "Check the code in the file, or register the establishment first."},
          {}};
    case Misfit::establishment_ended:
      return {
          {"事業所の適用期間の外の届出です。", "The day lies outside the establishment's cover."},
          {"事業所はその日に当組合の適用事業所ではありません。",
           "On that day the establishment was not covered."},
          {"資格取得日または事業所の適用期間を確認してください。",
           "Check the day, or the establishment's period."},
          {}};
    case Misfit::number_missing:
      return {{"被保険者整理番号がなく、本人を特定できません。",
               "No number, and the person cannot be told."},
              {"氏名カナと生年月日が一致する被保険者が1人に決まりません。",
               "Kana and birth date do not lead to one insured person."},
              {"被保険者整理番号を記入した届書を再提出してもらってください。",
               "Ask for the file again with the number."},
              {}};
    case Misfit::unknown_person:
      return {{"この番号の被保険者は当組合にいません。", "No insured person has this number."},
              {"事業所の台帳に被保険者整理番号がありません。",
               "The number is not in the ledger of the establishment."},
              {"番号を確認してください。取得届がまだの場合は先に取り込んでください。",
               "Check the number; take in the acquisition first if it has not come."},
              {}};
    case Misfit::other_establishment:
      return {
          {"この人は別の事業所の被保険者です。", "The person is insured at another establishment."},
          {"届書の事業所の台帳にこの番号の資格がありません。",
           "The establishment of the file has no such number."},
          {"正しい事業所の届書として再提出してもらってください。",
           "Ask for a file of the right establishment."},
          {}};
    case Misfit::birth_differs:
      return {{"生年月日が台帳と違います。", "The birth date differs from the ledger."},
              {"被保険者整理番号が別の人の番号である可能性があります。",
               "The number may belong to someone else."},
              {"番号と生年月日を事業所に確認してください。", "Ask the employer to check both."},
              {}};
    case Misfit::unknown_dependent:
    case Misfit::dependent_number_differs:
      return words_of_dependents(misfit);
    default:
      return words_of_period(misfit);
  }
}

}  // namespace

Fault misfit_fault(Misfit misfit, base::Plain file, std::uint64_t line) {
  auto fault = words_of(misfit);
  fault.place.file = std::move(file);
  fault.place.line = line;
  return fault;
}

}  // namespace kenpo::eligibility
