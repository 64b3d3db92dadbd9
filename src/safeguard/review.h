// What is looked over again and again: settings, dependencies, guideline versions (notice section
// 2, 「常に見直し」, T-2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::safeguard {

using ReviewId = base::Id<struct ReviewKind>;

enum class ReviewSubject : std::uint8_t { setting = 1, dependency = 2, guideline = 3 };
inline constexpr int review_subjects_count = 3;
base::Words wording(ReviewSubject subject);

struct ReviewItem {
  ReviewId id = ReviewId::draw();
  ReviewSubject subject = ReviewSubject::setting;
  std::string name;     // 「医療情報システムの安全管理に関するガイドライン 第7.0版」
  base::StaffId owner;  // who looks it over
  base::Date next_due;
  std::optional<base::Date> reviewed_on = std::nullopt;
  std::string finding = {};  // of the last review
};

}  // namespace kenpo::safeguard
