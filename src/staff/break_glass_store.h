// The ledger of break-glass: begun, ended early, reviewed.
#pragma once

#include <vector>

#include "base/result.h"
#include "staff/break_glass.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

inline constexpr store::Table break_glass_table{
    .name = "break_glass",
    .japanese = "緊急時の利用",
    .subject = store::Subject::staff,
    .statute = notice::Statute::joint_decision,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"role", store::Kind::integer},
              {"ground", store::Kind::integer},
              {"begins_at", store::Kind::moment},
              {"ends_at", store::Kind::moment},
              {"approver", store::Kind::id}},
    .personal = {{"reason", store::Kind::text}},
    .indexes = {{{"case_id"}, store::Uniqueness::one}, {{"begins_at"}}},
};
inline constexpr store::Table break_glass_end_table{
    .name = "break_glass_end",
    .japanese = "緊急時の利用の終了",
    .subject = store::Subject::staff,
    .statute = notice::Statute::joint_decision,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"ended_at", store::Kind::moment},
              {"ended_by", store::Kind::id}},
    .indexes = {{{"case_id"}, store::Uniqueness::one}},
};
inline constexpr store::Table break_glass_review_table{
    .name = "break_glass_review",
    .japanese = "緊急時の利用の点検",
    .subject = store::Subject::staff,
    .statute = notice::Statute::joint_decision,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"reviewed_at", store::Kind::moment},
              {"reviewed_by", store::Kind::id},
              {"finding", store::Kind::integer}},
    .personal = {{"words", store::Kind::text}},
    .indexes = {{{"case_id"}, store::Uniqueness::one}},
};

using EmergencyBasis = store::Basis<notice::Statute::joint_decision>;

/// Every use, the newest first, with its end and review.
base::Result<std::vector<BreakGlass>> read_uses(const store::View& view,
                                                const EmergencyBasis& basis);
base::Result<> insert_use(store::Transaction& transaction, const EmergencyBasis& basis,
                          const BreakGlass& use);
base::Result<> insert_end(store::Transaction& transaction, const EmergencyBasis& basis,
                          const BreakGlass& use, const base::StaffId& by, base::Moment at);
base::Result<> insert_review(store::Transaction& transaction, const EmergencyBasis& basis,
                             const BreakGlass& use, const EmergencyReview& review);

}  // namespace kenpo::staff
