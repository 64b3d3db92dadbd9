// Lists for a handler of some establishments only (取扱者名簿: notice, section 2): one question for
// each of them, one page out of all answers.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "notice/grant.h"
#include "store/database.h"

namespace kenpo::eligibility {

using EstablishmentsAsked = std::vector<std::optional<base::EstablishmentId>>;

/// The establishments to ask for, one question each; one question for all when there is no limit.
base::Result<EstablishmentsAsked> establishments_asked(const store::View& view,
                                                       const notice::Recorder& recorder);

/// One page of at most `filter.count` out of the items of several establishments, which follow one
/// another. `filter` has `establishment` and `offset`, too; `count(filter)` and `list(filter)`
/// answer for one establishment.
template <typename Item, typename Filter, typename Count, typename List>
base::Result<std::vector<Item>> page_of(Filter filter, const EstablishmentsAsked& asked,
                                        Count count, List list) {
  const std::int64_t limit = filter.count;
  std::vector<Item> items;
  for (const auto& establishment : asked) {
    filter.establishment = establishment;
    const auto all = KENPO_TRY(count(filter));
    if (filter.offset >= all) {
      filter.offset -= all;
      continue;
    }
    for (auto& item : KENPO_TRY(list(filter))) items.push_back(std::move(item));
    filter.offset = 0;
    filter.count = limit - static_cast<std::int64_t>(items.size());
    if (filter.count == 0) break;
  }
  return items;
}

}  // namespace kenpo::eligibility
