#include "staff/employee_act.h"

#include <algorithm>

#include "staff/employee_rule.h"
#include "staff/employee_store.h"
#include "staff/handler_act.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

base::Fault no_such_employee() {
  return {.what = {"この従業員はいません。", "There is no such employee."},
          .why = {},
          .mend = {"従業員の一覧から開いてください。", "Open the person from the list."},
          .place = {}};
}

Result<EmployeeFile> file_of(const store::View& view, const StaffAccess& access,
                             const base::StaffId& staff) {
  auto found = KENPO_TRY(find_employee(view, access, staff));
  if (!found) return no_such_employee();
  return *std::move(found);
}

/// Reads the file, lets the change be checked and written, commits.
template <const notice::Operation& operation, Purpose purpose, typename Change>
Result<> change_file(const PeopleOffice& office, const Acting& acting, const base::StaffId& staff,
                     Change change) {
  return office.gate.perform<operation>(acting, [&](const Permit<operation>& permit) -> Result<> {
    const StaffAccess access(permit.template grant<purpose>());
    auto transaction = KENPO_TRY(office.database.write());
    const auto file = KENPO_TRY(file_of(transaction, access, staff));
    KENPO_TRY(change(transaction, access, file, office.gate.clock().now()));
    return transaction.commit(permit.recorder());
  });
}

constexpr auto employment = Purpose::employment_administration;

}  // namespace

Result<std::vector<Employee>> show_employees(const PeopleOffice& office, const Acting& acting) {
  return office.gate.perform<list_employees_operation>(
      acting, [&](const Permit<list_employees_operation>& permit) -> Result<std::vector<Employee>> {
        const auto view = KENPO_TRY(office.database.read());
        return list_employees(view, permit.grant<employment>());
      });
}

Result<EmployeeFile> show_employee(const PeopleOffice& office, const Acting& acting,
                                   const base::StaffId& staff) {
  return office.gate.perform<show_employee_operation>(
      acting, [&](const Permit<show_employee_operation>& permit) -> Result<EmployeeFile> {
        const auto view = KENPO_TRY(office.database.read());
        return file_of(view, permit.grant<employment>(), staff);
      });
}

Result<EmployeeFile> reveal_employee(const PeopleOffice& office, const Acting& acting,
                                     const base::StaffId& staff) {
  return office.gate.perform<reveal_employee_operation>(
      acting, [&](const Permit<reveal_employee_operation>& permit) -> Result<EmployeeFile> {
        const auto view = KENPO_TRY(office.database.read());
        return file_of(view, permit.grant<employment>(), staff);
      });
}

Result<> hire(const PeopleOffice& office, const Acting& acting, const EmployeeFile& file) {
  return office.gate.perform<hire_operation>(
      acting, [&](const Permit<hire_operation>& permit) -> Result<> {
        const StaffAccess access(permit.grant<employment>());
        const auto& employee = file.employee;
        const EmployeeFile empty{.employee = employee, .posts = {}, .contracts = {}};
        KENPO_TRY(check_employee(employee));
        for (const auto& post : file.posts) KENPO_TRY(check_post(empty, post));
        for (const auto& contract : file.contracts) KENPO_TRY(check_contract(empty, contract));
        auto transaction = KENPO_TRY(office.database.write());
        if (KENPO_TRY(find_employee(transaction, access, employee.staff))) {
          return base::Fault{.what = {"すでに登録されている従業員です。", "An employee already."},
                             .why = {},
                             .mend = {"従業員の一覧から開いてください。", "Open it from the list."},
                             .place = {}};
        }
        const auto now = office.gate.clock().now();
        KENPO_TRY(write_employee(transaction, access, employee, now));
        for (const auto& post : file.posts) {
          KENPO_TRY(write_post(transaction, access, employee.staff, post, now));
        }
        for (const auto& contract : file.contracts) {
          KENPO_TRY(write_contract(transaction, access, employee.staff, contract, now));
        }
        return transaction.commit(permit.recorder());
      });
}

Result<> change_details(const PeopleOffice& office, const Acting& acting,
                        const base::StaffId& staff, const EmployeeDetails& details) {
  return change_file<change_details_operation, employment>(
      office, acting, staff,
      [&](store::Transaction& transaction, const StaffAccess& access, const EmployeeFile& file,
          base::Moment now) -> Result<> {
        auto employee = file.employee;
        employee.details = details;
        KENPO_TRY(check_employee(employee));
        return write_employee(transaction, access, employee, now);
      });
}

Result<> enter_post(const PeopleOffice& office, const Acting& acting, const base::StaffId& staff,
                    const Post& post) {
  return change_file<enter_post_operation, employment>(
      office, acting, staff,
      [&](store::Transaction& transaction, const StaffAccess& access, const EmployeeFile& file,
          base::Moment now) -> Result<> {
        KENPO_TRY(check_post(file, post));
        return write_post(transaction, access, staff, post, now);
      });
}

Result<> enter_contract(const PeopleOffice& office, const Acting& acting,
                        const base::StaffId& staff, const Contract& contract) {
  return change_file<enter_contract_operation, employment>(
      office, acting, staff,
      [&](store::Transaction& transaction, const StaffAccess& access, const EmployeeFile& file,
          base::Moment now) -> Result<> {
        KENPO_TRY(check_contract(file, contract));
        return write_contract(transaction, access, staff, contract, now);
      });
}

Result<> leave(const PeopleOffice& office, const Acting& acting, const base::StaffId& staff,
               base::Date last_day, LeavesAt at) {
  const auto handlers = KENPO_TRY(load_handlers(office.gate, office.database));
  const bool listed = std::ranges::any_of(
      handlers, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  const auto today = office.gate.clock().now().day();
  if (listed) KENPO_TRY(with_leaving(handlers, staff, last_day, at, today));  // before anything
  const auto end = [&](store::Transaction& transaction, const StaffAccess& access,
                       const EmployeeFile& file, base::Moment now) -> Result<> {
    KENPO_TRY(check_leaving(file, last_day));
    auto employee = file.employee;
    employee.left_on = last_day;
    return write_employee(transaction, access, employee, now);
  };
  KENPO_TRY((change_file<leave_operation, employment>(office, acting, staff, end)));
  return end_handler(office, staff, last_day, at);
}

Result<std::vector<Attendance>> show_attendances(const PeopleOffice& office, const Acting& acting,
                                                 const base::StaffId& staff) {
  return office.gate.perform<show_attendances_operation>(
      acting,
      [&](const Permit<show_attendances_operation>& permit) -> Result<std::vector<Attendance>> {
        const auto view = KENPO_TRY(office.database.read());
        return list_attendances(view, permit.grant<Purpose::training>(), staff);
      });
}

Result<> enter_attendance(const PeopleOffice& office, const Acting& acting,
                          const base::StaffId& staff, const Attendance& attendance) {
  return change_file<enter_attendance_operation, Purpose::training>(
      office, acting, staff,
      [&](store::Transaction& transaction, const StaffAccess& access, const EmployeeFile&,
          base::Moment now) -> Result<> {
        KENPO_TRY(check_attendance(attendance));
        return insert_attendance(transaction, access, staff, attendance, now);
      });
}

Result<std::vector<WelfareBenefit>> show_welfare(const PeopleOffice& office, const Acting& acting,
                                                 const base::StaffId& staff) {
  return office.gate.perform<show_welfare_operation>(
      acting,
      [&](const Permit<show_welfare_operation>& permit) -> Result<std::vector<WelfareBenefit>> {
        const auto view = KENPO_TRY(office.database.read());
        return list_welfare(view, permit.grant<Purpose::employee_welfare>(), staff);
      });
}

Result<> enter_welfare(const PeopleOffice& office, const Acting& acting, const base::StaffId& staff,
                       const WelfareBenefit& benefit) {
  return change_file<enter_welfare_operation, Purpose::employee_welfare>(
      office, acting, staff,
      [&](store::Transaction& transaction, const StaffAccess& access, const EmployeeFile&,
          base::Moment now) -> Result<> {
        KENPO_TRY(check_welfare(benefit));
        return insert_welfare(transaction, access, staff, benefit, now);
      });
}

}  // namespace kenpo::staff
