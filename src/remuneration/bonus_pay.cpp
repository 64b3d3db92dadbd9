#include "remuneration/bonus_pay.h"

namespace kenpo::remuneration {

int bonus_pay_year(base::Date paid_on) {
  constexpr int first_month = 7;  // 1 July
  return paid_on.month() >= first_month ? paid_on.year() : paid_on.year() - 1;
}

const BonusPayDecision* find_bonus_pay(const std::vector<BonusPayDecision>& decisions,
                                       const base::EstablishmentId& establishment, int year) {
  const BonusPayDecision* found = nullptr;
  for (const auto& one : decisions) {
    if (one.year == year && one.establishment == establishment) found = &one;
  }
  return found;
}

// 健康保険法3条5項・6項
bool is_pay(const std::vector<BonusPayDecision>& decisions,
            const base::EstablishmentId& establishment, base::Date paid_on) {
  const auto* found = find_bonus_pay(decisions, establishment, bonus_pay_year(paid_on));
  return found != nullptr && found->holds(paid_on.month());
}

}  // namespace kenpo::remuneration
