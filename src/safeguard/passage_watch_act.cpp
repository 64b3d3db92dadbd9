#include "safeguard/passage_watch_act.h"

#include "safeguard/area_act.h"
#include "safeguard/passage_watch_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Permit;

Result<> watch_day(const Watchtower& tower, store::Transaction& transaction,
                   const RegisterBasis& basis, base::Date day, base::Moment now,
                   WatchOutcome& outcome) {
  const auto compared = KENPO_TRY(compare_day(transaction, basis, tower.log_directory,
                                              tower.gate.log().state().published, day));
  const auto policy = tower.gate.policy();
  auto told = KENPO_TRY(told_of(transaction, day));
  for (const auto& absent : compared.absent) {
    const auto before = told[absent.staff];
    if (absent.count <= before) continue;
    const auto fresh = absent.count - before;
    KENPO_TRY(tell_sign(transaction, *policy,
                        {.kind = SignKind::absent,
                         .staff = absent.staff,
                         .day = day,
                         .leaf = absent.last_leaf,
                         .count = static_cast<std::int64_t>(fresh)},
                        now, outcome));
    KENPO_TRY(note_told(transaction, day, absent.staff, fresh, now));
  }
  return note_comparison(transaction, day, now);
}

}  // namespace

Result<WatchOutcome> watch_passages(Watchtower tower, const notice::Acting& acting) {
  WatchOutcome outcome;
  const auto now = tower.gate.clock().now();
  const auto since = now.day().plus_days(-passages_watched_days);
  {
    const auto view = KENPO_TRY(tower.database.read());
    // Nothing to compare leaves no leaf: this is asked every few seconds.
    if (KENPO_TRY(days_to_compare(view, since, now.day())).empty()) return outcome;
  }
  KENPO_TRY(tower.gate.log().checkpoint());
  const auto work = [&](const Permit<passage_watch_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(tower.database.write());
    for (const auto day : KENPO_TRY(days_to_compare(transaction, since, now.day()))) {
      KENPO_TRY(watch_day(tower, transaction, permit, day, now, outcome));
    }
    return transaction.commit(permit.recorder());
  };
  KENPO_TRY(tower.gate.perform<passage_watch_operation>(acting, work));
  return outcome;
}

}  // namespace kenpo::safeguard
