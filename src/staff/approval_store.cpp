#include "staff/approval_store.h"

#include "store/seal.h"

namespace kenpo::staff {

namespace {

using base::Result;
using store::Clause;

constexpr Clause of_case("case_id = $1");
constexpr Clause steps_of_case("case_id = $1", "ORDER BY happened_at, row_id");
constexpr Clause newest_first("proposed_at >= $1", "ORDER BY proposed_at DESC LIMIT 200");

Approval approval_from(const store::Record<approval_proposal_table>& record) {
  return {.id = record.get<base::CaseId>("case_id"),
          .kind = record.get<std::string>("kind"),
          .reason = record.get<std::string>("reason"),
          .text = record.get<std::string>("text"),
          .text_sha256 = record.get<std::string>("text_sha256"),
          .proposer = record.subject(),
          .proposed_at = record.get<base::Moment>("proposed_at"),
          .expires_at = record.get<base::Moment>("expires_at"),
          .steps = {}};
}

Result<> add_steps(const store::View& view, const ApprovalBasis& basis, Approval& approval) {
  approval.steps = KENPO_TRY(store::list<approval_step_table>(
      view, basis, steps_of_case, {approval.id},
      [](const store::Record<approval_step_table>& record) {
        return ApprovalStep{.kind = record.get<ApprovalStepKind>("step"),
                            .by = record.get<base::StaffId>("decided_by"),
                            .at = record.get<base::Moment>("happened_at"),
                            .reason = record.get<std::string>("reason")};
      }));
  return base::Done{};
}

}  // namespace

Result<> insert_proposal(store::Transaction& transaction, const ApprovalBasis& basis,
                         const Approval& approval) {
  store::Draft<approval_proposal_table> draft(approval.proposer);
  draft.set("case_id", approval.id)
      .set("kind", approval.kind)
      .set("text_sha256", approval.text_sha256)
      .set("proposed_at", approval.proposed_at)
      .set("expires_at", approval.expires_at)
      .set("reason", approval.reason)
      .set("text", approval.text);
  KENPO_TRY(store::insert<approval_proposal_table>(transaction, basis, draft));
  return base::Done{};
}

Result<> insert_step(store::Transaction& transaction, const ApprovalBasis& basis,
                     const Approval& approval, const ApprovalStep& step) {
  store::Draft<approval_step_table> draft(approval.proposer);
  draft.set("case_id", approval.id)
      .set("step", step.kind)
      .set("decided_by", step.by)
      .set("happened_at", step.at)
      .set("reason", step.reason);
  KENPO_TRY(store::insert<approval_step_table>(transaction, basis, draft));
  return base::Done{};
}

Result<std::optional<Approval>> find_approval(const store::View& view, const ApprovalBasis& basis,
                                              const base::CaseId& id) {
  auto found =
      KENPO_TRY(store::find<approval_proposal_table>(view, basis, of_case, {id}, approval_from));
  if (found) KENPO_TRY(add_steps(view, basis, *found));
  return found;
}

Result<std::vector<Approval>> list_approvals(const store::View& view, const ApprovalBasis& basis) {
  auto all = KENPO_TRY(store::list<approval_proposal_table>(view, basis, newest_first,
                                                            {base::Moment{}}, approval_from));
  for (auto& approval : all) KENPO_TRY(add_steps(view, basis, approval));
  return all;
}

}  // namespace kenpo::staff
