#include "remuneration/explain_determination_act.h"

#include "eligibility/notified_pay_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;

base::Fault no_such_notification() {
  return {{"届出が見つかりません", "There is no such notification"},
          {"指定された届出は台帳にありません", "The ledger does not have it"},
          {"加入者台帳から選び直してください", "Choose it again from the member's ledger"},
          {}};
}

}  // namespace

Result<Explanation> explain_determination(eligibility::Ledger& ledger,
                                          const notice::Acting& acting,
                                          const eligibility::NotifiedPayId& notified) {
  const auto work =
      [&](const notice::Permit<remuneration_explain>& permit) -> Result<Explanation> {
    const RemunerationAccess access(
        permit.grant<notice::Purpose::standard_remuneration_determination>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto pay = KENPO_TRY(eligibility::find_notified_pay(view, access, notified));
    if (!pay) return no_such_notification();
    if (!permit.recorder().in_scope(pay->establishment)) return notice::out_of_scope_fault();
    const auto now = ledger.gate.clock().now();
    Explanation explanation{.insured = KENPO_TRY(eligibility::insured_name(
                                view, access, pay->person, pay->period, now)),
                            .notified = *pay,
                            .remuneration = {},
                            .bonus = {},
                            .lines = {}};
    for (const auto& one : KENPO_TRY(remunerations_of(view, access, pay->person, now))) {
      if (one.source == notified) explanation.remuneration = one;
    }
    for (const auto& one : KENPO_TRY(bonuses_of(view, access, pay->person, now))) {
      if (one.source == notified) explanation.bonus = one;
    }
    explanation.lines = KENPO_TRY(find_basis(view, access, pay->person, notified.text()));
    return explanation;
  };
  return ledger.gate.perform<remuneration_explain>(acting, work);
}

}  // namespace kenpo::remuneration
