// Proposals and what came after them.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "staff/approval.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

inline constexpr store::Table approval_proposal_table{
    .name = "approval_proposal",
    .japanese = "二人による決裁の提案",
    .subject = store::Subject::staff,  // the proposer
    .statute = notice::Statute::joint_decision,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"kind", store::Kind::text},
              {"text_sha256", store::Kind::text},
              {"proposed_at", store::Kind::moment},
              {"expires_at", store::Kind::moment}},
    .personal = {{"reason", store::Kind::text}, {"text", store::Kind::text}},
    .indexes = {{{"case_id"}, store::Uniqueness::one}, {{"proposed_at"}}},
};

/// Its subject is the proposer, too: a proposal and its end are kept and erased together.
inline constexpr store::Table approval_step_table{
    .name = "approval_step",
    .japanese = "二人による決裁の結果",
    .subject = store::Subject::staff,
    .statute = notice::Statute::joint_decision,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"step", store::Kind::integer},
              {"decided_by", store::Kind::id},
              {"happened_at", store::Kind::moment}},
    .personal = {{"reason", store::Kind::text}},
    .indexes = {{{"case_id"}}},
};

using ApprovalBasis = store::Basis<notice::Statute::joint_decision>;

/// A page of proposals; older ones are found through the audit log by their case.
inline constexpr std::size_t approvals_shown_limit = 200;

base::Result<> insert_proposal(store::Transaction& transaction, const ApprovalBasis& basis,
                               const Approval& approval);
base::Result<> insert_step(store::Transaction& transaction, const ApprovalBasis& basis,
                           const Approval& approval, const ApprovalStep& step);
base::Result<std::optional<Approval>> find_approval(const store::View& view,
                                                    const ApprovalBasis& basis,
                                                    const base::CaseId& id);
/// The newest first, at most approvals_shown_limit.
base::Result<std::vector<Approval>> list_approvals(const store::View& view,
                                                   const ApprovalBasis& basis);

}  // namespace kenpo::staff
