// Erasing a former member's address, telephone and mail when the society's period is over.
#pragma once

#include <optional>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/contact_erasure.h"
#include "assembly/member_act.h"
#include "base/result.h"
#include "staff/approval_act.h"

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

/// The name of the kind of proposal; its subject is the membership.
inline constexpr std::string_view contact_erasure_kind_name = "contact_erasure";

/// Two of the general affairs erase: the second one carries out exactly what the first proposed.
/// Postal code, address, telephone and mail go for good, earlier versions included, and a
/// certificate stays. Added once, at the start.
staff::ApprovalKind contact_erasure_kind(const AssemblyOffice& office);

/// Lays the erasure before a second person. Refused: no such member, one in office, before the
/// period is over, and what was erased before.
base::Result<base::CaseId> propose_contact_erasure(const AssemblyOffice& office,
                                                   staff::Approvals& approvals,
                                                   const notice::Acting& acting,
                                                   const MembershipId& id);

}  // namespace kenpo::assembly
