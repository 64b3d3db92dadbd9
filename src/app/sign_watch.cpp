#include "app/sign_watch.h"

#include <chrono>

#include "app/recurring.h"
#include "benefit/high_cost_act.h"
#include "claim/claim_recheck_act.h"
#include "eligibility/number_look_alike_act.h"
#include "safeguard/export_sweep_act.h"
#include "safeguard/passage_watch_act.h"

namespace kenpo::app {

namespace {
/// A sign is told within this time of its leaf.
constexpr auto sign_watch_period = std::chrono::seconds(10);
/// A byte of the log that was changed is told on the day it happened, and soon after a start.
constexpr auto verify_period = std::chrono::hours(24);
/// A release that expired is hours old; a leaf for each round of ten seconds would say nothing.
constexpr auto sweep_period = std::chrono::minutes(15);
/// Numbers change with notifications: two people with one number are found on the same day.
constexpr auto number_period = std::chrono::hours(12);
/// A decision reaches the claims of its people within this time; each round leaves a leaf.
constexpr auto follow_period = std::chrono::minutes(5);

std::int64_t milliseconds(std::chrono::nanoseconds span) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(span).count();
}
Recurring every(std::chrono::nanoseconds period) { return Recurring(milliseconds(period)); }
}  // namespace

SignWatch::SignWatch(Office& office) : office_(office), thread_([this] { work(); }) {}

SignWatch::~SignWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void SignWatch::work() {
  std::unique_lock lock(mutex_);
  Recurring verification = every(verify_period);
  Recurring sweep = every(sweep_period);
  Recurring comparison = every(number_period);
  Recurring following = every(follow_period);
  while (!changed_.wait_for(lock, sign_watch_period, [this] { return stopping_; })) {
    // The place in the log moves only with what was watched: a round that fails loses nothing.
    static_cast<void>(safeguard::watch_signs(
        {office_.gate(), office_.database(), office_.history(), office_.log_directory()},
        notice::Acting{notice::ProgramActor::scheduler}));
    const auto now = milliseconds(std::chrono::steady_clock::now().time_since_epoch());
    if (verification.is_due(now)) office_.verify_log();
    if (sweep.is_due(now)) {
      static_cast<void>(
          safeguard::sweep_exports({office_.gate(), office_.database(), office_.directory()},
                                   notice::Acting{notice::ProgramActor::scheduler}));
    }
    if (comparison.is_due(now)) {
      auto ledger = office_.ledger();
      static_cast<void>(eligibility::open_number_look_alikes(
          ledger, notice::Acting{notice::ProgramActor::scheduler}));
    }
    if (following.is_due(now)) {
      static_cast<void>(claim::follow_ledger(office_.gate(), office_.database(),
                                             notice::Acting{notice::ProgramActor::scheduler}));
      auto ledger = office_.ledger();
      static_cast<void>(benefit::follow_high_cost(
          ledger, notice::Acting{notice::ProgramActor::scheduler}));
    }
    static_cast<void>(safeguard::watch_passages(
        {office_.gate(), office_.database(), office_.history(), office_.log_directory()},
        notice::Acting{notice::ProgramActor::scheduler}));
  }
}

}  // namespace kenpo::app
