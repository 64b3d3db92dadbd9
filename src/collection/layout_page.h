// What the screens of the collection have in common.
#pragma once

#include <string>

#include "base/yen.h"
#include "collection/payer.h"

namespace kenpo::collection {

/// What stands on a page of a list.
Slice slice_of(std::int64_t page);
/// 「12,345円」
std::string yen_words(base::Yen amount);

inline constexpr std::int64_t rows_of_a_page = 50;  // what a clerk looks through at one sitting

}  // namespace kenpo::collection
