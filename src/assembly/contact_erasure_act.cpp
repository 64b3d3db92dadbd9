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
  return assembly_fault(std::move(what), std::move(mend));
}

std::optional<ContactErasure> certificate_of(const std::vector<ContactErasure>& erasures,
                                             const MembershipId& id) {
  const auto at = std::ranges::find(erasures, id, &ContactErasure::membership);
  return at == erasures.end() ? std::nullopt : std::optional(*at);
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

Result<ContactErasure> erase_contact(const AssemblyOffice& office, const notice::Acting& acting,
                                     const MembershipId& id) {
  return write_under<contact_erase>(
      office, acting,
      [&](const Permit<contact_erase>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<ContactErasure> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        const auto member = KENPO_TRY(find_member(transaction, grant, id));
        if (!member) return contact_fault({"その議員はありません。", "No such member."}, {});
        const auto until = KENPO_TRY(contact_until(member->until)).value;
        if (now.day() <= until) {
          return contact_fault({base::Plain("保存の期限は") + until + "です。",
                                base::Plain("Kept until ") + until + "."},
                               {"期限が過ぎてから消去してください。", "Erase it after that."});
        }
        if (certificate_of(KENPO_TRY(list_erasures(transaction)), id)) {
          return contact_fault({"もう消去されています。", "It is erased already."},
                               {"消去の証明を見てください。", "See the certificate."});
        }
        const ContactErasure erasure{
            .membership = id,
            .kept_until = until,
            .rows = KENPO_TRY(erase_contacts(transaction, grant, *member, now)),
            .by = std::get<base::StaffId>(acting.actor),
            .at = now};
        KENPO_TRY(add(transaction, erasure));
        return erasure;
      });
}

}  // namespace kenpo::assembly
