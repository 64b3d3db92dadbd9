// What claims and certificates a correction of a past fact touches, for its effects: the folders
// after `premium` cannot be asked from there.
#pragma once

#include "app/office.h"
#include "premium/change_effect_act.h"

namespace kenpo::app {

/// Each opens the gate under the operation of its own folder: whoever may not see claims gets none.
/// The office outlives it.
premium::ChangeNeighbours change_neighbours(Office& office);

}  // namespace kenpo::app
