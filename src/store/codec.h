// The personal columns of one row as bytes, before they are sealed: docs/formats/store.md.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "store/table.h"
#include "store/value.h"

namespace kenpo::store {

/// The first byte of what is sealed; the key's generation and the box follow.
inline constexpr char sealed_version = 1;

/// The values, in the order of the declaration. `out` is replaced.
void encode_fields(std::span<const Raw> values, std::string& out);

/// Reads what encode_fields wrote. Columns declared since then are null; views point into `bytes`.
/// False when the bytes are not such a record, or have more columns than are declared.
bool decode_fields(std::string_view bytes, const Columns& columns,
                   std::array<Field, columns_limit>& fields);

/// Whether the kind is kept as a whole number.
constexpr bool is_number(Kind kind) {
  return kind != Kind::text && kind != Kind::id && kind != Kind::blob && kind != Kind::blind;
}

}  // namespace kenpo::store
