// Removing all rows of a clause.
#pragma once

#include "store/seal.h"

namespace kenpo::store {

/// Removes the rows of the clause for good and hands back how many there were.
template <const Table& table>
base::Result<std::size_t> remove_rows(Transaction& transaction, const AccessTo<table>& access,
                                      Clause clause, Values values) {
  const auto rows =
      KENPO_TRY(list<table>(transaction, access, clause, values,
                            [](const Record<table>& record) { return record.row(); }));
  for (const auto row : rows) KENPO_TRY(remove<table>(transaction, access, row));
  return rows.size();
}

}  // namespace kenpo::store
