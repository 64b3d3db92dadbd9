#include "remuneration/leave_end_rule.h"

#include <cstdlib>

#include "law/book.h"
#include "remuneration/regular_rule.h"

namespace kenpo::remuneration {

namespace {

using base::Month;
using base::Result;
using base::Yen;

constexpr int leave_months_used = 3;

const base::Plain& article_of(LeaveEnd kind) {
  static const base::Plain childcare("健康保険法43条の2");
  static const base::Plain maternity("健康保険法43条の3");
  return kind == LeaveEnd::childcare ? childcare : maternity;
}

Month first_month(base::Date ended_on) { return ended_on.plus_days(1).in_month(); }

std::vector<std::size_t> months_with(const LeaveEndInput& input, int days_needed) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < input.months.size(); ++at) {
    if (input.months[at].base_days >= days_needed) places.push_back(at);
  }
  return places;
}

/// 17 (11) days; 15 for a part-timer without such a month.
Result<std::vector<std::size_t>> counted_months(const LeaveEndInput& input, base::Date day,
                                                std::vector<law::Basis>& basis) {
  const auto needed = KENPO_TRY(base_days_needed(input.worker, day));
  basis.push_back({{"報酬支払の基礎となった日数の下限", "Base days that a month needs"},
                   article_of(input.kind),
                   law::Count{needed.value, law::Unit::days},
                   needed.row});
  auto places = months_with(input, needed.value);
  if (!places.empty() || input.worker != Worker::part_time) return places;
  const auto fallback =
      KENPO_TRY(law::Book::carried().count("remuneration.base_days.part_time_fallback", day));
  basis.push_back({{"短時間就労者で下限に届く月がないときの下限",
                    "Base days for a part-timer without such a month"},
                   article_of(input.kind),
                   law::Count{fallback.value, law::Unit::days},
                   fallback.row});
  return months_with(input, fallback.value);
}

base::Fault unknown_present() {
  return {{"従前の標準報酬月額が等級表にありません。",
           "The present standard is not in the grade table."},
          {},
          {"従前の標準報酬月額を確かめてください。", "Check the present standard."},
          {}};
}

}  // namespace

Month leave_end_from(base::Date ended_on) { return first_month(ended_on).plus(leave_months_used); }

// 健康保険法43条の2・43条の3
Result<law::Decision<LeaveEndRevision>> determine_leave_end(const LeaveEndInput& input) {
  law::Decision<LeaveEndRevision> decision;
  auto& [revision, basis] = decision;
  revision.from = leave_end_from(input.ended_on);
  const auto day = revision.from.first_day();
  const auto& clause = article_of(input.kind);
  basis.push_back({{"休業の終了日", "Leave ended on"}, clause, input.ended_on});

  // 1項ただし書: not when the other leave begins on the day after.
  if (input.next == NextLeave::follows_at_once) {
    basis.push_back({{"終了日の翌日に次の休業が始まるため改定しない",
                      "The next leave begins at once: no revision"},
                     clause,
                     false});
    return decision;
  }
  // 1項: the months with enough base days; their sum divided by their number.
  const auto counted = KENPO_TRY(counted_months(input, day, basis));
  Yen sum;
  for (const auto at : counted) {
    revision.months.push_back(first_month(input.ended_on).plus(static_cast<int>(at)));
    basis.push_back({{"算定の対象となる月", "Month that counts"}, clause, revision.months.back()});
    sum += input.months[at].pay;
  }
  if (counted.empty()) {
    basis.push_back(
        {{"対象となる月がないため改定しない", "No month counts: no revision"}, clause, false});
    return decision;
  }
  revision.average = (base::Share(sum) / static_cast<std::int64_t>(counted.size())).truncated();
  basis.push_back(
      {{"報酬月額（平均、円未満切捨て）", "Average, cut to the yen"}, clause, *revision.average});

  // One grade either way is enough.
  const auto present = KENPO_TRY(grade_of_standard(day, input.standard));
  if (!present) return unknown_present();
  const auto found = KENPO_TRY(grade(day, *revision.average));
  const auto grades = KENPO_TRY(law::Book::carried().count("remuneration.leave_end.grades", day));
  basis.push_back({{"従前の等級", "Present grade"},
                   "健康保険法40条1項",
                   law::Count{present->number, law::Unit::grades}});
  basis.push_back({{"平均の等級", "Grade of the average"},
                   "健康保険法40条1項",
                   law::Count{found.number, law::Unit::grades}});
  revision.revised = std::abs(found.number - present->number) >= grades.value;
  basis.push_back({{"1等級以上の差がある", "Differs by a grade or more"},
                   clause,
                   revision.revised,
                   grades.row});
  if (!revision.revised) return decision;
  revision.grade = found;
  basis.push_back({{"改定月", "In force from"}, clause, revision.from});
  basis.push_back(
      {{"改定後の標準報酬月額", "New standard"}, "健康保険法40条1項", found.standard, found.row});
  return decision;
}

}  // namespace kenpo::remuneration
