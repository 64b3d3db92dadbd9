// Where addresses come from, in the store.
#pragma once

#include <optional>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/address_origin.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table address_origin_table{
    .name = "address_origin",
    .japanese = "住所の種類と出所",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,
    .personal = {{"kind", store::Kind::integer}, {"source", store::Kind::integer}}};
using AddressOriginAccess = store::AccessTo<address_origin_table>;

/// For readers of the table only.
AddressOrigin address_origin_from(const store::Record<address_origin_table>& record);

/// Decides it anew: what stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const AddressOriginAccess& access,
                   const AddressOrigin& origin, base::Moment now);

/// What stands about the person's address; nullopt: a home as notified.
base::Result<std::optional<AddressOrigin>> address_origin_of(const store::View& view,
                                                             const AddressOriginAccess& access,
                                                             const base::PersonId& person);

}  // namespace kenpo::eligibility
