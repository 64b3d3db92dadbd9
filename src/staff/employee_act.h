// Employing people: joining, posts, contracts, leaving (pair 41), trainings attended (pair 42),
// benefits given (pair 43). Each purpose opens its own ledger.
#pragma once

#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "staff/approval_act.h"
#include "staff/employee.h"
#include "staff/employee_rule.h"
#include "staff/standing_rule.h"
#include "store/database.h"

namespace kenpo::staff {

inline constexpr notice::Pair employment_pair{notice::Category::society_staff,
                                              notice::Purpose::employment_administration};
inline constexpr notice::Pair staff_training_pair{notice::Category::society_staff,
                                                  notice::Purpose::training};
inline constexpr notice::Pair welfare_pair{notice::Category::society_staff,
                                           notice::Purpose::employee_welfare};

inline constexpr notice::Operation list_employees_operation{
    .name = "employee.list", .japanese = "従業員の一覧", .pairs = {employment_pair}};
inline constexpr notice::Operation show_employee_operation{
    .name = "employee.show", .japanese = "従業員の表示", .pairs = {employment_pair}};
/// Address and telephone numbers, which the page hides until somebody asks: an act of its own with
/// a leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation reveal_employee_operation{
    .name = "employee.reveal", .japanese = "従業員の連絡先の表示", .pairs = {employment_pair}};
inline constexpr notice::Operation hire_operation{.name = "employee.hire",
                                                  .japanese = "従業員の採用",
                                                  .verb = notice::Verb::write,
                                                  .pairs = {employment_pair}};
inline constexpr notice::Operation change_details_operation{.name = "employee.change",
                                                            .japanese = "従業員の連絡先の変更",
                                                            .verb = notice::Verb::write,
                                                            .pairs = {employment_pair}};
inline constexpr notice::Operation enter_post_operation{.name = "employee.post",
                                                        .japanese = "従業員の異動",
                                                        .verb = notice::Verb::write,
                                                        .pairs = {employment_pair}};
inline constexpr notice::Operation enter_contract_operation{.name = "employee.contract",
                                                            .japanese = "雇用契約の登録",
                                                            .verb = notice::Verb::write,
                                                            .pairs = {employment_pair}};
inline constexpr notice::Operation leave_operation{.name = "employee.leave",
                                                   .japanese = "従業員の退職",
                                                   .verb = notice::Verb::write,
                                                   .pairs = {employment_pair}};
inline constexpr notice::Operation show_attendances_operation{
    .name = "employee_training.show",
    .japanese = "従業員の研修の記録の表示",
    .pairs = {staff_training_pair}};
inline constexpr notice::Operation enter_attendance_operation{.name = "employee_training.enter",
                                                              .japanese = "従業員の研修の記録",
                                                              .verb = notice::Verb::write,
                                                              .pairs = {staff_training_pair}};
inline constexpr notice::Operation show_welfare_operation{
    .name = "welfare.show", .japanese = "福利厚生の記録の表示", .pairs = {welfare_pair}};
inline constexpr notice::Operation enter_welfare_operation{.name = "welfare.enter",
                                                           .japanese = "福利厚生の給付の記録",
                                                           .verb = notice::Verb::write,
                                                           .pairs = {welfare_pair}};

base::Result<std::vector<Employee>> show_employees(const PeopleOffice& office,
                                                   const notice::Acting& acting);
base::Result<EmployeeFile> show_employee(const PeopleOffice& office, const notice::Acting& acting,
                                         const base::StaffId& staff);
/// The same for whoever asked for address and telephone.
base::Result<EmployeeFile> reveal_employee(const PeopleOffice& office,
                                           const notice::Acting& acting,
                                           const base::StaffId& staff);

/// Enters a new employee with the first post and contract. `staff` is the id of an entry of the
/// list of handlers when the person has one; refused when it is an employee already.
base::Result<> hire(const PeopleOffice& office, const notice::Acting& acting,
                    const EmployeeFile& file);
base::Result<> change_details(const PeopleOffice& office, const notice::Acting& acting,
                              const base::StaffId& staff, const EmployeeDetails& details);
base::Result<> enter_post(const PeopleOffice& office, const notice::Acting& acting,
                          const base::StaffId& staff, const Post& post);
base::Result<> enter_contract(const PeopleOffice& office, const notice::Acting& acting,
                              const base::StaffId& staff, const Contract& contract);
/// Ends the employment and with it every right: at once, or when the last day is over. Refused when
/// the society would be without a responsible person; then nothing is changed.
base::Result<> leave(const PeopleOffice& office, const notice::Acting& acting,
                     const base::StaffId& staff, base::Date last_day, LeavesAt at);

base::Result<std::vector<Attendance>> show_attendances(const PeopleOffice& office,
                                                       const notice::Acting& acting,
                                                       const base::StaffId& staff);
base::Result<> enter_attendance(const PeopleOffice& office, const notice::Acting& acting,
                                const base::StaffId& staff, const Attendance& attendance);
base::Result<std::vector<WelfareBenefit>> show_welfare(const PeopleOffice& office,
                                                       const notice::Acting& acting,
                                                       const base::StaffId& staff);
base::Result<> enter_welfare(const PeopleOffice& office, const notice::Acting& acting,
                             const base::StaffId& staff, const WelfareBenefit& benefit);

}  // namespace kenpo::staff
