#include "staff/approval_act.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/require.h"
#include "base/utf8.h"
#include "law/book.h"
#include "staff/approval_rule.h"
#include "staff/approval_store.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Role;
using notice::RoleMask;

constexpr std::int64_t milliseconds_of_hour = 3'600'000;

base::Fault decision_fault(base::Words why, base::Words mend) {
  return {.what = {"この決裁はできません。", "This decision is refused."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

base::Fault not_for_role() {
  return decision_fault({"あなたの役割では、この種類の提案や決裁はできません。",
                         "None of your roles proposes or decides this kind."},
                        {"権限のある人に頼んでください。", "Ask somebody who has the right."});
}

base::Fault no_such_approval() {
  return decision_fault({"この番号の提案はありません。", "There is no such proposal."},
                        {"提案の一覧から開いてください。", "Open it from the list."});
}

/// A decision is a person's, never the program's.
Result<base::StaffId> person_of(const Acting& acting) {
  if (const auto* staff = std::get_if<base::StaffId>(&acting.actor)) return *staff;
  return decision_fault({"二人による決裁は、人だけができます。", "Only people decide together."},
                        {"画面から提案してください。", "Propose it at the desk."});
}

Acting in_case(const Acting& acting, const base::CaseId& id) { return {acting.actor, id}; }

Result<> check_not_open_already(const store::View& view, const ApprovalBasis& basis,
                                const Approval& proposed) {
  for (const auto& each : KENPO_TRY(list_approvals(view, basis))) {
    const bool same = each.kind == proposed.kind && each.text_sha256 == proposed.text_sha256;
    if (same && state_of(each, proposed.proposed_at) == ApprovalState::open) {
      return decision_fault(
          {"同じ提案が、決裁を待っています。", "The same proposal is open already."},
          {"提案の一覧を見てください。", "See the list of proposals."});
    }
  }
  return base::Done{};
}

/// The proposal, in a view that is closed again: what is carried out opens its own.
Result<std::optional<Approval>> find_here(store::Database& database,
                                          const Permit<carry_out_operation>& permit,
                                          const base::CaseId& id) {
  const auto view = KENPO_TRY(database.read());
  return find_approval(view, ApprovalBasis(permit), id);
}

}  // namespace

RoleMask roles_now(const notice::Gate& gate, const base::StaffId& staff) {
  const auto policy = gate.policy();
  const auto* handler = policy->find(staff);
  if (handler == nullptr || handler->locked) return 0;
  const auto today = gate.clock().now().day();
  RoleMask roles = 0;
  for (const auto& assignment : handler->assignments) {
    if (assignment.holds_on(today)) roles |= mask_of(assignment.role);
  }
  return roles;
}

void Approvals::add(ApprovalKind kind) {
  KENPO_REQUIRE(find_kind(kind.name) == nullptr);
  kinds_.push_back(std::move(kind));
}

const ApprovalKind* Approvals::find_kind(std::string_view name) const {
  const auto at = std::ranges::find(kinds_, name, &ApprovalKind::name);
  return at == kinds_.end() ? nullptr : &*at;
}

Result<base::CaseId> Approvals::propose(const Acting& acting, const Proposal& proposal) {
  const auto who = KENPO_TRY(person_of(acting));
  const auto* kind = find_kind(proposal.kind);
  KENPO_REQUIRE(kind != nullptr);
  const auto now = gate_.clock().now();
  const auto hours = KENPO_TRY(law::Book::carried().count(kind->expires, now.day())).value;
  auto text = canonical_text(proposal.change);
  const Approval proposed{.id = base::CaseId::draw(),
                          .kind = std::string(kind->name),
                          .reason = proposal.reason,
                          .text = text,
                          .text_sha256 = base::sha256_hex(text),
                          .proposer = who,
                          .proposed_at = now,
                          .expires_at = now.plus_milliseconds(hours * milliseconds_of_hour),
                          .steps = {}};
  return gate_.perform<propose_operation>(
      in_case(acting, proposed.id),
      [&](const Permit<propose_operation>& permit) -> Result<base::CaseId> {
        if ((roles_now(gate_, who) & kind->proposers) == 0) return not_for_role();
        KENPO_TRY(check_proposal(proposal.change, proposal.reason));
        if (kind->check) KENPO_TRY(kind->check(proposal.change, acting));
        auto transaction = KENPO_TRY(database_.write());
        KENPO_TRY(check_not_open_already(transaction, ApprovalBasis(permit), proposed));
        KENPO_TRY(insert_proposal(transaction, ApprovalBasis(permit), proposed));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return proposed.id;
      });
}

bool Approvals::may_see(const Approval& approval, const base::StaffId& who) const {
  const auto roles = roles_now(gate_, who);
  constexpr auto sees_all =
      static_cast<RoleMask>(mask_of(Role::responsible_person) | mask_of(Role::auditor));
  if (approval.proposer == who || (roles & sees_all) != 0) return true;
  const auto* kind = find_kind(approval.kind);
  return kind != nullptr && (roles & (kind->proposers | kind->approvers)) != 0;
}

Result<std::vector<Approval>> Approvals::list(const Acting& acting) {
  const auto who = KENPO_TRY(person_of(acting));
  return gate_.perform<list_approvals_operation>(
      acting, [&](const Permit<list_approvals_operation>& permit) -> Result<std::vector<Approval>> {
        const auto view = KENPO_TRY(database_.read());
        auto all = KENPO_TRY(list_approvals(view, ApprovalBasis(permit)));
        std::erase_if(all, [&](const Approval& each) { return !may_see(each, who); });
        return all;
      });
}

Result<Approval> Approvals::show(const Acting& acting, const base::CaseId& id) {
  const auto who = KENPO_TRY(person_of(acting));
  return gate_.perform<show_approval_operation>(
      in_case(acting, id), [&](const Permit<show_approval_operation>& permit) -> Result<Approval> {
        const auto view = KENPO_TRY(database_.read());
        auto found = KENPO_TRY(find_approval(view, ApprovalBasis(permit), id));
        if (!found) return no_such_approval();
        if (!may_see(*found, who)) return not_for_role();
        return *found;
      });
}

Result<> Approvals::may_approve(const Approval& approval, const base::StaffId& who) const {
  const auto* kind = find_kind(approval.kind);
  if (kind == nullptr || (roles_now(gate_, who) & kind->approvers) == 0) return not_for_role();
  return may_decide(approval, who, gate_.clock().now());
}

Result<> Approvals::decide(const Execution& execution, const ApprovalKind& kind,
                           const Permit<approve_operation>& permit) {
  const auto& approval = execution.approval;
  const auto who = KENPO_TRY(person_of(execution.acting));
  KENPO_TRY(may_approve(approval, who));
  if ((roles_now(gate_, approval.proposer) & kind.proposers) == 0) {
    return decision_fault(
        {"提案した人が、もうその役割ではありません。", "The proposer no longer has the role."},
        {"権限のある人に、もう一度提案してもらってください。", "Have it proposed anew."});
  }
  const auto now = gate_.clock().now();
  const ApprovalBasis basis(permit);
  KENPO_TRY(insert_step(execution.transaction, basis, approval,
                        {ApprovalStepKind::approved, who, now, {}}));
  if (kind.within) KENPO_TRY(kind.within(execution));
  if (kind.after) return base::Done{};
  return insert_step(execution.transaction, basis, approval,
                     {ApprovalStepKind::carried_out, who, now, {}});
}

Result<> Approvals::approve(const Acting& acting, const base::CaseId& id) {
  const auto here = in_case(acting, id);
  const auto work = [&](const Permit<approve_operation>& permit) -> Result<const ApprovalKind*> {
    auto transaction = KENPO_TRY(database_.write());
    const auto approval = KENPO_TRY(find_approval(transaction, ApprovalBasis(permit), id));
    if (!approval) return no_such_approval();
    const auto* kind = find_kind(approval->kind);
    if (kind == nullptr) return not_for_role();
    const auto change = KENPO_TRY(sound_change(*approval));
    KENPO_TRY(decide({gate_, transaction, here, *approval, change}, *kind, permit));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return kind;
  };
  const auto* kind = KENPO_TRY(gate_.perform<approve_operation>(here, work));
  if (!kind->after) return base::Done{};
  return carry_out(acting, id);
}

Result<> Approvals::carry_out(const Acting& acting, const base::CaseId& id) {
  const auto who = KENPO_TRY(person_of(acting));
  const auto here = in_case(acting, id);
  return gate_.perform<carry_out_operation>(
      here, [&](const Permit<carry_out_operation>& permit) -> Result<> {
        const auto found = KENPO_TRY(find_here(database_, permit, id));
        if (!found) return no_such_approval();
        const auto now = gate_.clock().now();
        KENPO_TRY(may_carry_out(*found, now));
        const auto* kind = find_kind(found->kind);
        const bool for_role = kind != nullptr && (roles_now(gate_, who) & kind->approvers) != 0;
        if (!for_role || found->proposer == who) return not_for_role();
        const auto change = KENPO_TRY(sound_change(*found));
        // No transaction is open here: what runs now writes in its own.
        if (kind->after) KENPO_TRY(kind->after(*found, change, here));
        auto transaction = KENPO_TRY(database_.write());
        KENPO_TRY(insert_step(transaction, ApprovalBasis(permit), *found,
                              {ApprovalStepKind::carried_out, who, now, {}}));
        return transaction.commit(permit.recorder());
      });
}

Result<> Approvals::refuse(const Acting& acting, const base::CaseId& id, std::string reason) {
  const auto who = KENPO_TRY(person_of(acting));
  return gate_.perform<refuse_operation>(
      in_case(acting, id), [&](const Permit<refuse_operation>& permit) -> Result<> {
        const auto length = base::count_code_points(reason);
        if (length == 0 || length > reason_characters_limit) {
          return decision_fault(
              {"断る理由は1文字から500文字までです。", "A reason has 1 to 500 characters."},
              {"理由を書いてください。", "Write the reason."});
        }
        auto transaction = KENPO_TRY(database_.write());
        const auto approval = KENPO_TRY(find_approval(transaction, ApprovalBasis(permit), id));
        if (!approval) return no_such_approval();
        KENPO_TRY(may_approve(*approval, who));
        KENPO_TRY(
            insert_step(transaction, ApprovalBasis(permit), *approval,
                        {ApprovalStepKind::refused, who, gate_.clock().now(), std::move(reason)}));
        return transaction.commit(permit.recorder());
      });
}

Result<> Approvals::withdraw(const Acting& acting, const base::CaseId& id) {
  const auto who = KENPO_TRY(person_of(acting));
  return gate_.perform<withdraw_operation>(
      in_case(acting, id), [&](const Permit<withdraw_operation>& permit) -> Result<> {
        auto transaction = KENPO_TRY(database_.write());
        const auto approval = KENPO_TRY(find_approval(transaction, ApprovalBasis(permit), id));
        if (!approval) return no_such_approval();
        const auto now = gate_.clock().now();
        KENPO_TRY(may_withdraw(*approval, who, now));
        KENPO_TRY(insert_step(transaction, ApprovalBasis(permit), *approval,
                              {ApprovalStepKind::withdrawn, who, now, {}}));
        return transaction.commit(permit.recorder());
      });
}

}  // namespace kenpo::staff
