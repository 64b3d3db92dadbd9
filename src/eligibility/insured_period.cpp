#include "eligibility/insured_period.h"

namespace kenpo::eligibility {

base::Words reason_words(EndReason reason) {
  switch (reason) {
    case EndReason::retirement:
      return {"退職等", "Left employment"};
    case EndReason::death:
      return {"死亡", "Died"};
    case EndReason::age_75:
      return {"75歳到達", "Reached 75"};
    case EndReason::disability_recognised:
      return {"障害認定", "Disability recognised"};
    case EndReason::social_security_treaty:
      return {"社会保障協定", "Social security treaty"};
    case EndReason::transferred:
      return {"所属変更", "Transferred"};
    case EndReason::rehired:
      return {"同日得喪", "Rehired on the same day"};
    case EndReason::term_ended:
      return {"2年満了", "Two years ended"};
    case EndReason::premium_unpaid:
      return {"保険料未納", "Premium unpaid"};
    case EndReason::insured_elsewhere:
      return {"他の健康保険に加入", "Insured elsewhere"};
    case EndReason::seamen_insured:
      return {"船員保険に加入", "Seamen's insurance"};
    case EndReason::left_on_request:
      return {"本人の申出", "On request"};
  }
  return {};
}

}  // namespace kenpo::eligibility
