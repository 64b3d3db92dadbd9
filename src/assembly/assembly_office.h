// What the acts of the assembly are handed, and their one shape: open the gate, work in one
// transaction, leaf before commit.
#pragma once

#include <type_traits>
#include <utility>

#include "base/clock.h"
#include "base/result.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::assembly {

/// Lives as long as the program.
struct AssemblyOffice {
  notice::Gate& gate;
  store::Database& database;
};

inline base::Fault assembly_fault(base::Words what, base::Words mend) {
  return {.what = std::move(what), .why = {}, .mend = std::move(mend), .place = {}};
}

/// Runs `work(permit, view) -> Result<T>` on one snapshot.
template <const notice::Operation& operation, typename Work>
auto read_under(const AssemblyOffice& office, const notice::Acting& acting, Work&& work) {
  using Answer = std::invoke_result_t<Work&, const notice::Permit<operation>&, const store::View&>;
  return office.gate.perform<operation>(acting,
                                        [&](const notice::Permit<operation>& permit) -> Answer {
                                          const auto view = KENPO_TRY(office.database.read());
                                          return work(permit, view);
                                        });
}

/// Runs `work(permit, transaction, now) -> Result<T>`; the leaf is durable before the commit.
template <const notice::Operation& operation, typename Work>
auto write_under(const AssemblyOffice& office, const notice::Acting& acting, Work&& work) {
  using Answer = std::invoke_result_t<Work&, const notice::Permit<operation>&, store::Transaction&,
                                      base::Moment>;
  return office.gate.perform<operation>(
      acting, [&](const notice::Permit<operation>& permit) -> Answer {
        auto transaction = KENPO_TRY(office.database.write());
        auto done = work(permit, transaction, office.gate.clock().now());
        if (!done.ok()) return done;
        KENPO_TRY(transaction.commit(permit.recorder()));
        return done;
      });
}

}  // namespace kenpo::assembly
