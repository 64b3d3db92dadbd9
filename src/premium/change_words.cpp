// The words and articles of changes and of what they do.
#include "premium/change_effect.h"

namespace kenpo::premium {

base::Words wording(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::birth:
      return {"生年月日の訂正", "Correction of the birth date"};
    case ChangeKind::period:
      return {"資格取得日・喪失日の訂正", "Correction of acquisition or loss"};
    case ChangeKind::period_cancelled:
      return {"資格の取消し", "Cancellation of a period"};
    case ChangeKind::period_added:
      return {"届け漏れの資格", "A period not notified before"};
    case ChangeKind::establishment:
      return {"事業所の訂正", "Correction of the establishment"};
    case ChangeKind::standard:
      return {"標準報酬月額の訂正", "Correction of a standard remuneration"};
    case ChangeKind::standard_cancelled:
      return {"標準報酬月額の決定の取消し", "Cancellation of a determination"};
    case ChangeKind::bonus:
      return {"賞与の訂正", "Correction of a bonus"};
    case ChangeKind::care_exclusion:
      return {"介護保険の適用除外", "Outside the care insurance"};
    case ChangeKind::leave_added:
      return {"産休・育休の申出", "Leave"};
    case ChangeKind::leave_removed:
      return {"産休・育休の申出の取消し", "Cancellation of a leave"};
    case ChangeKind::dependent:
      return {"被扶養者になった日・最後の日の訂正", "Correction of a dependent's days"};
    case ChangeKind::dependent_cancelled:
      return {"被扶養者の認定の取消し", "Cancellation of a dependent"};
  }
  return {};
}

base::Words wording(EffectCause cause) {
  switch (cause) {
    case EffectCause::charged:
      return {"資格のある月が変わる", "Months of insured status"};
    case EffectCause::standard:
      return {"標準報酬月額が変わる", "Standard remuneration"};
    case EffectCause::bonus:
      return {"標準賞与額が変わる", "Standard bonus"};
    case EffectCause::care:
      return {"介護保険料の対象が変わる", "Care premium"};
    case EffectCause::establishment:
      return {"納付する事業主が変わる", "Employer who pays"};
    case EffectCause::leave:
      return {"休業中の免除が変わる", "Exemption during leave"};
    case EffectCause::dependent:
      return {"40歳から64歳までの被扶養者が変わる(特定被保険者)",
              "Dependent of a specific insured person"};
  }
  return {};
}

base::Plain article(EffectCause cause) {
  switch (cause) {
    case EffectCause::charged:
      return "健康保険法156条3項";
    case EffectCause::standard:
      return "健康保険法40条〜44条";
    case EffectCause::bonus:
      return "健康保険法45条・156条";
    case EffectCause::care:
      return "健康保険法156条1項・2項";
    case EffectCause::establishment:
      return "健康保険法161条2項";
    case EffectCause::leave:
      return "健康保険法159条・159条の3";
    case EffectCause::dependent:
      return "健康保険法附則7条1項";
  }
  return {};
}

base::Words wording(FollowUpKind kind) {
  switch (kind) {
    case FollowUpKind::regular_missing:
      return {"定時決定の対象になります。算定基礎届を求めてください",
              "A regular determination is due: ask for its notification"};
    case FollowUpKind::regular_needless:
      return {"定時決定の対象ではなくなります。その年の決定を取り消してください",
              "No regular determination is due any more: cancel it"};
    case FollowUpKind::bonus_outside:
      return {"資格のない日に支払われた賞与が残ります。賞与支払届を確かめてください",
              "A bonus was paid on a day without insured status"};
    case FollowUpKind::two_workplaces:
      return {"ほかの事業所の資格と重なります。二以上事業所勤務届を確かめてください",
              "The period overlaps one at another establishment"};
    case FollowUpKind::elderly_judgement:
      return {"70歳以上です。一部負担金の割合を判定し直してください",
              "70 or older: judge the share anew"};
    case FollowUpKind::age_75_passed:
      return {"75歳の誕生日を過ぎて資格があります。資格喪失届を確かめてください",
              "Insured past the 75th birthday"};
    case FollowUpKind::exchange:
      return {"オンライン資格確認に登録した資格か限度額の区分が変わります。期限までに登録し直してください",
              "What the online eligibility check holds changes: register it anew in time"};
  }
  return {};
}

base::Plain article(FollowUpKind kind) {
  switch (kind) {
    case FollowUpKind::regular_missing:
    case FollowUpKind::regular_needless:
      return "健康保険法41条";
    case FollowUpKind::bonus_outside:
      return "健康保険法45条";
    case FollowUpKind::two_workplaces:
      return "健康保険法44条3項";
    case FollowUpKind::elderly_judgement:
      return "健康保険法74条1項";
    case FollowUpKind::age_75_passed:
      return "健康保険法36条";
    case FollowUpKind::exchange:
      return "健康保険法施行規則24条の4・39条";
  }
  return {};
}

EffectSum difference_of(const MonthEffect& effect) {
  return {.by_kind = effect.after.by_kind - effect.before.by_kind,
          .insured = effect.after.insured - effect.before.insured,
          .employer = effect.after.employer - effect.before.employer};
}

}  // namespace kenpo::premium
