#include "collection/layout_page.h"

namespace kenpo::collection {

Slice slice_of(std::int64_t page) {
  return {.skipped = (page - 1) * rows_of_a_page, .count = rows_of_a_page};
}

std::string yen_words(base::Yen amount) { return amount.grouped() + "円"; }

}  // namespace kenpo::collection
