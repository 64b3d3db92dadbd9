#include "benefit/maternity_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::benefit {

using base::Date;
using base::Result;
using base::Span;
using law::Decision;

// 健康保険法102条1項
Result<Decision<Span>> maternity_period(const MaternityInput& input) {
  const auto& book = law::Book::carried();
  const bool multiple = input.pregnancy == Pregnancy::multiple;
  const auto before = KENPO_TRY(book.count(multiple ? "eligibility.maternity_leave.before_multiple"
                                                    : "eligibility.maternity_leave.before",
                                           input.born));
  const auto after = KENPO_TRY(book.count("eligibility.maternity_leave.after", input.born));
  Decision<Span> decision;
  auto& basis = decision.basis;
  const base::Plain article("健康保険法102条1項");

  // The birth, or the expected day when the birth was later, is the last of the days before.
  const Date counted = std::min(input.expected, input.born);
  basis.push_back({{"産前の基準日（出産日、遅れたときは出産予定日）",
                    "Day from which the days before are counted"},
                   article,
                   counted});
  const Date first_possible = counted.plus_days(1 - before.value);
  basis.push_back({{"産前の最初の日", "First possible day"}, article, first_possible, before.row});
  // Only days not worked.
  const Date from = std::max(first_possible, input.absent_from.value_or(first_possible));
  const Date to = input.born.plus_days(after.value);
  basis.push_back({{"産後の最後の日", "Last day"}, article, to, after.row});
  if (to < from) {
    return base::Fault{
        {"休み始めた日が産後の期間より後です。", "The first day not worked is after the period."},
        {},
        {"休業の開始日と出産日を確かめてください。", "Check both days."},
        {}};
  }
  decision.value = {from, to};
  basis.push_back({{"支給の対象となる期間", "Period"}, article, decision.value});
  return decision;
}

}  // namespace kenpo::benefit
