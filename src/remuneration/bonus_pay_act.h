// Deciding, once a year for an establishment, which of its bonuses are pay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "remuneration/bonus_pay.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation bonus_pay_show{
    .name = "remuneration.bonus_pay_show",
    .japanese = "賞与に係る報酬の決定の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
inline constexpr notice::Operation bonus_pay_decide{
    .name = "remuneration.bonus_pay_decide",
    .japanese = "賞与に係る報酬の決定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

/// An establishment that paid bonuses on four days or more in the year before 1 July, or about
/// which something was decided.
struct BonusPayLine {
  base::EstablishmentId establishment;
  int days = 0;  // different days of payment in the year before 1 July
  std::optional<BonusPayDecision> decision = {};
};
base::Result<std::vector<BonusPayLine>> show_bonus_pay(eligibility::Ledger& ledger,
                                                       const notice::Acting& acting, int year);

struct BonusPayOrder {
  std::string symbol;  // of the establishment
  int year = 0;        // of the 1 July
  std::uint16_t months = 0;
  std::string reason = {};  // needed
};
/// How many notifications are decided anew: regular ones that waited for it, and bonuses from 1
/// July on that stood as bonuses, or as pay.
struct BonusPayDone {
  BonusPayDecision decision;
  std::int64_t again = 0;
};
/// Refused: no establishment of the symbol, one outside the scope, fewer than four months (none at
/// all is allowed: nothing is pay), no reason.
base::Result<BonusPayDone> decide_bonus_pay(eligibility::Ledger& ledger,
                                            const notice::Acting& acting,
                                            const BonusPayOrder& order);

}  // namespace kenpo::remuneration
