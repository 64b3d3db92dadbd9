// The one shape of an act that reads or writes one store: open the gate, work on one snapshot or in
// one transaction, leaf before commit.
#pragma once

#include <type_traits>

#include "base/clock.h"
#include "base/result.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::store {

/// Runs `work(permit, view) -> Result<T>` on one snapshot. The office has a gate and a database.
template <const notice::Operation& operation, typename Office, typename Work>
auto read_under(const Office& office, const notice::Acting& acting, Work&& work) {
  using Answer = std::invoke_result_t<Work&, const notice::Permit<operation>&, const View&>;
  return office.gate.template perform<operation>(
      acting, [&](const notice::Permit<operation>& permit) -> Answer {
        const auto view = KENPO_TRY(office.database.read());
        return work(permit, view);
      });
}

/// Runs `work(permit, transaction, now) -> Result<T>`; the leaf is durable before the commit.
template <const notice::Operation& operation, typename Office, typename Work>
auto write_under(const Office& office, const notice::Acting& acting, Work&& work) {
  using Answer = std::invoke_result_t<Work&, const notice::Permit<operation>&, Transaction&,
                                      base::Moment>;
  return office.gate.template perform<operation>(
      acting, [&](const notice::Permit<operation>& permit) -> Answer {
        auto transaction = KENPO_TRY(office.database.write());
        auto done = work(permit, transaction, office.gate.clock().now());
        if (!done.ok()) return done;
        KENPO_TRY(transaction.commit(permit.recorder()));
        return done;
      });
}

}  // namespace kenpo::store
