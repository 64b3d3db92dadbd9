#include "staff/welfare_erasure_act.h"

#include <algorithm>
#include <charconv>

#include "staff/welfare_erasure_rule.h"
#include "staff/welfare_erasure_store.h"
#include "store/under.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Role;
using notice::RoleMask;

constexpr auto welfare = notice::Purpose::employee_welfare;

base::Fault welfare_fault(base::Words why, base::Words mend) {
  return {.what = {"福利厚生の記録を消去できません。", "Benefits are not erased."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

Result<bool> is_due(const WelfareBenefit& benefit, base::Date day) {
  return KENPO_TRY(welfare_until(benefit.kind, benefit.on, day)).value < day;
}

Result<> erase_as_proposed(const Execution& execution) {
  const auto& change = execution.change;
  const auto day = base::Date::parse(change.subject);
  const auto* approver = std::get_if<base::StaffId>(&execution.acting.actor);
  KENPO_REQUIRE(approver != nullptr);  // only people approve
  if (!day) {
    return welfare_fault({"消去の日が読めません。", "The day does not read."},
                         {"もう一度提案してください。", "Propose it anew."});
  }
  return execution.gate.perform<erase_welfare_operation>(
      Acting{notice::ProgramActor::command_line, execution.approval.id},
      [&](const Permit<erase_welfare_operation>& permit) -> Result<> {
        const auto items = KENPO_TRY(remove_welfare(
            execution.transaction, permit.grant<welfare>(),
            [&](const WelfareBenefit& benefit) { return is_due(benefit, *day); }));
        if (std::to_string(items) != change.before("items")) {
          return welfare_fault({"提案の後に、対象の件数が変わっています。",
                                "It is no longer as many as were proposed."},
                               {"もう一度提案してください。", "Propose it anew."});
        }
        return add(execution.transaction, {.due_on = *day,
                                           .items = items,
                                           .proposed_by = execution.approval.proposer,
                                           .approved_by = *approver,
                                           .approval = execution.approval.id,
                                           .at = execution.gate.clock().now()});
      });
}

}  // namespace

Result<WelfareDue> show_welfare_due(const PeopleOffice& office, const Acting& acting) {
  const auto today = office.gate.clock().now().day();
  return store::read_under<show_welfare_due_operation>(
      office, acting,
      [&](const Permit<show_welfare_due_operation>& permit,
          const store::View& view) -> Result<WelfareDue> {
        const StaffAccess access(permit.grant<welfare>());
        WelfareDue found;
        found.certificates = KENPO_TRY(list_welfare_erasures(view));
        const auto employees = KENPO_TRY(list_employees(view, access));
        for (auto& kept : KENPO_TRY(list_all_welfare(view, access))) {
          kept.kept_until =
              KENPO_TRY(welfare_until(kept.benefit.kind, kept.benefit.on, today)).value;
          if (today <= kept.kept_until) {
            ++found.kept;
            continue;
          }
          const auto at = std::ranges::find(employees, kept.staff, &Employee::staff);
          if (at != employees.end()) kept.name = at->details.name;
          found.due.push_back(std::move(kept));
        }
        return found;
      });
}

Result<base::CaseId> propose_welfare_erasure(const PeopleOffice& office, const Acting& acting,
                                             std::string reason) {
  const auto due = KENPO_TRY(show_welfare_due(office, acting)).due.size();
  if (due == 0) {
    return welfare_fault({"期限の過ぎた記録がありません。", "Nothing is due."},
                         {"期限が来てから提案してください。", "Propose it when something is."});
  }
  const auto today = office.gate.clock().now().day();
  return office.approvals.propose(
      acting, {.kind = welfare_kind_name,
               .reason = std::move(reason),
               .change = {today.iso(), {{"items", std::to_string(due), "0"}}}});
}

ApprovalKind welfare_erasure_kind() {
  return {.name = welfare_kind_name,
          .japanese = "福利厚生の記録の消去",
          .proposers = mask_of(Role::general_affairs_clerk),
          .approvers = static_cast<RoleMask>(mask_of(Role::responsible_person) |
                                             mask_of(Role::executive_director)),
          .within = erase_as_proposed,
          .label = [](std::string_view) { return std::string("期限の過ぎた記録"); },
          .words = [](std::string_view, std::string_view value) {
            return std::string(value) + "件";
          }};
}

}  // namespace kenpo::staff
