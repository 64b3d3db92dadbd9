// Changing the key that signs the audit log's checkpoints: two people, then the log does it itself.
#pragma once

#include "base/result.h"
#include "notice/audit_log.h"
#include "staff/approval_act.h"

namespace kenpo::staff {

inline constexpr std::string_view log_key_kind_name = "log_key";

/// Proposed by the system operator, the executive director or the responsible person; decided by
/// another of the last two. The old key certifies the new one in a leaf and is destroyed.
ApprovalKind log_key_kind(notice::AuditLog& log);
base::Result<base::CaseId> propose_log_key(const PeopleOffice& office, const notice::Acting& acting,
                                           std::string reason);

}  // namespace kenpo::staff
