// Whether an application for a certificate is granted: Regulation arts 47, 99, 103-2, 105; Order
// arts 42, 43.
#pragma once

#include "base/result.h"
#include "certificate/holder.h"
#include "certificate/holder_fact.h"
#include "law/decision.h"

namespace kenpo::certificate {

enum class Confirmation : std::uint8_t { none, held };  // a document stands, or one is due
enum class Evidence : std::uint8_t { none, shown };

struct ApplicationInput {
  Application kind = Application::limit;
  Confirmation confirmation = Confirmation::none;
  Evidence evidence = Evidence::none;  // 医師の意見, 非課税証明書
};

/// Granted or not, with every test up to the one that decided. The holder's class is that of the
/// day with the tax that was shown. 基準収入額適用申請 is judged by relief_rule and elderly_rule.
law::Decision<bool> granted(const ApplicationInput& input, const Holder& holder);

/// In hospital on more days than these within a year: the long stay (長期入院該当).
base::Result<law::Decision<LongStay>> long_stay(int hospital_days, base::Date on);

}  // namespace kenpo::certificate
