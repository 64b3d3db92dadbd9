#include "staff/log_key_act.h"

namespace kenpo::staff {

using notice::Role;
using notice::RoleMask;

ApprovalKind log_key_kind(notice::AuditLog& log) {
  constexpr auto decides =
      static_cast<RoleMask>(mask_of(Role::responsible_person) | mask_of(Role::executive_director));
  return {.name = log_key_kind_name,
          .japanese = "監査記録の署名鍵の交換",
          .proposers = static_cast<RoleMask>(decides | mask_of(Role::system_operator)),
          .approvers = decides,
          .within = {},
          .after = [&log](const Approval&, const Change&, const notice::Acting&) -> base::Result<> {
            KENPO_TRY(log.rotate());
            return base::Done{};
          },
          .label = [](std::string_view) { return std::string("署名鍵"); }};
}

base::Result<base::CaseId> propose_log_key(const PeopleOffice& office, const notice::Acting& acting,
                                           std::string reason) {
  return office.approvals.propose(
      acting, {.kind = log_key_kind_name,
               .reason = std::move(reason),
               .change = {"監査記録", {{"key", "いまの鍵", "新しい鍵(いまの鍵は消えます)"}}}});
}

}  // namespace kenpo::staff
