// What may be entered about an employee. Pure.
#pragma once

#include "base/result.h"
#include "staff/employee.h"

namespace kenpo::staff {

inline constexpr std::int64_t welfare_amount_limit_yen = 10'000'000;  // more is a slip of the pen
inline constexpr int attendance_hours_limit = 200;

/// Refuses names that are empty or too long, a birth that is not before the first day of work, and
/// contact data that is too long.
base::Result<> check_employee(const Employee& employee);
/// Refuses a post before the first day of work or after the last, one without a title, and one that
/// does not begin after the present one.
base::Result<> check_post(const EmployeeFile& file, const Post& post);
/// The same for a contract; one for a term has an end.
base::Result<> check_contract(const EmployeeFile& file, const Contract& contract);
/// Refuses a last day before the first, and a second leaving.
base::Result<> check_leaving(const EmployeeFile& file, base::Date last_day);
base::Result<> check_attendance(const Attendance& attendance);
base::Result<> check_welfare(const WelfareBenefit& benefit);

}  // namespace kenpo::staff
