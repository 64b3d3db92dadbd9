// Bills that two people have released, for tests of what comes after.
#pragma once

#include "premium/closing_store.h"
#include "tests/support/society.h"

namespace kenpo::premium {

inline void release_bills(test_support::Society& society, base::Month billed) {
  using test_support::must;
  auto transaction = must(society.database().write());
  auto digest = must(bills_digest(transaction, billed));
  must(add(transaction, BillRelease{.billed = billed,
                                    .digest = std::move(digest),
                                    .proposed_by = base::StaffId::draw(),
                                    .released_by = base::StaffId::draw(),
                                    .released_at = society.clock().now()}));
  must(transaction.commit_without_personal_data());
}

}  // namespace kenpo::premium
