// What a new edition of a master changes in the items that stand.
#pragma once

#include <optional>
#include <vector>

#include "claim/master.h"

namespace kenpo::claim {

/// The items that stand for a code after an edition says `next` of it, where `standing` stood (the
/// latest, if there was one). Nullopt: nothing changes.
///
/// - The first that is known of a code holds from the beginning: nothing older is known of it.
/// - What changes, changes from its 変更年月日; the item before holds to the day before. Without that
///   day, or when it is not later, the new one takes the place of the old.
/// - 廃止年月日 is the last day. 抹消 leaves none.
std::optional<std::vector<MasterItem>> items_after(const std::optional<MasterItem>& standing,
                                                   const format::master::Item& next);

}  // namespace kenpo::claim
