// Erased contact data and its certificates in the store.
#pragma once

#include <vector>

#include "assembly/contact_erasure.h"
#include "assembly/member_store.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::assembly {

inline constexpr store::Table contact_erasure_table{.name = "assembly_contact_erasure",
                                                    .japanese = "議員の連絡先の消去証明",
                                                    .untimed = store::Untimed::event,
                                                    .clear = {{"membership", store::Kind::id},
                                                              {"kept_until", store::Kind::date},
                                                              {"rows_erased", store::Kind::integer},
                                                              {"erased_by", store::Kind::id},
                                                              {"erased_at", store::Kind::moment}}};

/// Removes every row of the membership for good, withdrawn ones too, and adds it again without what
/// it was reached by. Hands back how many rows were removed.
base::Result<std::int64_t> erase_contacts(store::Transaction& transaction,
                                          const AssemblyAccess& access,
                                          const Membership& membership, base::Moment now);
base::Result<> add(store::Transaction& transaction, const ContactErasure& erasure);
base::Result<std::vector<ContactErasure>> list_erasures(const store::View& view);

}  // namespace kenpo::assembly
