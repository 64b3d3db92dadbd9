#include "remuneration/regular_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::remuneration {

namespace {

using base::Date;
using base::Result;
using base::Share;
using base::Yen;

constexpr int first_paid_month = 4;   // April
constexpr int in_force_month = 9;     // September

std::vector<int> months_with(const RegularInput& input, int days_needed) {
  std::vector<int> months;
  for (std::size_t at = 0; at < input.months.size(); ++at) {
    const int month = first_paid_month + static_cast<int>(at);
    if (month == input.partial_entry) continue;
    if (input.months[at].base_days >= days_needed) months.push_back(month);
  }
  return months;
}

Yen average_of(const RegularInput& input, const std::vector<int>& months) {
  Yen sum;
  for (const int month : months) {
    const auto& paid = input.months[static_cast<std::size_t>(month - first_paid_month)];
    sum += paid.pay - paid.back_pay + input.bonus_as_pay;
  }
  return (Share(sum) / static_cast<std::int64_t>(months.size())).truncated();
}

law::Fact days_fact(int days) { return law::Count{days, law::Unit::days}; }

}  // namespace

Result<law::Figure<int>> base_days_needed(Worker worker, Date on) {
  const auto& book = law::Book::carried();
  return worker == Worker::short_hours ? book.count("remuneration.base_days.short_hours", on)
                                       : book.count("remuneration.base_days.ordinary", on);
}

// 健康保険法41条1項
Result<law::Decision<Regular>> determine_regular(const RegularInput& input) {
  const auto month = base::Month::make(input.year, in_force_month);
  KENPO_REQUIRE(month.has_value());
  const Date on = month->first_day();
  law::Decision<Regular> decision;
  auto& basis = decision.basis;
  auto& regular = decision.value;

  // 1. The month of an entry without full pay goes out first (修正平均).
  if (input.partial_entry) {
    basis.push_back({{"途中入社で1か月分の報酬がない月を除く", "Month of entry without full pay: out"},
                     "健康保険法44条1項",
                     law::Count{*input.partial_entry, law::Unit::number}});
  }
  // 2. Months with 17 (11) base days count.
  const auto needed = KENPO_TRY(base_days_needed(input.worker, on));
  basis.push_back({{"報酬支払の基礎となった日数の下限", "Base days that a month needs"},
                   "健康保険法41条1項", days_fact(needed.value), needed.row});
  regular.months = months_with(input, needed.value);
  // 3. A part-timer without such a month: months with 15 days count.
  if (regular.months.empty() && input.worker == Worker::part_time) {
    const auto fallback =
        KENPO_TRY(law::Book::carried().count("remuneration.base_days.part_time_fallback", on));
    basis.push_back({{"短時間就労者で下限に届く月がないときの下限",
                      "Base days for a part-timer without such a month"},
                     "健康保険法44条1項", days_fact(fallback.value), fallback.row});
    regular.months = months_with(input, fallback.value);
  }
  for (const int counted : regular.months) {
    basis.push_back({{"算定の対象となる月", "Month that counts"}, "健康保険法41条1項",
                     *base::Month::make(input.year, counted)});
  }
  // 4. No month left: the previous standard stays (保険者算定).
  if (regular.months.empty()) {
    if (input.previous_standard) {
      regular.grade = KENPO_TRY(grade_of_standard(on, *input.previous_standard));
      basis.push_back({{"対象となる月がないため従前の標準報酬月額による",
                        "No month counts: the previous standard stays"},
                       "健康保険法44条1項", *input.previous_standard});
    }
    return decision;
  }
  // 5. Sum of the months without back pay, with bonuses that are pay; divided, cut to the yen.
  if (input.bonus_as_pay != Yen()) {
    basis.push_back({{"各月に加える賞与に係る報酬額", "Bonus that is pay, added to each month"},
                     "健康保険法3条5項", input.bonus_as_pay});
  }
  regular.average = average_of(input, regular.months);
  basis.push_back({{"報酬月額（平均、円未満切捨て）", "Average, cut to the yen"},
                   "健康保険法41条1項", *regular.average});
  auto graded = KENPO_TRY(explain_grade(on, *regular.average));
  regular.grade = graded.value;
  for (auto& line : graded.basis) basis.push_back(std::move(line));
  return decision;
}

}  // namespace kenpo::remuneration
