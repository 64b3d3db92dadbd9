// Archives nobody will hand over: their release was refused, withdrawn or has expired. They are
// deleted, and the ledger says so (個人情報保護法22条, notice section 7 P-5).
#pragma once

#include "base/result.h"
#include "safeguard/export_act.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation export_sweep{.name = "export.sweep",
                                                .japanese = "渡さないデータの消去",
                                                .verb = notice::Verb::erase,
                                                .statute = notice::Statute::joint_decision,
                                                .runner = notice::Runner::staff_or_program};

/// Records the deletion of every such archive with its proof and removes the file. Kept: what is
/// released, what a second person can still decide on, and what was made within the time of a
/// decision and not laid before anybody yet. Runs without a leaf when no archive waits for its
/// release. Returns how many were deleted.
base::Result<std::size_t> sweep_exports(const RegisterOffice& office, const notice::Acting& acting);

}  // namespace kenpo::safeguard
