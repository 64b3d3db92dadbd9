// Proposing, deciding, carrying out. Kinds of proposals are added at the start by the folders whose
// acts need two people: role grants, break-glass, erasure, release of exports, checkpoint keys.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "staff/approval.h"
#include "staff/approval_rule.h"
#include "store/database.h"

namespace kenpo::staff {

inline constexpr notice::Operation propose_operation{.name = "approval.propose",
                                                     .japanese = "二人による決裁の提案",
                                                     .verb = notice::Verb::write,
                                                     .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation list_approvals_operation{
    .name = "approval.list", .japanese = "決裁の一覧", .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation show_approval_operation{
    .name = "approval.show", .japanese = "決裁の表示", .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation approve_operation{.name = "approval.approve",
                                                     .japanese = "二人による決裁の承認",
                                                     .verb = notice::Verb::write,
                                                     .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation refuse_operation{.name = "approval.refuse",
                                                    .japanese = "二人による決裁の却下",
                                                    .verb = notice::Verb::write,
                                                    .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation withdraw_operation{.name = "approval.withdraw",
                                                      .japanese = "二人による決裁の取下げ",
                                                      .verb = notice::Verb::write,
                                                      .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation carry_out_operation{.name = "approval.carry_out",
                                                       .japanese = "二人による決裁の実行",
                                                       .verb = notice::Verb::write,
                                                       .statute = notice::Statute::joint_decision};

/// What a kind is handed when the second person has agreed. `acting` is the second person, in the
/// case of the proposal; rows go into `transaction`, which commits together with the approval.
struct Execution {
  notice::Gate& gate;
  store::Transaction& transaction;
  const notice::Acting& acting;
  const Approval& approval;
  const Change& change;
};

/// One kind of proposal.
struct ApprovalKind {
  std::string_view name;      // `role_grant`, unique: it stands in the store
  std::string_view japanese;  // 「役割の付与」
  notice::RoleMask proposers = 0;
  notice::RoleMask approvers = 0;
  /// The row of the law book that says after how many hours an undecided proposal expires.
  std::string_view expires = "staff.approval.expires";
  /// May refuse a proposal before it is kept, for what only the kind knows. May be empty.
  std::function<base::Result<>(const Change&, const notice::Acting&)> check = {};
  /// Writes exactly what was proposed into the approval's own transaction, or refuses when the
  /// facts are no longer those of `before`. May be empty.
  std::function<base::Result<>(const Execution&)> within = {};
  /// What cannot be undone or is not in the database (keys, files, sessions): runs after the
  /// approval is durable, and again when it failed. Must be idempotent. May be empty.
  std::function<base::Result<>(const Approval&, const Change&, const notice::Acting&)> after = {};
  /// 「役割」 for `role`; a field without a label shows its identifier. May be empty.
  std::function<std::string(std::string_view field)> label = {};
  /// A value as people read it: a name for an id. May be empty.
  std::function<std::string(std::string_view field, std::string_view value)> words = {};
  /// Where the second person reads what the lines only name: a page of the desk. May be empty.
  std::function<std::string(const Change&)> address = {};
};

/// What a folder hands in.
struct Proposal {
  std::string_view kind;
  std::string reason;
  Change change;
};

class Approvals {
 public:
  /// Both outlive it.
  Approvals(notice::Gate& gate, store::Database& database) : gate_(gate), database_(database) {}

  /// At the start, before the first request. Two kinds of one name are a broken promise.
  void add(ApprovalKind kind);
  const ApprovalKind* find_kind(std::string_view name) const;

  /// Keeps the proposal and hands back its case. Refused: a role that may not propose this kind,
  /// what check_proposal refuses, and the same text proposed again while it is open.
  base::Result<base::CaseId> propose(const notice::Acting& acting, const Proposal& proposal);

  /// What the visitor may see: own proposals, those of kinds that a role of theirs proposes or
  /// approves; everything for the responsible person and the auditor.
  base::Result<std::vector<Approval>> list(const notice::Acting& acting);
  base::Result<Approval> show(const notice::Acting& acting, const base::CaseId& id);

  /// Whether this person could approve it now: for the page.
  base::Result<> may_approve(const Approval& approval, const base::StaffId& who) const;

  /// Approves and carries out. Refused: the proposer, a role that may not approve this kind, a
  /// proposal that is not open, a text whose hash is not the proposed one, a proposer who has lost
  /// the right to propose, and whatever the kind refuses; then nothing is changed.
  base::Result<> approve(const notice::Acting& acting, const base::CaseId& id);
  base::Result<> refuse(const notice::Acting& acting, const base::CaseId& id, std::string reason);
  base::Result<> withdraw(const notice::Acting& acting, const base::CaseId& id);
  /// Tries `after` again where it failed.
  base::Result<> carry_out(const notice::Acting& acting, const base::CaseId& id);

 private:
  base::Result<> decide(const Execution& execution, const ApprovalKind& kind,
                        const notice::Permit<approve_operation>& permit);
  bool may_see(const Approval& approval, const base::StaffId& who) const;

  notice::Gate& gate_;
  store::Database& database_;
  std::vector<ApprovalKind> kinds_;
};

/// What the acts on people and their rights are handed. `policy_changed` makes the gate's policy
/// anew from what is kept now.
struct PeopleOffice {
  notice::Gate& gate;
  store::Database& database;
  Approvals& approvals;
  std::function<base::Result<>()> policy_changed;
};

/// The roles that the staff member holds now, by the policy in force.
notice::RoleMask roles_now(const notice::Gate& gate, const base::StaffId& staff);

}  // namespace kenpo::staff
