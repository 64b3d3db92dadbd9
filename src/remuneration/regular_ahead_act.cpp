#include "remuneration/regular_ahead_act.h"

#include <algorithm>
#include <system_error>
#include <tuple>
#include <utility>

#include "remuneration/determination_act.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::PayForm;

/// Small enough that nobody waits long for one, large enough that they are seldom handed over.
constexpr std::size_t slice_notifications = 512;

/// Works out the regular ones whose person has no other before it: what comes before may change
/// what they rest on.
Result<> work_out(const LedgerReading& reading, RegularAhead::Slice& slice) {
  const base::PersonId* last = nullptr;
  for (auto& [waiting, outcome] : slice) {
    const auto& pay = waiting.pay;
    const bool first_of_person = last == nullptr || *last != pay.person;
    last = &pay.person;
    if (pay.form != PayForm::regular || !first_of_person) continue;
    outcome = KENPO_TRY(work_out_regular(reading, pay));
  }
  return base::Done{};
}

}  // namespace

RegularAhead::RegularAhead(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const Deciding& deciding)
    : ledger_(ledger), acting_(acting), deciding_(deciding) {
  try {
    thread_ = std::jthread([this] {
      worked_out_ = work_out_all();
      const std::lock_guard lock(mutex_);
      finished_ = true;
      changed_.notify_all();
    });
  } catch (const std::system_error&) {
    finished_ = true;  // no thread is to be had
  }
}

RegularAhead::~RegularAhead() {
  const std::lock_guard lock(mutex_);
  untouched_.clear();  // nobody waits for them any more
}

Result<> RegularAhead::work_out_all() {
  const auto work = [&](const notice::Permit<remuneration_work_out>& permit) -> Result<> {
    const RemunerationAccess access(
        permit.grant<notice::Purpose::standard_remuneration_determination>());
    const auto view = KENPO_TRY(deciding_.transaction.beside());
    const LedgerReading reading{view, access, deciding_.now, deciding_.bonus_pay};
    KENPO_TRY(read_waiting(reading));
    while (auto slice = take_untouched()) {
      KENPO_TRY(work_out(reading, *slice));
      const std::lock_guard lock(mutex_);
      ready_.push_back(std::move(*slice));
      changed_.notify_all();
    }
    return base::Done{};
  };
  return ledger_.gate.perform<remuneration_work_out>(acting_, work);
}

Result<> RegularAhead::read_waiting(const LedgerReading& reading) {
  Slice all;
  KENPO_TRY(eligibility::each_waiting_pay(
      reading.view, reading.access, determination_chunk,
      [&](eligibility::WaitingPay waiting) { all.push_back({std::move(waiting), {}}); }));
  std::ranges::sort(all, {}, [](const PreparedPay& one) {
    return std::tuple(one.waiting.pay.person, one.waiting.pay.on, one.waiting.row);
  });
  const std::lock_guard lock(mutex_);
  for (auto& one : all) {
    const bool full = untouched_.empty() || untouched_.back().size() >= slice_notifications;
    if (full && (untouched_.empty() ||
                 untouched_.back().back().waiting.pay.person != one.waiting.pay.person)) {
      untouched_.emplace_back();
    }
    untouched_.back().push_back(std::move(one));
  }
  changed_.notify_all();
  return base::Done{};
}

std::optional<RegularAhead::Slice> RegularAhead::take_untouched() {
  const std::lock_guard lock(mutex_);
  if (untouched_.empty()) return std::nullopt;
  std::optional<Slice> slice(std::move(untouched_.front()));
  untouched_.pop_front();
  return slice;
}

Result<RegularAhead::Slice> RegularAhead::next() {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !ready_.empty() || !untouched_.empty() || finished_; });
    if (!ready_.empty()) {
      auto slice = std::move(ready_.front());
      ready_.pop_front();
      return slice;
    }
    if (!untouched_.empty()) {
      auto slice = std::move(untouched_.back());
      untouched_.pop_back();
      return slice;
    }
  }
  if (thread_.joinable()) thread_.join();
  KENPO_TRY(worked_out_);
  return Slice();
}

}  // namespace kenpo::remuneration
