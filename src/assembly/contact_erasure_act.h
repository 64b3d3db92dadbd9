// Erasing a former member's address, telephone and mail when the society's period is over.
#pragma once

#include <optional>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/contact_erasure.h"
#include "assembly/member_act.h"
#include "base/result.h"

namespace kenpo::assembly {

inline constexpr notice::Operation contact_erasure_show{.name = "contact_erasure.show",
                                                        .japanese = "議員の連絡先の保存期限",
                                                        .pairs = {communication_pair}};
inline constexpr notice::Operation contact_erase{.name = "contact_erasure.erase",
                                                 .japanese = "議員の連絡先の消去",
                                                 .verb = notice::Verb::erase,
                                                 .pairs = {communication_pair}};

/// A member who left, with the last day of keeping, and the certificate once erased.
struct FormerContact {
  Membership member;
  base::Date kept_until;
  std::optional<ContactErasure> certificate;
};
/// Those whose term is over on the day.
base::Result<std::vector<FormerContact>> show_former_contacts(const AssemblyOffice& office,
                                                              const notice::Acting& acting,
                                                              base::Date day);

/// Erases postal code, address, telephone and mail, earlier versions included, and hands back the
/// certificate. Refused: no such member, one in office, before the period is over, and twice.
base::Result<ContactErasure> erase_contact(const AssemblyOffice& office,
                                           const notice::Acting& acting, const MembershipId& id);

}  // namespace kenpo::assembly
