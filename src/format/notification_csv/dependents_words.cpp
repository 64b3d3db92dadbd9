#include "format/notification_csv/dependents_words.h"

namespace kenpo::format::notification_csv {

using base::Fault;

Fault nobody_is_notified() {
  return {{"被扶養者が一人も書かれていません。", "No dependent is written."},
          {"この届書には、配偶者かその他の被扶養者が少なくとも一人必要です。",
           "The form needs the spouse or at least one other dependent."},
          {"異動のあった被扶養者を書いてください。", "Write the dependent concerned."},
          {}};
}

Fault dependent_name_is_needed() {
  return {{"被扶養者の氏名（カナ）がありません。", "The dependent has no name in kana."},
          {"この欄のほかの項目が書かれています。", "Other items of the block are filled."},
          {"氏名（カナ）を入れるか、この人の欄をすべて空にしてください。",
           "Enter the name, or empty the whole block."},
          {}};
}

Fault dependent_birth_is_needed() {
  return {{"被扶養者の生年月日がありません。", "The dependent has no birth date."},
          {"生年月日で本人を確かめます。", "The birth date tells who it is."},
          {"生年月日を入れてください。", "Enter the birth date."},
          {}};
}

Fault dependent_sex_is_needed() {
  return {{"被扶養者の性別がありません。", "The dependent has no sex."},
          {"該当の届出には性別が必要です（施行規則38条）。",
           "A new dependent's notification states the sex (Regulation art 38)."},
          {"1（男）か2（女）を入れてください。", "Enter 1 (male) or 2 (female)."},
          {}};
}

Fault relation_is_needed() {
  return {{"続柄がありません。", "The relation is not written."},
          {"該当の届出には続柄が必要です（施行規則38条）。",
           "A new dependent's notification states the relation (Regulation art 38)."},
          {"続柄の番号を入れてください。", "Enter the number of the relation."},
          {}};
}

Fault began_day_is_needed() {
  return {{"被扶養者になった年月日がありません。", "The day of becoming a dependent is missing."},
          {"異動の別が1（該当）のときは、なった年月日が必要です。",
           "With change 1 (added) the day is needed."},
          {"なった年月日を入れてください。", "Enter the day."},
          {}};
}

Fault began_reason_is_needed() {
  return {{"被扶養者になった理由がありません。", "The reason of becoming a dependent is missing."},
          {"異動の別が1（該当）のときは、なった理由が必要です。",
           "With change 1 (added) the reason is needed."},
          {"理由の番号を入れてください。", "Enter the number of the reason."},
          {}};
}

Fault ended_day_is_needed() {
  return {{"被扶養者でなくなった年月日がありません。",
           "The day of ceasing to be a dependent is missing."},
          {"異動の別が2（非該当）のときは、なくなった年月日が必要です。",
           "With change 2 (ended) the day is needed."},
          {"なくなった年月日を入れてください。", "Enter the day."},
          {}};
}

Fault ended_reason_is_needed() {
  return {{"被扶養者でなくなった理由がありません。",
           "The reason of ceasing to be a dependent is missing."},
          {"異動の別が2（非該当）のときは、なくなった理由が必要です。",
           "With change 2 (ended) the reason is needed."},
          {"理由の番号を入れてください。", "Enter the number of the reason."},
          {}};
}

Fault detail_is_needed() {
  return {{"「その他」の内容がありません。", "What 'other' means is not written."},
          {"理由や続柄が「その他」のときは、次の項目に内容を書きます。",
           "With 'other', the item after it says what it is."},
          {"内容を入れてください。", "Enter what it is."},
          {}};
}

Fault death_day_is_needed() {
  return {{"死亡年月日がありません。", "The day of death is missing."},
          {"なくなった理由が1（死亡）のときは、死亡年月日が必要です。",
           "With reason 1 (death) the day of death is needed."},
          {"死亡年月日を入れてください。", "Enter the day of death."},
          {}};
}

Fault death_is_after_end() {
  return {{"死亡年月日が、なくなった年月日より後です。", "The death lies after the end."},
          {"被扶養者でなくなるのは、死亡した日か、その翌日です。",
           "The status ends on the day of death or the day after."},
          {"二つの年月日を確かめてください。", "Check both days."},
          {}};
}

Fault born_after_beginning() {
  return {{"被扶養者になった年月日が、生年月日より前です。", "The day lies before the birth."},
          {"生まれる前には被扶養者になれません。", "Nobody is a dependent before birth."},
          {"生年月日と、なった年月日を確かめてください。", "Check both days."},
          {}};
}

Fault end_is_not_after_beginning() {
  return {{"なくなった年月日が、なった年月日以前です。", "The end is not after the beginning."},
          {"被扶養者である期間がなくなります。", "No day as a dependent is left."},
          {"二つの年月日を確かめてください。", "Check both days."},
          {}};
}

Fault prefecture_goes_with_end() {
  return {{"住所地の都道府県が書かれています。", "The prefecture is filled."},
          {"この項目は、異動の別が2（非該当）のときだけ書きます。",
           "It is written with change 2 (ended) only."},
          {"この項目を空にしてください。", "Leave the item empty."},
          {}};
}

Fault end_is_before_75() {
  return {{"なくなった年月日が75歳の誕生日より前です。", "The end lies before the 75th birthday."},
          {"理由4は75歳到達です。その日に後期高齢者医療の被保険者になります。",
           "Reason 4 is the 75th birthday, when the later-stage scheme begins."},
          {"生年月日、理由、なくなった年月日を確かめてください。", "Check both days and the reason."},
          {}};
}

Fault abroad_needs_a_dependent() {
  return {{"海外特例の該当が、被扶養者でなくなる届出に書かれています。",
           "The exception for living abroad applies to somebody who ceases."},
          {"1（該当）は、異動の別が1（該当）か3（変更）のときに書きます。",
           "Code 1 goes with change 1 or 3."},
          {"異動の別か、海外特例の番号を直してください。", "Correct either code."},
          {}};
}

Fault abroad_end_needs_a_beginning() {
  return {{"海外特例の非該当が、新しい被扶養者に書かれています。",
           "The exception ends for somebody who begins."},
          {"2（非該当）は、前に該当を届け出た人に書きます。",
           "Code 2 is for somebody to whom it applied."},
          {"海外特例の番号を直すか、空にしてください。", "Correct the code, or leave it empty."},
          {}};
}

Fault abroad_reason_is_needed() {
  return {{"海外特例の理由がありません。", "The exception for living abroad has no reason."},
          {"国内に住所がない人は、理由があるときに限り被扶養者になれます（施行規則37条の2）。",
           "Without a residence in Japan a reason is needed (Regulation art 37-2)."},
          {"理由の番号を入れてください。", "Enter the number of the reason."},
          {}};
}

Fault abroad_day_is_needed() {
  return {{"海外特例の年月日がありません。", "The exception for living abroad has no day."},
          {"該当・非該当のどちらも、その年月日を書きます。", "Both codes need their day."},
          {"年月日を入れてください。", "Enter the day."},
          {}};
}

Fault abroad_day_is_before_birth() {
  return {{"海外特例の該当年月日が、生年月日より前です。", "The day lies before the birth."},
          {},
          {"二つの年月日を確かめてください。", "Check both days."},
          {}};
}

Fault abroad_item_goes_with_code() {
  return {{"海外特例の番号と合わない項目が書かれています。",
           "The item does not go with the code of the exception."},
          {"該当の項目は1（該当）、非該当の項目は2（非該当）のときだけ書きます。",
           "Items of the beginning go with 1, those of the end with 2."},
          {"海外特例の番号を直すか、この項目を空にしてください。",
           "Correct the code, or leave the item empty."},
          {}};
}

Fault moved_in_day_is_needed() {
  return {{"国内転入年月日がありません。", "The day of moving to Japan is missing."},
          {"非該当の理由が1（国内転入）のときに必要です。", "It is needed with reason 1."},
          {"転入した年月日を入れてください。", "Enter the day."},
          {}};
}

Fault moved_in_goes_with_reason() {
  return {{"国内転入年月日が書かれています。", "A day of moving to Japan is filled."},
          {"この項目は、非該当の理由が1（国内転入）のときだけ書きます。",
           "It is written with reason 1 only."},
          {"理由を直すか、この項目を空にしてください。", "Correct the reason, or empty the item."},
          {}};
}

}  // namespace kenpo::format::notification_csv
