// Every table of the staff.
#pragma once

#include <array>

#include "staff/approval_store.h"
#include "staff/handler_store.h"

namespace kenpo::staff {

inline constexpr std::array<const store::Table*, 5> tables = {
    &approval_proposal_table, &approval_step_table, &handler_table,
    &role_assignment_table,   &handler_scope_table,
};

}  // namespace kenpo::staff
