#include "premium/levy_act.h"

#include "premium/month_levy_act.h"

namespace kenpo::premium {

base::Result<Levy> levy_month(eligibility::Ledger& ledger, const notice::Acting& acting,
                              base::Month month, const base::TellProgress& show) {
  return ledger.gate.perform<premium_levy>(
      acting, [&](const notice::Permit<premium_levy>& permit) -> base::Result<Levy> {
        const eligibility::MemberAccess access(
            permit.grant<notice::Purpose::premium_collection>());
        return MonthLevy({ledger, acting, access, permit.recorder(), month, show}).run();
      });
}

}  // namespace kenpo::premium
