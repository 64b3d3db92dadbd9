#include "remuneration/revision_rule.h"

#include <algorithm>

#include "law/book.h"
#include "remuneration/regular_rule.h"

namespace kenpo::remuneration {

namespace {

using base::Date;
using base::Fault;
using base::Result;
using base::Share;
using base::Yen;

constexpr const char* notice = "健康保険法43条1項・昭36.1.26保発4号";

base::Plain notice_name() { return base::Plain::name(notice); }

/// What the grade test looks at.
struct Compared {
  Date on;
  Grade present;
  Grade found;
  int top = 0;                 // number of the highest grade of the day
  Yen average;
  std::optional<Yen> monthly;  // 報酬月額 behind the present standard
};

/// One grade up: into the highest from the amount on which a further grade would begin, or out of
/// the lowest when the present amount was under the bound of a grade below.
Result<bool> rises_at_the_end(const Compared& compared) {
  const auto& book = law::Book::carried();
  if (compared.found.number != compared.present.number + 1) return false;
  if (compared.found.number == compared.top) {
    const auto bound =
        KENPO_TRY(book.yen("remuneration.revision.top_amount", compared.on));
    return compared.average >= bound.value;
  }
  if (compared.present.number != 1 || !compared.monthly) return false;
  const auto bound =
      KENPO_TRY(book.yen("remuneration.revision.bottom_amount", compared.on));
  return *compared.monthly < bound.value;
}

/// One grade down, the same two ends the other way round.
Result<bool> falls_at_the_end(const Compared& compared) {
  const auto& book = law::Book::carried();
  if (compared.found.number + 1 != compared.present.number) return false;
  if (compared.present.number == compared.top) {
    if (!compared.monthly) return false;
    const auto bound =
        KENPO_TRY(book.yen("remuneration.revision.top_amount", compared.on));
    return *compared.monthly >= bound.value;
  }
  if (compared.found.number != 1) return false;
  const auto bound =
      KENPO_TRY(book.yen("remuneration.revision.bottom_amount", compared.on));
  return compared.average < bound.value;
}

Fault unknown_standard() {
  return {{"従前の標準報酬月額が等級表にありません。",
           "The present standard is not in the grade table."},
          {},
          {"従前の標準報酬月額を確かめてください。", "Check the present standard."},
          {}};
}

Result<Compared> compare(const RevisionInput& input, Date on, Yen average) {
  const auto table = KENPO_TRY(grade_table(on));
  const auto present = KENPO_TRY(grade_of_standard(on, input.standard));
  if (!present) return unknown_standard();
  const auto found = KENPO_TRY(grade(on, average));
  return Compared{on, *present, found, table.back().number, average, input.monthly};
}

/// The grade test in the direction of the fixed pay.
Result<bool> moves_enough(const Compared& compared, FixedPay fixed_pay, int grades) {
  const int rise = compared.found.number - compared.present.number;
  if (fixed_pay == FixedPay::up) {
    return rise >= grades ? Result<bool>(true) : rises_at_the_end(compared);
  }
  return -rise >= grades ? Result<bool>(true) : falls_at_the_end(compared);
}

law::Fact grade_fact(const Grade& grade) {
  return law::Count{grade.number, law::Unit::grades};
}

}  // namespace

// 健康保険法43条1項; 昭36.1.26保発4号
Result<law::Decision<Revision>> determine_revision(const RevisionInput& input) {
  law::Decision<Revision> decision;
  auto& revision = decision.value;
  auto& basis = decision.basis;
  Yen sum;
  for (const auto& month : input.months) sum += month.pay;
  revision.average = (Share(sum) / 3).truncated();
  revision.from = input.changed.plus(3);
  const Date on = revision.from.first_day();
  basis.push_back({{"3か月の平均（円未満切捨て）", "Average of three months, cut to the yen"},
                   "健康保険法43条1項", revision.average});

  // 1. The fixed pay or the pay system changed.
  basis.push_back({{"固定的賃金の変動", "Fixed pay changed"}, notice_name(),
                   input.fixed_pay != FixedPay::none});
  if (input.fixed_pay == FixedPay::none) return decision;

  // 2. Each of the three months has 17 (11) base days; no fallback for part-timers.
  const auto needed = KENPO_TRY(base_days_needed(input.worker, on));
  const int fewest = std::ranges::min(input.months, {}, &RevisionMonth::base_days).base_days;
  basis.push_back({{"各月に必要な基礎日数", "Base days that each month needs"},
                   "健康保険法43条1項", law::Count{needed.value, law::Unit::days}, needed.row});
  basis.push_back({{"3か月で最も少ない基礎日数", "Fewest base days of the three months"},
                   "健康保険法43条1項", law::Count{fewest, law::Unit::days}});
  if (fewest < needed.value) return decision;

  // 3. and 4. Two grades or more, in the direction of the fixed pay; one grade at the table's ends.
  const auto compared = KENPO_TRY(compare(input, on, revision.average));
  const auto grades = KENPO_TRY(law::Book::carried().count("remuneration.revision.grades", on));
  basis.push_back({{"従前の等級", "Present grade"}, "健康保険法40条1項",
                   grade_fact(compared.present)});
  basis.push_back({{"平均の等級", "Grade of the average"}, "健康保険法40条1項",
                   grade_fact(compared.found)});
  revision.revised = KENPO_TRY(moves_enough(compared, input.fixed_pay, grades.value));
  basis.push_back({{"2等級以上（等級表の両端では1等級）同じ向きに動いた",
                    "Moved two grades the same way (one at the ends of the table)"},
                   notice_name(), revision.revised, grades.row});
  if (!revision.revised) return decision;

  // Effect: from the fourth month.
  revision.grade = compared.found;
  basis.push_back({{"改定月（変動月から4か月目）", "In force from the fourth month"},
                   "健康保険法43条1項", revision.from});
  basis.push_back({{"改定後の標準報酬月額", "New standard"}, "健康保険法40条1項",
                   compared.found.standard, compared.found.row});
  return decision;
}

}  // namespace kenpo::remuneration
