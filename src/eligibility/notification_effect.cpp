#include "eligibility/notification_effect.h"

#include <algorithm>

namespace kenpo::eligibility {

namespace {

/// What has to be asked for or checked besides.
base::Words wording_of_checks(Caution caution) {
  switch (caution) {
    case Caution::base_days_change:
      return {"次の定時決定・随時改定から、支払基礎日数の下限が変わります。",
              "Another number of base days counts from the next determination."};
    case Caution::fixed_pay_may_change:
      return {"この届書では、標準報酬月額と保険料は変わりません。固定的賃金や給与体系が変わるときは、"
              "3か月後に月額変更届が要ります。",
              "Standard remuneration and premiums stay. A change of fixed pay takes a notification "
              "of revision after three months."};
    case Caution::abroad_evidence:
      return {"海外特例です。理由を証する書類（査証、学生証、赴任辞令など）を確かめてください。",
              "The exception for living abroad: check the papers that prove its reason."};
    case Caution::not_resident_any_more:
      return {"海外特例が終わり、国内に住所がありません。被扶養者の非該当の届書が要ります。",
              "No exception and no residence in Japan: a notification of the end is needed."};
    case Caution::entitlement_unproved:
      return {"老齢厚生年金の受給権と被保険者期間を、年金証書で確かめてください。",
              "Check the entitlement to the pension on its certificate."};
    case Caution::office_size_unknown:
      return {"事業所の規模が登録されていません。「適用事業所」で登録するか、人数を入れて確かめてください。",
              "The size of the employer is not registered: register it, or enter the number."};
    default:
      return {};
  }
}

}  // namespace

base::Words wording(Caution caution) {
  switch (caution) {
    case Caution::late:
      return {"届出の期限を過ぎています。", "The notification is late."};
    case Caution::look_alike:
      return {"氏名カナ・生年月日・性別が同じ人がいます。同じ人でないか確かめてください。",
              "Somebody has the same kana, birth date and sex."};
    case Caution::double_cover:
      return {"他の事業所の資格と重なります。", "Overlaps a period at another establishment."};
    case Caution::beyond_limitation:
      return {"2年より前にさかのぼります。時効になった月の保険料は調定しません。",
              "Goes back beyond the limitation; those months are not levied."};
    case Caution::future_day:
      return {"先の日付です。", "The day lies ahead."};
    case Caution::short_hours_unmet:
      return {"短時間労働者の要件を満たしていません。", "Conditions for short hours are not met."};
    case Caution::short_hours_unknown:
      return {"短時間労働者の要件（労働時間など）が届書にありません。",
              "The conditions for short hours were not notified."};
    case Caution::dependents_end:
      return {"被扶養者も資格を失います。", "The dependents lose their status, too."};
    case Caution::certificate_due:
      return {"資格確認書を交付していれば、回収します。", "Collect the certificate, if any."};
    case Caution::dependents_expected:
      return {"被扶養者届が別に届きます。", "A notification of dependents is to come."};
    case Caution::two_workplaces:
      return {"二以上事業所勤務です。報酬を合算して決定します。",
              "Two workplaces: the pay is added up."};
    case Caution::protected_person:
      return {"保護の対象の人です。住所と事業所は表示しません。",
              "A protected person: address and establishment are hidden."};
    case Caution::remuneration_needed:
      return {"標準報酬月額を決め直す必要があります。",
              "The standard remuneration has to be determined."};
    case Caution::premium_changes:
      return {"保険料がかからない月があります（健康保険法158条）。",
              "Some months bear no premium (art 158)."};
    case Caution::address_of_establishment:
      return {"住所が、当組合の事業所の所在地と同じです。自宅でなければ、住所の種類を確かめてください。"
              "事業所の住所には、本人あての書類を郵送しません。",
              "The address is an employer's. Nothing is posted to the person there."};
    case Caution::number_at_decision:
      return {"個人番号は専用の保管庫にあり、画面に出ません。決裁すると置き換わり、元に戻せません。"
              "本人確認の書類を確かめてください。",
              "The number is in the sealed store. The decision replaces it for good: check the "
              "papers of identity."};
    default:
      return wording_of_checks(caution);
  }
}

bool is_late(const NotificationEffect& effect) {
  return std::ranges::any_of(effect.cautions, [](Caution one) {
    return one == Caution::late || one == Caution::beyond_limitation;
  });
}

}  // namespace kenpo::eligibility
