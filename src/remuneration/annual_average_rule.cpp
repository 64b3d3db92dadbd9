#include "remuneration/annual_average_rule.h"

#include <cstdlib>

#include "law/book.h"

namespace kenpo::remuneration {

namespace {

using base::Date;
using base::Result;
using base::Share;
using base::Yen;

constexpr const char* regular_article = "健康保険法44条1項・41条";
constexpr const char* revision_article = "健康保険法44条1項・43条";
constexpr int in_force_from_september = 9;

base::Plain annual_article(const char* name) { return base::Plain::name(name); }

/// The two conditions besides the grades, as lines.
bool fulfilled(const AnnualConditions& conditions, const base::Plain& of,
               std::vector<law::Basis>& basis) {
  const bool recurs = conditions.recurs == Recurs::every_year;
  const bool consent = conditions.consent == Consent::given;
  basis.push_back(
      {{"業務の性質上、差が例年発生する", "The difference recurs every year"}, of, recurs});
  basis.push_back(
      {{"事業主の申立てと被保険者の同意がある", "Petition and consent are there"}, of, consent});
  return recurs && consent;
}

/// Whether the two grades lie far enough apart.
Result<bool> far_apart(const Grade& one, const Grade& other, Date on, const base::Plain& of,
                       std::vector<law::Basis>& basis) {
  const auto grades =
      KENPO_TRY(law::Book::carried().count("remuneration.annual_average.grades", on));
  const bool far = std::abs(one.number - other.number) >= grades.value;
  basis.push_back({{"3か月の平均の等級", "Grade of the three months"},
                   "健康保険法40条1項",
                   law::Count{one.number, law::Unit::grades}});
  basis.push_back({{"年間平均の等級", "Grade of the year"},
                   "健康保険法40条1項",
                   law::Count{other.number, law::Unit::grades}});
  basis.push_back(
      {{"2等級以上の差がある", "They differ by two grades or more"}, of, far, grades.row});
  return far;
}

constexpr int april_of_the_year = 9;  // place among July to June
constexpr int april_month = 4;

/// The average of the months with enough base days; nullopt without any.
std::optional<Yen> average_of_year(const AnnualRegularInput& input, int days_needed) {
  Yen sum;
  std::int64_t counted = 0;
  const auto& entry = input.ordinary.partial_entry;
  for (std::size_t at = 0; at < input.year.size(); ++at) {
    const auto& month = input.year[at];
    if (month.base_days < days_needed) continue;
    if (entry && static_cast<int>(at) == april_of_the_year + *entry - april_month) continue;
    sum += month.pay - month.back_pay + input.ordinary.bonus_as_pay;
    ++counted;
  }
  if (counted == 0) return std::nullopt;
  return (Share(sum) / counted).truncated();
}

}  // namespace

// 健康保険法44条1項
Result<law::Decision<Annual>> determine_annual_regular(const AnnualRegularInput& input) {
  auto ordinary = KENPO_TRY(determine_regular(input.ordinary));
  law::Decision<Annual> decision;
  auto& [annual, basis] = decision;
  basis = std::move(ordinary.basis);
  const auto of = annual_article(regular_article);
  const Date on = base::Month::make(input.ordinary.year, in_force_from_september)->first_day();
  const auto needed = KENPO_TRY(base_days_needed(input.ordinary.worker, on));
  annual.average = average_of_year(input, needed.value);
  if (!annual.average && input.ordinary.worker == Worker::part_time) {
    const auto fallback =
        KENPO_TRY(law::Book::carried().count("remuneration.base_days.part_time_fallback", on));
    basis.push_back({{"短時間就労者で1年に下限に届く月がないときの下限",
                      "Base days for a part-timer without such a month in the year"},
                     "健康保険法44条1項",
                     law::Count{fallback.value, law::Unit::days},
                     fallback.row});
    annual.average = average_of_year(input, fallback.value);
  }
  if (!ordinary.value.average || !annual.average) return decision;
  annual.ordinary = ordinary.value.grade;
  annual.annual = KENPO_TRY(grade(on, *annual.average));
  basis.push_back(
      {{"前年7月から当年6月までの平均（円未満切捨て）", "Average of July to June, cut to the yen"},
       of,
       *annual.average});
  const bool far = KENPO_TRY(far_apart(*annual.ordinary, *annual.annual, on, of, basis));
  const bool conditions = fulfilled(input.conditions, of, basis);
  annual.used = far && conditions;
  basis.push_back({{"年間平均により算定する", "The average of the year is used"}, of, annual.used});
  return decision;
}

namespace {

/// 健康保険法43条1項: the revision as it would be without the average of the year.
Result<law::Decision<Revision>> ordinary_revision(const AnnualRevisionInput& input) {
  RevisionInput ordinary{.changed = input.changed,
                         .worker = input.worker,
                         .standard = input.standard,
                         .monthly = input.monthly,
                         .fixed_pay = input.fixed_pay,
                         .months = {}};
  const auto first = input.variable.size() - ordinary.months.size();
  for (std::size_t at = 0; at < ordinary.months.size(); ++at) {
    ordinary.months[at] = {input.base_days[at], input.fixed[at] + input.variable[first + at]};
  }
  return determine_revision(ordinary);
}

}  // namespace

// 健康保険法44条1項 (2018-10-01から)
Result<law::Decision<Annual>> determine_annual_revision(const AnnualRevisionInput& input) {
  law::Decision<Annual> decision;
  auto& [annual, basis] = decision;
  const auto of = annual_article(revision_article);
  const Date on = input.changed.plus(3).first_day();
  const auto* since =
      KENPO_TRY(law::Book::carried().row("remuneration.annual_average.revision_from", on));
  basis.push_back(
      {{"随時改定で年間平均を使える", "The average of a year is allowed"}, of, true, since});
  // The revision itself must be due first (43条1項).
  auto ordinary = KENPO_TRY(ordinary_revision(input));
  annual.revised = ordinary.value.revised;
  for (auto& line : ordinary.basis) basis.push_back(std::move(line));
  Yen fixed;
  for (const auto one : input.fixed) fixed += one;
  Yen variable;
  Yen variable_three;
  for (std::size_t at = 0; at < input.variable.size(); ++at) {
    variable += input.variable[at];
    if (at + input.fixed.size() >= input.variable.size()) variable_three += input.variable[at];
  }
  const auto three = (Share(fixed + variable_three) / 3).truncated();
  annual.average = (Share(fixed) / 3 + Share(variable) / 12).truncated();
  annual.ordinary = KENPO_TRY(grade(on, three));
  annual.annual = KENPO_TRY(grade(on, *annual.average));
  basis.push_back(
      {{"3か月の平均（円未満切捨て）", "Average of three months, cut to the yen"}, of, three});
  basis.push_back({{"固定的賃金の3か月平均と非固定的賃金の12か月平均の合計（円未満切捨て）",
                    "Fixed pay of three months and other pay of twelve, cut to the yen"},
                   of,
                   *annual.average});
  const bool far = KENPO_TRY(far_apart(*annual.ordinary, *annual.annual, on, of, basis));
  const auto present = KENPO_TRY(grade_of_standard(on, input.standard));
  const bool moves = present && present->number != annual.annual->number;
  basis.push_back(
      {{"従前の等級と年間平均の等級に差がある", "It differs from the present grade"}, of, moves});
  const bool conditions = fulfilled(input.conditions, of, basis);
  annual.used = annual.revised && far && moves && conditions;
  basis.push_back({{"年間平均により算定する", "The average of the year is used"}, of, annual.used});
  return decision;
}

}  // namespace kenpo::remuneration
