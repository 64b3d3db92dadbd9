// Which operations of the program serve each of the 43 pairs, and which rest on a statute.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "notice/operation.h"

namespace kenpo::notice {

/// The operations that serve one pair; none: the pair is published but not served yet.
struct PairCoverage {
  Pair pair;
  std::vector<const Operation*> operations;
  std::vector<const Operation*> on_the_way;  // need its right, and do not do its work
};

struct Coverage {
  std::array<PairCoverage, published_pairs.size()> pairs;  // in the notice's order
  std::vector<const Operation*> operations;                // all, sorted by name

  std::size_t served() const;
};

/// Operations whose name stands twice count once.
Coverage coverage(std::span<const Operation* const> operations);

/// 「個人情報保護法23条、健康保険法18条」; empty for Statute::none.
std::string_view article(Statute statute);

/// The pairs, the operations with their pairs, and the statutory operations with their articles.
std::string coverage_text(const Coverage& coverage, base::Language language);
/// `{"pairs":[{"category","purpose","operations":[...]}]}`: 43 entries, in order.
std::string coverage_json(const Coverage& coverage);

}  // namespace kenpo::notice
