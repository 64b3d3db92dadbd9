// Establishments in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/establishment.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table establishment_table{
    .name = "establishment",
    .japanese = "適用事業所",
    .timed = store::Timed::yes,
    .clear = {{"establishment", store::Kind::id},
              {"prefecture", store::Kind::text},
              {"county", store::Kind::text},
              {"office_symbol", store::Kind::text},
              {"symbol", store::Kind::text},
              {"name", store::Kind::text},
              {"postal_code", store::Kind::text},
              {"address", store::Kind::text}},
    .indexes = {{.columns = {"establishment"}}, {.columns = {"office_symbol"}}}};

/// Adds an establishment, or corrects the one with the same id by a new decision.
base::Result<> put(store::Transaction& transaction, const Establishment& establishment,
                   base::Moment now);

/// The establishment as it stands; nullopt when there is none.
base::Result<std::optional<Establishment>> find_establishment(const store::View& view,
                                                              const base::EstablishmentId& id);
/// By the code of the pension agency.
base::Result<std::optional<Establishment>> find_establishment(const store::View& view,
                                                              const std::string& prefecture,
                                                              const std::string& county,
                                                              const std::string& office_symbol);
/// All establishments in the order of their symbols.
base::Result<std::vector<Establishment>> list_establishments(const store::View& view);

}  // namespace kenpo::eligibility
