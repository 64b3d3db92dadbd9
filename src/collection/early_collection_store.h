// Released early collections in the store: ids, days and amounts alone.
#pragma once

#include <vector>

#include "base/result.h"
#include "collection/early_collection.h"
#include "store/seal.h"

namespace kenpo::collection {

inline constexpr store::Table early_collection_table{
    .name = "early_collection",
    .japanese = "繰上徴収",
    .untimed = store::Untimed::event,
    .clear = {{"early", store::Kind::id},
              {"debt_kind", store::Kind::integer},
              {"payer", store::Kind::id},
              {"month", store::Kind::month},
              {"ground", store::Kind::integer},
              {"due_before", store::Kind::date},
              {"due", store::Kind::date},
              {"amount", store::Kind::yen},
              {"proposed_by", store::Kind::id},
              {"released_by", store::Kind::id},
              {"released_at", store::Kind::moment}},
    .indexes = {{.columns = {"debt_kind", "payer", "month"},
                 .uniqueness = store::Uniqueness::one},
                {.columns = {"payer"}}}};

base::Result<> add(store::Transaction& transaction, const EarlyCollection& early);
base::Result<std::vector<EarlyCollection>> list_early_collections(const store::View& view);
base::Result<std::vector<EarlyCollection>> early_collections_of(const store::View& view,
                                                                const PayerId& payer);

}  // namespace kenpo::collection
