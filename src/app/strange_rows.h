// Rows about handlers, and decisions of two people, that do not fit the audit log or the rule: what
// somebody with the keys in hand changed behind the program's back.
#pragma once

#include <cstdint>

#include "app/office.h"
#include "app/self_check_parts.h"
#include "base/result.h"
#include "notice/operation.h"

namespace kenpo::app {

/// 決裁の照合 (公表事項2, 個人情報保護法23条): who proposed and who approved.
inline constexpr notice::Operation compare_decisions_operation{
    .name = "self_check.decisions",
    .japanese = "自己点検の決裁の照合",
    .statute = notice::Statute::joint_decision,
    .runner = notice::Runner::staff_or_program};

struct Strange {
  std::uint64_t rows = 0;   // of handlers and roles that no leaf stands for
  std::uint64_t locks = 0;  // leaves of locks that no row stands for
};

/// Rows from after `after` until now: their leaves may not be under the checkpoint yet, so they are
/// left for the next time. A row of the future is not.
struct Unread {
  base::Moment after;
  base::Moment now;
};
/// Compares with the leaves that were read.
base::Result<Strange> strange_rows(Office& office, notice::ProgramActor actor,
                                   const LogFindings& leaves, const Unread& unread);

/// Proposals that their own proposer approved.
base::Result<std::uint64_t> decisions_of_one(Office& office, notice::ProgramActor actor);

}  // namespace kenpo::app
