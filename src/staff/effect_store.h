// Reviews of trainings.
#pragma once

#include <vector>

#include "base/result.h"
#include "staff/effect.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

inline constexpr store::Table training_review_table{
    .name = "training_review",
    .japanese = "研修の効果の検証",
    .untimed = store::Untimed::event,
    .clear = {{"course", store::Kind::text},
              {"reviewed_by", store::Kind::id},
              {"reviewed_at", store::Kind::moment},
              {"people_passed", store::Kind::integer},
              {"people_failed", store::Kind::integer},
              {"finding", store::Kind::text},
              {"measure", store::Kind::text},
              {"due", store::Kind::date}},
};

/// The newest first, at most 100.
base::Result<std::vector<TrainingReview>> list_reviews(const store::View& view);
base::Result<> insert_training_review(store::Transaction& transaction,
                                      const TrainingReview& review);

}  // namespace kenpo::staff
