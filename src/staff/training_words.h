// What whoever answered the test of a training is told.
#pragma once

#include "base/fault.h"
#include "staff/duty.h"

namespace kenpo::staff {

/// 「期限の後の回答として記録しました。…」: what was recorded, and what follows for the rights (H-2).
base::Words result_words(const TrainingResult& result);

}  // namespace kenpo::staff
