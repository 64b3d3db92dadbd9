// Birth dates and sexes of everybody, for counting: nothing else of a person is unsealed.
#pragma once

#include "base/result.h"
#include "eligibility/person_store.h"

namespace kenpo::report {

/// Calls `act(const PersonId&, Sex, Date born)` for everybody as they stand.
template <typename Act>
base::Result<std::size_t> each_sex_and_birth(const store::View& view,
                                             const eligibility::PersonAccess& access, Act&& act) {
  return store::each<eligibility::person_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY row_id"}, {store::not_withdrawn},
      [&](const store::Record<eligibility::person_table>& record) {
        act(record.subject(), record.get<eligibility::Sex>("sex"),
            record.get<base::Date>("born"));
      });
}

}  // namespace kenpo::report
