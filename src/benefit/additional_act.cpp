#include "benefit/additional_act.h"

#include "base/width.h"
#include "store/under.h"

namespace kenpo::benefit {

using base::Result;
using base::Yen;
using notice::Permit;

Result<std::vector<AdditionalTermsRow>> list_additional_rules(eligibility::Ledger& ledger,
                                                              const notice::Acting& acting) {
  return store::read_under<additional_rule_list>(
      ledger, acting,
      [](const Permit<additional_rule_list>&, const store::View& view) {
        return list_additional(view);
      });
}

Result<> enter_additional_rule(eligibility::Ledger& ledger, const notice::Acting& acting,
                               AdditionalTermsRow row) {
  const auto& rules = row.rules;
  const bool whole = rules.threshold >= Yen() && rules.unit >= Yen(1) && rules.minimum >= Yen() &&
                     rules.threshold <= Yen(additional_threshold_limit_yen) && rules.percent >= 1 &&
                     rules.percent <= 100;
  if (row.resolution.empty() || !whole) {
    return base::Fault{{"付加給付の規程を登録できません。", "The rule cannot be entered."},
                       {"根拠の議決、または金額が足りません。", "Its resolution or amounts lack."},
                       {"根拠の議決と、0円以上の控除額、1円以上の端数の単位、1から100までの割合を"
                        "入れてください。",
                        "Enter the resolution, a threshold from 0, a unit from 1 yen, 1 to 100 %."},
                       {}};
  }
  return store::write_under<additional_rule_enter>(
      ledger, acting,
      [&](const Permit<additional_rule_enter>&, store::Transaction& transaction,
          base::Moment now) -> Result<> { return put(transaction, row, now); });
}

}  // namespace kenpo::benefit
