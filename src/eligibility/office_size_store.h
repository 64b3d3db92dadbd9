// Sizes of employers in the store.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/office_size.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table office_size_table{
    .name = "office_size",
    .japanese = "事業所の規模",
    .timed = store::Timed::yes,
    .clear = {{"establishment", store::Kind::id},
              {"kind", store::Kind::integer},
              {"persons", store::Kind::integer}},
    .indexes = {{.columns = {"establishment", "valid_from"}}}};

/// Adds a size; one of the same establishment and day is withdrawn.
base::Result<> put(store::Transaction& transaction, const OfficeSize& size, base::Moment now);
/// Those of an establishment that stand, by their days.
base::Result<std::vector<OfficeSize>> sizes_of(const store::View& view,
                                               const base::EstablishmentId& establishment);

}  // namespace kenpo::eligibility
