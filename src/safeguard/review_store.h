// The register of reviews in the store: each review is a new version.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/review.h"
#include "store/seal.h"

namespace kenpo::safeguard {

inline constexpr store::Table review_table{
    .name = "review",
    .japanese = "見直しの台帳",
    .timed = store::Timed::yes,
    .clear = {{"review", store::Kind::id},
              {"subject", store::Kind::integer},
              {"name", store::Kind::text},
              {"owner", store::Kind::id},
              {"next_due", store::Kind::date},
              {"reviewed_on", store::Kind::date, store::Presence::optional},
              {"finding", store::Kind::text}},
    .indexes = {{.columns = {"review"}}, {.columns = {"next_due"}}}};

/// Adds the version; the one that stands is withdrawn.
base::Result<> put(store::Transaction& transaction, const ReviewItem& item, base::Moment now);
base::Result<std::optional<ReviewItem>> find_review(const store::View& view, const ReviewId& id);
/// The earliest due first.
base::Result<std::vector<ReviewItem>> list_reviews(const store::View& view);
base::Result<std::int64_t> count_overdue_reviews(const store::View& view, base::Date today);

}  // namespace kenpo::safeguard
