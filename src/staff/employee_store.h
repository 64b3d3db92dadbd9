// The employees' files, trainings and benefits: all are 当組合の従業員に関する情報.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "staff/employee.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

/// valid_from and valid_to are the first and last day of employment.
inline constexpr store::Table employee_table{
    .name = "employee",
    .japanese = "従業員",
    .subject = store::Subject::staff,
    .category = notice::Category::society_staff,
    .timed = store::Timed::yes,
    .personal = {{"name", store::Kind::text},
                 {"name_kana", store::Kind::text},
                 {"born_on", store::Kind::date},
                 {"address", store::Kind::text},
                 {"telephone", store::Kind::text},
                 {"emergency_name", store::Kind::text},
                 {"emergency_relation", store::Kind::text},
                 {"emergency_telephone", store::Kind::text}},
};
inline constexpr store::Table employee_post_table{
    .name = "employee_post",
    .japanese = "従業員の職・所属",
    .subject = store::Subject::staff,
    .category = notice::Category::society_staff,
    .timed = store::Timed::yes,
    .personal = {{"title", store::Kind::text}},
};
inline constexpr store::Table employee_contract_table{
    .name = "employee_contract",
    .japanese = "雇用契約",
    .subject = store::Subject::staff,
    .category = notice::Category::society_staff,
    .timed = store::Timed::yes,
    .clear = {{"kind", store::Kind::integer}},
};
/// valid_from and valid_to are the day.
inline constexpr store::Table employee_attendance_table{
    .name = "employee_attendance",
    .japanese = "従業員の研修の受講",
    .subject = store::Subject::staff,
    .category = notice::Category::society_staff,
    .timed = store::Timed::yes,
    .clear = {{"hours", store::Kind::integer}},
    .personal = {{"title", store::Kind::text}, {"provider", store::Kind::text}},
};
inline constexpr store::Table employee_welfare_table{
    .name = "employee_welfare",
    .japanese = "従業員の福利厚生",
    .subject = store::Subject::staff,
    .category = notice::Category::society_staff,
    .timed = store::Timed::yes,
    .clear = {{"kind", store::Kind::integer}, {"amount", store::Kind::yen}},
    .personal = {{"words", store::Kind::text}},
};

using StaffAccess = notice::Access<notice::Category::society_staff>;

/// All employees who have not been erased, those who left included, by first day of work.
base::Result<std::vector<Employee>> list_employees(const store::View& view,
                                                   const StaffAccess& access);
base::Result<std::optional<EmployeeFile>> find_employee(const store::View& view,
                                                        const StaffAccess& access,
                                                        const base::StaffId& staff);
/// Enters the employee or decides anew: the row before is withdrawn.
base::Result<> write_employee(store::Transaction& transaction, const StaffAccess& access,
                              const Employee& employee, base::Moment now);
/// Enters the post; the one before it ends on the day before.
base::Result<> write_post(store::Transaction& transaction, const StaffAccess& access,
                          const base::StaffId& staff, const Post& post, base::Moment now);
base::Result<> write_contract(store::Transaction& transaction, const StaffAccess& access,
                              const base::StaffId& staff, const Contract& contract,
                              base::Moment now);
base::Result<std::vector<Attendance>> list_attendances(const store::View& view,
                                                       const StaffAccess& access,
                                                       const base::StaffId& staff);
base::Result<> insert_attendance(store::Transaction& transaction, const StaffAccess& access,
                                 const base::StaffId& staff, const Attendance& attendance,
                                 base::Moment now);
base::Result<std::vector<WelfareBenefit>> list_welfare(const store::View& view,
                                                       const StaffAccess& access,
                                                       const base::StaffId& staff);
base::Result<> insert_welfare(store::Transaction& transaction, const StaffAccess& access,
                              const base::StaffId& staff, const WelfareBenefit& benefit,
                              base::Moment now);

}  // namespace kenpo::staff
