// Slips of voluntary members that two people let go out: one looked at the differences to the month
// before, another one released them (当組合の決め, as for the bills of employers).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collection/voluntary.h"

namespace kenpo::collection {

using SlipReleaseId = base::Id<struct SlipReleaseKind>;

/// The slips of a month that were laid before a second person.
struct SlipRelease {
  SlipReleaseId id = SlipReleaseId::draw();
  base::Month month = {};
  std::vector<FundId> demands = {};
};

/// Why a slip is another one than in the month before.
enum class SlipDifference : std::uint8_t {
  same = 1,
  joined = 2,      // 前月の請求がない
  prepaid = 3,     // 前納
  lacking = 4,     // 前納や訂正の不足額
  standard = 5,    // 標準報酬月額
  rate = 6,        // 料率・介護保険料
};
base::Words wording(SlipDifference difference);

/// A demand of the month beside what was asked for the month before.
struct SlipLine {
  VoluntaryDemand demand;
  std::string name = {};
  base::Yen before = {};
  SlipDifference difference = SlipDifference::same;
  bool released = false;
};
struct SlipDifferences {
  base::Month month = {};
  std::vector<SlipLine> lines = {};  // those that differ first, by person
  std::int64_t unreleased = 0;
  base::Yen total = {};
  base::Yen before = {};
};

}  // namespace kenpo::collection
