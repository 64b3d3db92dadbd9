// What the registers of the safety measures are handed, and the one shape of their acts: open the
// gate, work in one transaction, leaf before commit.
#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include "base/clock.h"
#include "base/result.h"
#include "notice/gate.h"
#include "store/access.h"
#include "store/database.h"

namespace kenpo::safeguard {

/// Registers rest on 安全管理措置 (個人情報保護法23条).
using RegisterBasis = store::Basis<notice::Statute::security_control>;

/// Lives as long as the program.
struct RegisterOffice {
  notice::Gate& gate;
  store::Database& database;
  std::string directory;  // the data directory: `exports/` lies in it
};

/// Runs `work(permit, view) -> Result<T>` on one snapshot.
template <const notice::Operation& operation, typename Work>
auto read_under(const RegisterOffice& office, const notice::Acting& acting, Work&& work) {
  using Answer = std::invoke_result_t<Work&, const notice::Permit<operation>&, const store::View&>;
  return office.gate.perform<operation>(acting,
                                        [&](const notice::Permit<operation>& permit) -> Answer {
                                          const auto view = KENPO_TRY(office.database.read());
                                          return work(permit, view);
                                        });
}

/// Runs `work(permit, transaction, now) -> Result<T>`; the leaf is durable before the commit.
template <const notice::Operation& operation, typename Work>
auto write_under(const RegisterOffice& office, const notice::Acting& acting, Work&& work) {
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

/// A fault of an act on the registers.
inline base::Fault register_fault(base::Words what, base::Words mend) {
  return {.what = std::move(what), .why = {}, .mend = std::move(mend), .place = {}};
}

}  // namespace kenpo::safeguard
