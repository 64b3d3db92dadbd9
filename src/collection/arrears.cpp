#include "collection/arrears.h"

namespace kenpo::collection {

base::Words wording(Measure measure) {
  switch (measure) {
    case Measure::telephone:
      return {"電話", "Telephone"};
    case Measure::visit:
      return {"訪問", "Visit"};
    case Measure::letter:
      return {"催告（文書）", "Letter"};
    case Measure::reminder:
      return {"督促状", "Reminder"};
    case Measure::promise:
      return {"納付誓約", "Written promise"};
    case Measure::instalments:
      return {"分割納付の約束", "Instalments"};
    case Measure::postponement:
      return {"納付の猶予", "Postponement"};
    case Measure::disposition:
      return {"滞納処分の認可申請", "Application for a disposition"};
    case Measure::charge_waiver:
      return {"延滞金を徴収しない決定", "Late charge waived"};
    case Measure::charge_waiver_undone:
      return {"延滞金を徴収しない決定の取消し", "Waiver taken back"};
  }
  return {};
}

base::Words wording(DebtAge age) {
  switch (age) {
    case DebtAge::not_due:
      return {"納付期限前", "Not due"};
    case DebtAge::to_one_month:
      return {"1か月まで", "Up to a month"};
    case DebtAge::to_three_months:
      return {"3か月まで", "Up to three months"};
    case DebtAge::to_one_year:
      return {"1年まで", "Up to a year"};
    case DebtAge::over_one_year:
      return {"1年を超える", "Over a year"};
  }
  return {};
}

base::Words wording(ArrearsStage stage) {
  switch (stage) {
    case ArrearsStage::not_due: return {"期限前", "Not due"};
    case ArrearsStage::not_reminded: return {"督促前", "Not reminded"};
    case ArrearsStage::reminded: return {"督促中", "Reminded"};
    case ArrearsStage::reminder_over: return {"督促の期限経過", "The reminder has run out"};
    case ArrearsStage::demanded: return {"催告", "Demanded"};
    case ArrearsStage::pledged: return {"納付誓約を履行中", "Pledged"};
    case ArrearsStage::broken: return {"納付誓約の不履行", "The pledge is broken"};
    case ArrearsStage::early_over:
      return {"繰上徴収の期限経過", "The earlier due date has passed"};
    case ArrearsStage::disposition: return {"滞納処分の手続中", "Disposition applied for"};
    case ArrearsStage::paid: return {"納付済み", "Paid"};
  }
  return {};
}

}  // namespace kenpo::collection
