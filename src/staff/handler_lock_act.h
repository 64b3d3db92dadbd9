// Locking a handler: at once and by one person. Giving the rights back takes two, like every right
// (公表事項2 組織的・技術的安全管理措置, O-4, T-1).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "staff/approval_act.h"
#include "staff/handler.h"
#include "staff/handler_lock.h"

namespace kenpo::staff {

/// 取扱者の停止: the system operator or the responsible person.
inline constexpr notice::Operation lock_handler_operation{
    .name = "handler.lock",
    .japanese = "取扱者の停止",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control};

/// 停止の一覧: the same, and the auditor.
inline constexpr notice::Operation show_locks_operation{
    .name = "handler_lock.show",
    .japanese = "取扱者の停止の表示",
    .statute = notice::Statute::security_control};

/// Ends every right and every session before it returns; roles and periods stay on the list.
/// Refused: somebody not on the list, locked already or the responsible person (O-1); no reason.
base::Result<> lock_handler(const PeopleOffice& office, const notice::Acting& acting,
                            const base::StaffId& staff, std::string reason);

/// Proposes to give the rights back. Refused: somebody who is not locked, or whose employment has
/// ended.
base::Result<base::CaseId> propose_release(const PeopleOffice& office,
                                           const notice::Acting& acting,
                                           const base::StaffId& staff, std::string reason);

struct LockView {
  std::vector<NamedHandler> handlers;  // as kept
  std::vector<HandlerLock> locks;      // the newest first
};
base::Result<LockView> show_locks(const PeopleOffice& office, const notice::Acting& acting);

}  // namespace kenpo::staff
