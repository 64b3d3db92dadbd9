// Regular determinations worked out beside the transaction that keeps them: one thread reads and
// applies the rules, the other writes. Used by determination_act only.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/notified_pay_store.h"
#include "remuneration/notification_decision_act.h"

namespace kenpo::remuneration {

/// Reads beside the determination itself, as an operation of its own with its own leaf.
inline constexpr notice::Operation remuneration_work_out{
    .name = "remuneration.work_out",
    .japanese = "標準報酬の決定（届出と台帳の読取り）",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}},
    .runner = notice::Runner::staff_or_program};

/// A notification that waits, with its outcome where that was worked out ahead.
struct PreparedPay {
  eligibility::WaitingPay waiting;
  std::optional<RegularOutcome> outcome;
};

/// The notifications of one transaction in slices, in the order of people: in it they lie close
/// together in the ledger's indexes. A slice has all notifications of its people, each person's in
/// the order in which they came.
class RegularAhead {
 public:
  using Slice = std::vector<PreparedPay>;

  /// Begins to read what the transaction began with. All must outlive it.
  RegularAhead(eligibility::Ledger& ledger, const notice::Acting& acting,
               const Deciding& deciding);
  ~RegularAhead();
  RegularAhead(const RegularAhead&) = delete;
  RegularAhead& operator=(const RegularAhead&) = delete;

  /// The next slice: one that was worked out, or the last one that was not begun, so that neither
  /// thread waits for the other. Empty at the end, when the leaf of what was read is durable; at
  /// once where no thread is to be had.
  base::Result<Slice> next();

 private:
  base::Result<> work_out_all();
  base::Result<> read_waiting(const LedgerReading& reading);
  std::optional<Slice> take_untouched();

  eligibility::Ledger& ledger_;
  const notice::Acting& acting_;
  const Deciding& deciding_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slice> untouched_;
  std::deque<Slice> ready_;
  bool finished_ = false;
  base::Result<> worked_out_ = base::Done{};
  std::jthread thread_;  // last: joined before what it writes to is gone
};

}  // namespace kenpo::remuneration
