// The text of the statements that read and write rows of declared tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "store/database.h"
#include "store/engine.h"
#include "store/table.h"

namespace kenpo::store {

enum class Shape : std::uint8_t {
  select, count, sum,        // $1 … $n of the clause, then the insurer
  insert,                    // insurer, row, subject, times, clear, sealed
  replace,                   // insurer, row, times, clear, sealed
  withdraw, remove,          // insurer, row, …
  assign,                    // insurer, row, subject, the clear column `extra`
  subject_of_row, last_row,  // insurer, row
};

/// `values`: parameters of the clause. `extra`: the clear column that `sum` adds and `assign` sets.
std::string row_sql(const Table& table, Shape shape, Clause clause, std::size_t values,
                    std::uint64_t extra);

/// The statement, prepared once for the view's connection.
base::Result<Lease> lease(const View& view, const Table& table, Shape shape, Clause clause,
                          std::size_t values, std::uint64_t extra = 0);

}  // namespace kenpo::store
