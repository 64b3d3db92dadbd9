// Reads a master file, one item at a time.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "format/master/master.h"

namespace kenpo::format::master {

/// Enough of a file to recognise it.
inline constexpr std::size_t recognise_bytes = 64;

/// The master a file begins with; nullopt when it is none that is known.
std::optional<Kind> looks_like(std::string_view beginning);

struct Summary {
  Kind kind = Kind::disease;
  std::uint64_t items = 0;
  std::uint16_t fields_count = 0;  // tells the edition of the layout
};

/// Takes each item; a fault ends the reading and is passed on.
using Take = std::function<base::Result<>(const Item& item)>;

/// Reads a whole file. Refused, with line and field: another number of fields than the editions
/// that are known, a field without quotes, bytes that are no CP932, a code that is no number of the
/// master's digits, a date that does not exist, lines of another master. Items were handed over by
/// then: the caller keeps them in a transaction.
base::Result<Summary> read(std::string_view bytes, const Take& take);

}  // namespace kenpo::format::master
