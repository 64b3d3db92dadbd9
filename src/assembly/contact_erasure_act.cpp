#include "assembly/contact_erasure_act.h"

#include <algorithm>

#include "assembly/contact_erasure_rule.h"
#include "assembly/contact_erasure_store.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using notice::Permit;
using enum notice::Purpose;

base::Fault contact_fault(base::Words what, base::Words mend) {
  return base::refusal(std::move(what), std::move(mend));
}

std::optional<ContactErasure> certificate_of(const std::vector<ContactErasure>& erasures,
                                             const MembershipId& id) {
  const auto at = std::ranges::find(erasures, id, &ContactErasure::membership);
  return at == erasures.end() ? std::nullopt : std::optional(*at);
}

/// The member whose contact may go on the day, with the last day of keeping.
struct DueMember {
  Membership member;
  base::Date kept_until;
};
Result<DueMember> due_member(const store::View& view, const AssemblyAccess& access,
                             const MembershipId& id, base::Date today) {
  auto member = KENPO_TRY(find_member(view, access, id));
  if (!member) return contact_fault({"その議員はありません。", "No such member."}, {});
  const auto until = KENPO_TRY(contact_until(member->until)).value;
  if (today <= until) {
    return contact_fault({base::Plain("保存の期限は") + until + "です。",
                          base::Plain("Kept until ") + until + "."},
                         {"期限が過ぎてから消去してください。", "Erase it after that."});
  }
  if (certificate_of(KENPO_TRY(list_erasures(view)), id)) {
    return contact_fault({"もう消去されています。", "It is erased already."},
                         {"消去の証明を見てください。", "See the certificate."});
  }
  return DueMember{*std::move(member), until};
}

/// Erases, once: after a crash between the two it is done already, and that is well.
Result<> erase_contact(const AssemblyOffice& office, const notice::Acting& acting,
                       const MembershipId& id) {
  return write_under<contact_erase>(
      office, acting,
      [&](const Permit<contact_erase>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        if (certificate_of(KENPO_TRY(list_erasures(transaction)), id)) return base::Done{};
        const auto due = KENPO_TRY(due_member(transaction, grant, id, now.day()));
        const auto rows = KENPO_TRY(erase_contacts(transaction, grant, due.member, now));
        return add(transaction,
                   {.membership = id,
                    .kept_until = due.kept_until,
                    .rows = rows,
                    .by = std::get<base::StaffId>(acting.actor),
                    .at = now});
      });
}

}  // namespace

Result<std::vector<FormerContact>> show_former_contacts(const AssemblyOffice& office,
                                                        const notice::Acting& acting,
                                                        base::Date day) {
  return read_under<contact_erasure_show>(
      office, acting,
      [&](const Permit<contact_erasure_show>& permit,
          const store::View& view) -> Result<std::vector<FormerContact>> {
        const auto erasures = KENPO_TRY(list_erasures(view));
        std::vector<FormerContact> found;
        for (auto& member :
             KENPO_TRY(list_members(view, permit.grant<assembly_and_board_communication>()))) {
          if (day <= member.until) continue;
          const auto until = KENPO_TRY(contact_until(member.until)).value;
          const auto certificate = certificate_of(erasures, member.id);
          found.push_back({std::move(member), until, certificate});
        }
        return found;
      });
}

staff::ApprovalKind contact_erasure_kind(const AssemblyOffice& office) {
  staff::ApprovalKind kind;
  kind.name = contact_erasure_kind_name;
  kind.japanese = "退任した議員の連絡先の消去";
  kind.proposers = notice::mask_of(notice::Role::general_affairs_clerk);
  kind.approvers = notice::mask_of(notice::Role::general_affairs_clerk);
  kind.after = [office](const staff::Approval&, const staff::Change& change,
                        const notice::Acting& acting) -> Result<> {
    const auto id = MembershipId::parse(change.subject);
    if (!id) return contact_fault({"その議員はありません。", "No such member."}, {});
    return erase_contact(office, acting, *id);
  };
  kind.label = [](std::string_view) { return std::string("連絡先の保存期限"); };
  kind.address = [](const staff::Change&) { return std::string("/former-members"); };
  return kind;
}

Result<base::CaseId> propose_contact_erasure(const AssemblyOffice& office,
                                             staff::Approvals& approvals,
                                             const notice::Acting& acting,
                                             const MembershipId& id) {
  const auto today = office.gate.clock().now().day();
  const auto found = read_under<contact_erasure_show>(
      office, acting,
      [&](const Permit<contact_erasure_show>& permit,
          const store::View& view) -> Result<base::Date> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        const auto due = KENPO_TRY(due_member(view, grant, id, today));
        return due.kept_until;
      });
  const auto until = KENPO_TRY(found);
  return approvals.propose(acting, {.kind = contact_erasure_kind_name,
                                    .reason = "組合の定めた保存期間が過ぎたため",
                                    .change = {std::string(id.text()),
                                               {{"kept_until", until.iso(), "消去"}}}});
}

}  // namespace kenpo::assembly
