// Every table of the staff.
#pragma once

#include <array>

#include "staff/approval_store.h"
#include "staff/break_glass_store.h"
#include "staff/course_store.h"
#include "staff/duty_store.h"
#include "staff/effect_store.h"
#include "staff/employee_store.h"
#include "staff/handler_lock_store.h"
#include "staff/handler_store.h"
#include "staff/welfare_erasure_store.h"

namespace kenpo::staff {

inline constexpr std::array<const store::Table*, 22> tables = {
    &approval_proposal_table,
    &approval_step_table,
    &break_glass_table,
    &break_glass_end_table,
    &break_glass_review_table,
    &employment_rules_table,
    &undertaking_table,
    &training_result_table,
    &handler_table,
    &role_assignment_table,
    &handler_scope_table,
    &handler_lock_table,
    &list_sign_off_table,
    &employee_table,
    &employee_post_table,
    &employee_contract_table,
    &employee_attendance_table,
    &employee_welfare_table,
    &welfare_erasure_table,
    &training_review_table,
    &training_course_table,
    &training_course_release_table,
};

}  // namespace kenpo::staff
