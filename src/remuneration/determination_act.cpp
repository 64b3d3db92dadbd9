#include "remuneration/determination_act.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "eligibility/notified_pay_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/bonus_pay_store.h"
#include "remuneration/notification_decision_act.h"
#include "remuneration/regular_ahead_act.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::NotifiedPay;
using eligibility::PayForm;
using eligibility::PayState;
using eligibility::WorkItem;
using eligibility::WorkKind;

constexpr int item_due_days = 10;

Result<Verdict> decide(const Deciding& deciding, const NotifiedPay& pay) {
  if (pay.form == PayForm::regular) {
    const auto outcome = KENPO_TRY(work_out_regular(deciding.reading(), pay));
    return keep_regular(deciding, pay, outcome);
  }
  const auto period = KENPO_TRY(period_of(deciding.reading(), pay));
  if (!period) return Verdict(WorkKind::pay_after_loss);
  if (needs_other_workplaces(pay, *period)) return Verdict(WorkKind::two_workplaces);
  switch (pay.form) {
    case PayForm::acquisition:
      return decide_acquisition(deciding, pay);
    case PayForm::revision:
      return decide_revision(deciding, pay);
    case PayForm::bonus:
      return decide_bonus(deciding, pay);
    case PayForm::regular:
      break;  // above
    case PayForm::pay_report:
      break;  // never waits
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

/// One chunk of notifications in one transaction.
class Chunk {
 public:
  Chunk(const Deciding& deciding, Determination& done) : deciding_(deciding), done_(done) {}

  /// Keeps what was worked out ahead, or decides now.
  Result<> settle(RegularAhead::Slice slice) {
    for (auto& [waiting, outcome] : slice) {
      const auto verdict =
          KENPO_TRY(outcome ? keep_regular(deciding_, waiting.pay, *outcome)
                            : decide(deciding_, waiting.pay));
      if (verdict) KENPO_TRY(hand_to_people(deciding_, waiting.pay, *verdict));
      ++(verdict ? done_.for_people : done_.decided);
      settled_.emplace_back(std::move(waiting),
                            verdict ? PayState::for_people : PayState::decided);
    }
    return base::Done{};
  }
  /// The states of all that were settled, in the order in which the rows lie.
  Result<> finish() {
    std::ranges::sort(settled_, {}, [](const auto& one) { return one.first.row; });
    for (const auto& [waiting, state] : settled_) {
      KENPO_TRY(eligibility::set_state(deciding_.transaction, deciding_.access, waiting, state));
    }
    return base::Done{};
  }
  /// All of the chunk, with the rules worked out beside.
  Result<> settle_all(RegularAhead ahead) {
    while (true) {
      auto slice = KENPO_TRY(ahead.next());
      if (slice.empty()) return base::Done{};
      KENPO_TRY(settle(std::move(slice)));
    }
  }

 private:
  const Deciding& deciding_;
  Determination& done_;
  std::vector<std::pair<eligibility::WaitingPay, PayState>> settled_;
};

}  // namespace

Result<Determination> determine_waiting(eligibility::Ledger& ledger,
                                        const notice::Acting& acting) {
  const auto work =
      [&](const notice::Permit<remuneration_determine>& permit) -> Result<Determination> {
    const RemunerationAccess access(
        permit.grant<notice::Purpose::standard_remuneration_determination>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto bonus_pay = KENPO_TRY(bonus_pay_decisions(transaction));
    const Deciding deciding{transaction, access, ledger.gate.clock().now(), bonus_pay};
    RegularAhead::Slice first;
    KENPO_TRY(eligibility::each_waiting_pay(
        transaction, access, determination_ahead_from,
        [&](eligibility::WaitingPay waiting) { first.push_back({std::move(waiting), {}}); }));
    Determination done;
    if (first.empty()) return done;
    Chunk chunk(deciding, done);
    if (first.size() == determination_ahead_from) {
      KENPO_TRY(chunk.settle_all({ledger, acting, deciding}));
    }
    // Few wait, or no thread was to be had.
    if (done.decided + done.for_people == 0) KENPO_TRY(chunk.settle(std::move(first)));
    KENPO_TRY(chunk.finish());
    done.waiting = KENPO_TRY(eligibility::count_waiting_pay(transaction, access));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return done;
  };
  return ledger.gate.perform<remuneration_determine>(acting, work);
}

}  // namespace kenpo::remuneration
