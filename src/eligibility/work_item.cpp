#include "eligibility/work_item.h"

namespace kenpo::eligibility {

using base::Words;

Words wording(WorkKind kind) {
  switch (kind) {
    case WorkKind::look_alike:
      return {"同一人の可能性", "Possibly the same person"};
    case WorkKind::double_cover:
      return {"他の事業所の資格と重なる", "Overlaps a period at another establishment"};
    case WorkKind::name_differs:
      return {"届出の氏名が台帳と違う", "Notified name differs from the ledger"};
    case WorkKind::number_missing:
      return {"個人番号の届出がない", "Individual number not notified"};
    case WorkKind::two_workplaces:
      return {"二以上事業所勤務", "Employed at two workplaces"};
    case WorkKind::dependents_expected:
      return {"被扶養者届を待つ", "Notification of dependents expected"};
    case WorkKind::loss_corrected:
      return {"喪失日の訂正", "Day of loss corrected"};
    case WorkKind::annual_average:
      return {"年間平均の申立て", "Annual average requested"};
    case WorkKind::amount_capped:
      return {"報酬の実額が必要", "True amount of the pay needed"};
    case WorkKind::not_determined:
      return {"標準報酬月額を決められない", "Standard remuneration cannot be determined"};
    case WorkKind::revision_not_met:
      return {"月額変更の要件を満たさない", "Conditions of the revision not met"};
    case WorkKind::pay_after_loss:
      return {"資格のない月の報酬の届出", "Pay notified for a time without status"};
    case WorkKind::retroactive_limit:
      return {"時効を過ぎた期間の変更", "Change of a time beyond the limitation"};
    case WorkKind::notification:
      return {"届書の審査", "Review of a notification"};
    case WorkKind::reached_40:
      return {"40歳到達", "Reaches 40"};
    case WorkKind::reached_65:
      return {"65歳到達", "Reaches 65"};
    case WorkKind::reached_70:
      return {"70歳到達", "Reaches 70"};
    case WorkKind::reached_75:
      return {"75歳到達", "Reaches 75"};
    case WorkKind::voluntary_term:
      return {"任意継続の期間満了", "Voluntary continuation ends by lapse of time"};
    case WorkKind::voluntary_unpaid:
      return {"任意継続の保険料の未納", "Premium of a voluntary member is unpaid"};
    case WorkKind::pledge_broken:
      return {"納付誓約の不履行", "A payment pledge is broken"};
    case WorkKind::acquisition_late:
      return {"遅れて届いた資格取得届", "A late notification of acquisition"};
    case WorkKind::short_hours_check:
      return {"短時間労働者の要件の確認", "Conditions of short hours to be checked"};
    case WorkKind::absence_review:
      return {"長期休職の状況の確認", "Review of a long absence"};
    case WorkKind::revision_candidate:
      return {"随時改定の候補", "A candidate for a revision"};
  }
  return {};
}

namespace {

/// What concerns the ledger itself: notifications that were typed in, ages, ends of terms.
Words advice_of_ledger(WorkKind kind) {
  switch (kind) {
    case WorkKind::notification:
      return {"届書の内容と台帳の変更を確かめて、決裁を求めてください。",
              "Check the notification and what it changes; ask for the decision."};
    case WorkKind::reached_40:
      return {"介護保険料の徴収が始まります。国内に住所があるか確認してください。",
              "Care premiums begin. Check for an address in Japan."};
    case WorkKind::reached_65:
      return {"介護保険料の徴収が終わります。調定を確認してください。",
              "Care premiums end. Check the levy."};
    case WorkKind::reached_70:
      return {"高齢受給者証の負担割合を判定し、交付してください。",
              "Judge the share and issue the elderly certificate."};
    case WorkKind::reached_75:
      return {"75歳の誕生日に資格を失います。喪失届と被扶養者の扱いを確認してください。",
              "Status is lost on the 75th birthday. Check the loss and the dependents."};
    case WorkKind::voluntary_term:
      return {"2年を満了します。資格喪失の通知と資格確認書の回収を準備してください。",
              "Two years end. Prepare the notice of loss and collect the certificate."};
    case WorkKind::voluntary_unpaid:
      return {"納付期限を過ぎました。正当な理由がなければ資格喪失を登録してください（健康保険法38条3号）。",
              "It is overdue. Record the loss unless there is a good reason (art 38(3))."};
    case WorkKind::pledge_broken:
      return {"分割の期日に納付がありません。催告し、誓約の取消しか滞納処分を判断してください。",
              "An instalment was missed. Demand it, then cancel the pledge or go further."};
    case WorkKind::acquisition_late:
      return {"遅れた理由と、雇用契約書・出勤簿・賃金台帳などの事実を事業所に確認してください。"
              "さかのぼる月の保険料は次の調定に入ります。",
              "Ask for the reason and the papers of the employment. Past months are levied next."};
    case WorkKind::short_hours_check:
      return {"週の所定労働時間、賃金の月額、学生でないこと、企業の規模を確認してください"
              "（健康保険法3条1項9号）。",
              "Check weekly hours, monthly pay, that it is no student, and the employer's size."};
    case WorkKind::absence_review:
      return {"休職が続いています。雇用関係と復職の見込みを事業所に確認してください。",
              "The absence goes on. Ask the employer about the employment and the return."};
    case WorkKind::revision_candidate:
      return {"固定的賃金の変動から3か月の報酬が2等級以上違います。「随時改定の候補」で決定するか、"
              "事業所に月額変更届を求めるか、理由を書いて候補から外してください（健康保険法43条）。",
              "Decide it under candidates for revision, ask for the form, or say why it is none."};
    default:
      return {};
  }
}

}  // namespace

Words advice(WorkKind kind) {
  switch (kind) {
    case WorkKind::look_alike:
      return {"氏名カナ・生年月日・性別が同じ人がいます。同じ人かどうか確認してください。",
              "Someone has the same kana, birth date and sex. Check whether it is one person."};
    case WorkKind::double_cover:
      return {"前の事業所の喪失届または二以上事業所勤務届を確認してください。",
              "Check for the loss at the other establishment or for two workplaces."};
    case WorkKind::name_differs:
      return {"氏名変更届を確認し、台帳または届出を直してください。",
              "Check for a change of name; correct the ledger or the notification."};
    case WorkKind::number_missing:
      return {"事業所に個人番号の届出を求めてください。", "Ask the employer for the number."};
    case WorkKind::two_workplaces:
      return {"二以上事業所勤務届を確認し、報酬を合算してください。",
              "Check the notification of two workplaces and add up the pay."};
    case WorkKind::dependents_expected:
      return {"被扶養者（異動）届が届いたか確認してください。",
              "Check whether the notification of dependents has come."};
    case WorkKind::loss_corrected:
      return {"訂正の理由を確認してください。保険料の差額は次の調定に入ります。",
              "Check the reason. The difference goes into the next levy."};
    case WorkKind::annual_average:
      return {"申立書と同意書を確認し、年間平均で決定するか判断してください。",
              "Check the petition and the consent; decide on the annual average."};
    case WorkKind::amount_capped:
      return {"実際の報酬額を事業所に確認して入力してください。",
              "Ask the employer for the true amount and enter it."};
    case WorkKind::not_determined:
      return {"届出の内容を確認し、保険者算定を検討してください。",
              "Check the notification; consider determination by the insurer."};
    case WorkKind::revision_not_met:
      return {"要件を満たさない理由を確認し、事業所へ連絡してください。",
              "See which condition is not met and tell the employer."};
    case WorkKind::pay_after_loss:
      return {"資格の取得日・喪失日と届出の月を確認してください。",
              "Check the days of acquisition and loss against the month."};
    case WorkKind::retroactive_limit:
      return {"2年を過ぎた月は調定していません。扱いを判断してください。",
              "Months beyond two years were not levied. Decide what to do."};
    default:
      return advice_of_ledger(kind);
  }
  return {};
}

Words wording(WorkState state) {
  switch (state) {
    case WorkState::waiting:
      return {"未着手", "Waiting"};
    case WorkState::held:
      return {"保留", "Held"};
    case WorkState::under_review:
      return {"審査中", "Under review"};
    case WorkState::awaiting_approval:
      return {"決裁待ち", "Awaiting approval"};
    case WorkState::finished:
      return {"完了", "Finished"};
  }
  return {};
}

}  // namespace kenpo::eligibility
