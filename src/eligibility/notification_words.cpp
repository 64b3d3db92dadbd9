#include "eligibility/notification_words.h"

namespace kenpo::eligibility {

using base::Fault;

Fault no_such_notification() {
  return {{"この届書はありません。", "There is no such notification."},
          {},
          {"一覧からたどってください。", "Start from the list."},
          {}};
}

Fault notification_closed() {
  return {{"この届書は、もう終わっています。", "The notification is closed."},
          {"決裁・取下げ・取消しのあとは変えられません。", "It was decided, dropped or reversed."},
          {"開き直して、経過を確かめてください。", "Open it again and read its steps."},
          {}};
}

Fault built_upon() {
  return {{"この届書のあとに、台帳が変わっています。",
           "The ledger was changed after this notification."},
          {"あとの決定を残したまま、前の決定だけを取り消すことはできません。",
           "An earlier decision cannot be reversed under a later one."},
          {"加入者台帳の「過去の事実の訂正」から、正しい内容を登録してください。",
           "Enter the right facts as a correction of the past, from the ledger of the person."},
          {}};
}

Fault address_is_protected() {
  return {{"保護の対象となっている人の住所です。", "The address is that of a protected person."},
          {"住所は、保護の記録に移っています。", "It stands with the protection now."},
          {"保護の画面で住所を直してください。", "Correct it on the page of the protection."},
          {}};
}

Fault not_decided() {
  return {{"決裁された届書ではありません。", "The notification was not decided."},
          {},
          {"決裁の前なら、取り下げてください。", "Drop it when it is still open."},
          {}};
}

Fault has_cautions() {
  return {{"確かめることがある届書です。", "There is something to look at."},
          {"まとめて決裁できるのは、確かめることがない届書だけです。",
           "Only notifications without cautions are decided in a pile."},
          {"届書を開いて、一件ずつ決裁してください。", "Open it and decide it by itself."},
          {}};
}

Fault not_alike() {
  return {{"同じ人の候補ではありません。", "Not somebody who looks alike."},
          {"氏名カナ・生年月日・性別が同じ人だけを選べます。",
           "Kana, birth date and sex have to be the same."},
          {"画面の候補から選んでください。", "Choose among those shown."},
          {}};
}

Fault number_of_somebody_else() {
  return {{"この個人番号は、別の人のものとして登録されています。",
           "The individual number belongs to somebody else."},
          {"氏名カナか生年月日が台帳と違います。", "Kana or birth date differ from the ledger."},
          {"個人番号と本人確認の書類を確かめてください。", "Check the number and the papers."},
          {}};
}

Fault number_waits() {
  return {{"この個人番号は、すでに登録されています。", "The individual number is known already."},
          {"別の人の番号か、決裁を待つ届書の番号です。",
           "It is somebody else's, or of a notification that waits."},
          {"個人番号と本人確認の書類を確かめてください。", "Check the number and the papers."},
          {}};
}

Fault number_is_the_same() {
  return {{"個人番号が、いま登録されている番号と同じです。", "It is the number that stands already."},
          {},
          {"変更後の個人番号を確かめてください。", "Check the new number."},
          {}};
}

Fault number_needed() {
  return {{"変更後の個人番号がありません。", "The new individual number is missing."},
          {"個人番号変更届は、変更後の番号がないと登録も決裁もできません。",
           "Without it the notification can neither be kept nor decided."},
          {"「個人番号」に変更後の番号を入れてください。", "Type the new number."},
          {}};
}

Fault number_decided_apart() {
  return {{"個人番号変更届は、まとめて決裁できません。",
           "A change of the individual number is decided by itself."},
          {"個人番号を扱う権限のある人が、一件ずつ決裁します。",
           "Somebody with access to the numbers decides each one."},
          {"届書を開いて決裁してください。", "Open the notification and decide it."},
          {}};
}

Fault number_stays_replaced() {
  return {{"個人番号変更届の決裁は取り消せません。", "The change of the number cannot be reversed."},
          {"前の番号は、決裁のときに消しました（番号法20条）。",
           "The old number was erased at the decision."},
          {"正しい番号の個人番号変更届を入力してください。",
           "Enter a change to the right number."},
          {}};
}

Fault not_editable() {
  return {{"この届書は直せません。", "The notification cannot be corrected."},
          {"直せるのは、未着手・保留・審査中の届書です。",
           "Only one that waits, is held or under review."},
          {"決裁待ちなら、差し戻してから直してください。", "Send it back first."},
          {}};
}

Fault about_somebody_else() {
  return {{"対象の人か事業所が、入力した届書と違います。",
           "It is about another person or establishment."},
          {"届書は、入力したときの人と事業所の記録に残っているためです。",
           "The notification stands with the person and establishment it was typed for."},
          {"この届書を取り下げて、もう一度入力してください。", "Drop it and type it in anew."},
          {}};
}

Fault decided_on_its_page() {
  return {{"届書の決裁は、届書の画面で行います。", "It is decided on its own page."},
          {"決裁と同時に台帳が変わるためです。", "The decision changes the ledger."},
          {"「届書を開く」から進んでください。", "Open the notification."},
          {}};
}

}  // namespace kenpo::eligibility
