#include "benefit/frequent_rule.h"

#include <set>

#include "law/book.h"

namespace kenpo::benefit {

using base::Month;
using base::Result;
using law::Decision;

// 健康保険法施行令42条1項ただし書
Result<Decision<Frequent>> frequent(Month treatment, std::span<const Month> paid) {
  const auto& book = law::Book::carried();
  const auto on = treatment.first_day();
  const auto within = KENPO_TRY(book.count("benefit.high_cost.frequent_within", on));
  const auto after = KENPO_TRY(book.count("benefit.high_cost.frequent_after", on));
  const Month first = treatment.plus(1 - within.value);
  std::set<Month> counted;
  for (const Month month : paid) {
    if (first <= month && month < treatment) counted.insert(month);
  }
  const bool enough = static_cast<int>(counted.size()) >= after.value;
  Decision<Frequent> decision{enough ? Frequent::yes : Frequent::no, {}};
  auto& basis = decision.basis;
  const base::Plain article("健康保険法施行令42条1項ただし書");
  basis.push_back(
      {{"診療月を含む12か月の最初の月", "First of the twelve months"}, article, first, within.row});
  basis.push_back({{"既に高額療養費が支給された月数", "Months already paid"},
                   article,
                   law::Count{static_cast<std::int64_t>(counted.size()), law::Unit::times},
                   after.row});
  basis.push_back({{"多数回該当", "From the fourth month"}, article, enough});
  return decision;
}

}  // namespace kenpo::benefit
