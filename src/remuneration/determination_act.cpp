#include "remuneration/determination_act.h"

#include "eligibility/notified_pay_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/bonus_pay_store.h"
#include "remuneration/notification_decision_act.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::NotifiedPay;
using eligibility::PayForm;
using eligibility::PayState;
using eligibility::WorkItem;
using eligibility::WorkKind;

constexpr int item_due_days = 10;

// 健康保険法44条3項: one workplace's pay alone decides nothing; the pay of all is added up by hand.
bool needs_other_workplaces(const NotifiedPay& pay, const eligibility::InsuredPeriod& period) {
  const bool both = pay.two_workplaces == eligibility::YesNo::yes ||
                    period.two_workplaces == eligibility::YesNo::yes;
  return both && pay.form != PayForm::bonus;
}

Result<Verdict> decide(const Deciding& deciding, const NotifiedPay& pay) {
  const auto period = KENPO_TRY(period_of(deciding, pay));
  if (!period) return Verdict(WorkKind::pay_after_loss);
  if (needs_other_workplaces(pay, *period)) return Verdict(WorkKind::two_workplaces);
  switch (pay.form) {
    case PayForm::acquisition:
      return decide_acquisition(deciding, pay);
    case PayForm::regular:
      return decide_regular(deciding, pay, *period);
    case PayForm::revision:
      return decide_revision(deciding, pay);
    case PayForm::bonus:
      return decide_bonus(deciding, pay);
  }
  return Verdict(WorkKind::not_determined);
}

Result<> hand_to_people(const Deciding& deciding, const NotifiedPay& pay, WorkKind kind) {
  // The acquisition itself has asked for the pay of the other workplaces.
  if (kind == WorkKind::two_workplaces &&
      KENPO_TRY(eligibility::has_open_item(deciding.transaction, pay.person, kind,
                                           pay.on.in_month()))) {
    return base::Done{};
  }
  return add(deciding.transaction, WorkItem{.kind = kind,
                                            .person = pay.person,
                                            .establishment = pay.establishment,
                                            .case_id = pay.case_id,
                                            .month = pay.on.in_month(),
                                            .due = deciding.now.day().plus_days(item_due_days),
                                            .opened_at = deciding.now});
}

}  // namespace

Result<Determination> determine_waiting(eligibility::Ledger& ledger,
                                        const notice::Acting& acting) {
  const auto work =
      [&](const notice::Permit<remuneration_determine>& permit) -> Result<Determination> {
    const RemunerationAccess access(
        permit.grant<notice::Purpose::standard_remuneration_determination>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const Deciding deciding{transaction, access, ledger.gate.clock().now(),
                            KENPO_TRY(bonus_pay_decisions(transaction))};
    const auto waiting =
        KENPO_TRY(eligibility::waiting_pay(transaction, access, determination_chunk));
    Determination done;
    if (waiting.empty()) return done;
    for (const auto& pay : waiting) {
      const auto verdict = KENPO_TRY(decide(deciding, pay));
      KENPO_TRY(eligibility::set_state(transaction, access, pay,
                                       verdict ? PayState::for_people : PayState::decided));
      if (verdict) {
        KENPO_TRY(hand_to_people(deciding, pay, *verdict));
        ++done.for_people;
      } else {
        ++done.decided;
      }
    }
    done.waiting = KENPO_TRY(eligibility::count_waiting_pay(transaction, access));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return done;
  };
  return ledger.gate.perform<remuneration_determine>(acting, work);
}

}  // namespace kenpo::remuneration
