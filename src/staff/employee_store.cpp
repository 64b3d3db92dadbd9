#include "staff/employee_store.h"

#include "store/seal.h"

namespace kenpo::staff {

namespace {

using base::Result;
using store::Times;

std::optional<base::Date> end_or_open(base::Date valid_to) {
  return valid_to == store::no_end ? std::nullopt : std::optional(valid_to);
}

Times times_of(base::Date from, const std::optional<base::Date>& to, base::Moment now) {
  return {.valid_from = from, .valid_to = to.value_or(store::no_end), .decided_at = now};
}

Employee employee_from(const store::Record<employee_table>& record) {
  return {.staff = record.subject(),
          .details = {.name = record.get<std::string>("name"),
                      .name_kana = record.get<std::string>("name_kana"),
                      .born_on = record.get<base::Date>("born_on"),
                      .address = record.get<std::string>("address"),
                      .telephone = record.get<std::string>("telephone"),
                      .emergency_name = record.get<std::string>("emergency_name"),
                      .emergency_relation = record.get<std::string>("emergency_relation"),
                      .emergency_telephone = record.get<std::string>("emergency_telephone")},
          .joined_on = record.times().valid_from,
          .left_on = end_or_open(record.times().valid_to)};
}

Post post_from(const store::Record<employee_post_table>& record) {
  return {record.get<std::string>("title"), record.times().valid_from,
          end_or_open(record.times().valid_to)};
}

Contract contract_from(const store::Record<employee_contract_table>& record) {
  return {record.get<ContractKind>("kind"), record.times().valid_from,
          end_or_open(record.times().valid_to)};
}

Result<> insert_post(store::Transaction& transaction, const StaffAccess& access,
                     const base::StaffId& staff, const Post& post, base::Moment now) {
  store::Draft<employee_post_table> draft(staff, times_of(post.from, post.to, now));
  draft.set("title", post.title);
  KENPO_TRY(store::insert<employee_post_table>(transaction, access, draft));
  return base::Done{};
}

Result<> insert_contract(store::Transaction& transaction, const StaffAccess& access,
                         const base::StaffId& staff, const Contract& contract, base::Moment now) {
  store::Draft<employee_contract_table> draft(staff, times_of(contract.from, contract.to, now));
  draft.set("kind", contract.kind);
  KENPO_TRY(store::insert<employee_contract_table>(transaction, access, draft));
  return base::Done{};
}

/// A standing row with its value.
template <typename Value>
struct Standing {
  store::RowId row;
  Value value;
};

/// What stands and reaches the day or later is ended on the day before: withdrawn and decided anew.
template <const store::Table& table, typename Read, typename Insert>
Result<> end_before(store::Transaction& transaction, const StaffAccess& access,
                    const base::StaffId& staff, base::Date from, base::Moment now, Read read,
                    Insert insert) {
  using Value = std::invoke_result_t<Read&, const store::Record<table>&>;
  const auto rows = KENPO_TRY(store::list<table>(
      transaction, access, {"subject_id = $1 and withdrawn_at = $2 and valid_to >= $3"},
      {staff, store::not_withdrawn, from}, [&](const store::Record<table>& record) {
        return Standing<Value>{record.row(), read(record)};
      }));
  for (const auto& [row, value] : rows) {
    KENPO_TRY(store::withdraw<table>(transaction, access, row, now));
    auto shorter = value;
    shorter.to = from.plus_days(-1);
    KENPO_TRY(insert(transaction, access, staff, shorter, now));
  }
  return base::Done{};
}

}  // namespace

Result<std::vector<Employee>> list_employees(const store::View& view, const StaffAccess& access) {
  return store::list<employee_table>(view, access,
                                     {"withdrawn_at = $1", "ORDER BY valid_from, row_id"},
                                     {store::not_withdrawn}, employee_from);
}

Result<std::optional<EmployeeFile>> find_employee(const store::View& view,
                                                  const StaffAccess& access,
                                                  const base::StaffId& staff) {
  constexpr store::Clause of_one("subject_id = $1 and withdrawn_at = $2",
                                 "ORDER BY valid_from, row_id");
  const auto employee = KENPO_TRY(store::find<employee_table>(
      view, access, of_one, {staff, store::not_withdrawn}, employee_from));
  if (!employee) return std::optional<EmployeeFile>();
  EmployeeFile file{.employee = *employee, .posts = {}, .contracts = {}};
  file.posts = KENPO_TRY(store::list<employee_post_table>(
      view, access, of_one, {staff, store::not_withdrawn}, post_from));
  file.contracts = KENPO_TRY(store::list<employee_contract_table>(
      view, access, of_one, {staff, store::not_withdrawn}, contract_from));
  return std::optional(std::move(file));
}

Result<> write_employee(store::Transaction& transaction, const StaffAccess& access,
                        const Employee& employee, base::Moment now) {
  const auto rows = KENPO_TRY(store::list<employee_table>(
      transaction, access, {"subject_id = $1 and withdrawn_at = $2"},
      {employee.staff, store::not_withdrawn},
      [](const store::Record<employee_table>& record) { return record.row(); }));
  for (const auto row : rows) {
    KENPO_TRY(store::withdraw<employee_table>(transaction, access, row, now));
  }
  const auto& details = employee.details;
  store::Draft<employee_table> draft(employee.staff,
                                     times_of(employee.joined_on, employee.left_on, now));
  draft.set("name", details.name)
      .set("name_kana", details.name_kana)
      .set("born_on", details.born_on)
      .set("address", details.address)
      .set("telephone", details.telephone)
      .set("emergency_name", details.emergency_name)
      .set("emergency_relation", details.emergency_relation)
      .set("emergency_telephone", details.emergency_telephone);
  KENPO_TRY(store::insert<employee_table>(transaction, access, draft));
  return base::Done{};
}

Result<> write_post(store::Transaction& transaction, const StaffAccess& access,
                    const base::StaffId& staff, const Post& post, base::Moment now) {
  KENPO_TRY(end_before<employee_post_table>(transaction, access, staff, post.from, now, post_from,
                                            insert_post));
  return insert_post(transaction, access, staff, post, now);
}

Result<> write_contract(store::Transaction& transaction, const StaffAccess& access,
                        const base::StaffId& staff, const Contract& contract, base::Moment now) {
  KENPO_TRY(end_before<employee_contract_table>(transaction, access, staff, contract.from, now,
                                                contract_from, insert_contract));
  return insert_contract(transaction, access, staff, contract, now);
}

Result<std::vector<Attendance>> list_attendances(const store::View& view, const StaffAccess& access,
                                                 const base::StaffId& staff) {
  return store::list<employee_attendance_table>(
      view, access,
      {"subject_id = $1 and withdrawn_at = $2", "ORDER BY valid_from DESC, row_id DESC"},
      {staff, store::not_withdrawn}, [](const store::Record<employee_attendance_table>& record) {
        return Attendance{record.get<std::string>("title"), record.get<std::string>("provider"),
                          record.times().valid_from, record.get<int>("hours")};
      });
}

Result<> insert_attendance(store::Transaction& transaction, const StaffAccess& access,
                           const base::StaffId& staff, const Attendance& attendance,
                           base::Moment now) {
  store::Draft<employee_attendance_table> draft(staff, times_of(attendance.on, attendance.on, now));
  draft.set("hours", attendance.hours)
      .set("title", attendance.title)
      .set("provider", attendance.provider);
  KENPO_TRY(store::insert<employee_attendance_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<WelfareBenefit>> list_welfare(const store::View& view, const StaffAccess& access,
                                                 const base::StaffId& staff) {
  return store::list<employee_welfare_table>(
      view, access,
      {"subject_id = $1 and withdrawn_at = $2", "ORDER BY valid_from DESC, row_id DESC"},
      {staff, store::not_withdrawn}, [](const store::Record<employee_welfare_table>& record) {
        return WelfareBenefit{record.get<WelfareKind>("kind"), record.times().valid_from,
                              record.get<base::Yen>("amount"), record.get<std::string>("words")};
      });
}

Result<> insert_welfare(store::Transaction& transaction, const StaffAccess& access,
                        const base::StaffId& staff, const WelfareBenefit& benefit,
                        base::Moment now) {
  store::Draft<employee_welfare_table> draft(staff, times_of(benefit.on, benefit.on, now));
  draft.set("kind", benefit.kind).set("amount", benefit.amount).set("words", benefit.words);
  KENPO_TRY(store::insert<employee_welfare_table>(transaction, access, draft));
  return base::Done{};
}

}  // namespace kenpo::staff
