// The highest number (番号) given at each establishment, so that a person notified without one gets
// the next.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::eligibility {

/// 被保険者整理番号 has six digits.
inline constexpr int number_limit = 999'999;

inline constexpr store::Table number_counter_table{
    .name = "number_counter",
    .japanese = "番号の払出し",
    .untimed = store::Untimed::program,
    .clear = {{"establishment", store::Kind::id}, {"highest", store::Kind::integer}},
    .indexes = {{.columns = {"establishment"}, .uniqueness = store::Uniqueness::one}}};

/// 0 when none was given.
base::Result<int> highest_number(const store::View& view,
                                 const base::EstablishmentId& establishment);
base::Result<> set_highest_number(store::Transaction& transaction,
                                  const base::EstablishmentId& establishment, int highest);

}  // namespace kenpo::eligibility
