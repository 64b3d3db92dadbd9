// Benefits that are due for erasure, and the certificates, in the store.
#pragma once

#include <functional>
#include <vector>

#include "base/result.h"
#include "staff/employee_store.h"
#include "staff/welfare_erasure.h"
#include "store/seal.h"

namespace kenpo::staff {

inline constexpr store::Table welfare_erasure_table{
    .name = "welfare_erasure",
    .japanese = "福利厚生の記録の消去証明",
    .untimed = store::Untimed::event,
    .clear = {{"due_on", store::Kind::date},
              {"items", store::Kind::integer},
              {"proposed_by", store::Kind::id},
              {"approved_by", store::Kind::id},
              {"approval", store::Kind::id},
              {"erased_at", store::Kind::moment}}};

/// The benefits of everybody, withdrawn ones included; `kept_until` is left to the caller.
base::Result<std::vector<KeptBenefit>> list_all_welfare(const store::View& view,
                                                        const StaffAccess& access);
/// Removes for good every row of which `is_due` is true; hands back how many went.
base::Result<std::int64_t> remove_welfare(
    store::Transaction& transaction, const StaffAccess& access,
    const std::function<base::Result<bool>(const WelfareBenefit&)>& is_due);
base::Result<> add(store::Transaction& transaction, const WelfareErasure& erasure);
/// The newest first.
base::Result<std::vector<WelfareErasure>> list_welfare_erasures(const store::View& view);

}  // namespace kenpo::staff
