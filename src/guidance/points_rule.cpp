#include "guidance/points_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::guidance {

namespace {

using base::Date;
using base::Result;
using law::Decision;
using Steps = std::vector<law::Basis>;

constexpr std::int64_t thousandths_of_one = 1000;

base::Plain programme() { return "標準的な健診・保健指導プログラム（令和6年度版）"; }

/// Both waist and weight fell by the whole number that the row `name` gives.
Result<bool> both_fell(std::string_view name, Date on, const Support& support) {
  const auto bound = KENPO_TRY(law::Book::carried().count(name, on));
  const auto least = std::min(support.waist_cm.thousandths, support.weight_kg.thousandths);
  return least >= bound.value * thousandths_of_one;
}

/// `times` the points of the row, with their line.
Result<int> scored(std::string_view name, Date on, int times, base::Words step, Steps& basis) {
  const auto each = KENPO_TRY(law::Book::carried().count(name, on));
  const int points = each.value * times;
  if (times > 0) {
    basis.push_back(
        {std::move(step), programme(), law::Count{points, law::Unit::number}, each.row});
  }
  return points;
}

/// Outcome: 2 cm and 2 kg, else 1 cm and 1 kg.
Result<int> outcome(Date on, const Support& support, Steps& basis) {
  if (KENPO_TRY(both_fell("guidance.points.two_cm_kg", on, support))) {
    return scored("guidance.points.both_two", on, 1,
                  {"腹囲2cm・体重2kg減の点数", "Points of 2 cm and 2 kg"}, basis);
  }
  const bool one = KENPO_TRY(both_fell("guidance.points.one_cm_kg", on, support));
  return scored("guidance.points.both_one", on, one ? 1 : 0,
                {"腹囲1cm・体重1kg減の点数", "Points of 1 cm and 1 kg"}, basis);
}

}  // namespace

// 標準的な健診・保健指導プログラム（令和6年度版）: 積極的支援の実績評価
Result<Decision<Points>> support_points(Date on, const Support& support) {
  Decision<Points> decision;
  auto& basis = decision.basis;
  int sum = KENPO_TRY(outcome(on, support, basis));
  sum += KENPO_TRY(scored("guidance.points.behaviour_change", on, support.behaviour_changes,
                          {"行動変容の点数", "Points of changed behaviour"}, basis));
  // Process.
  sum += KENPO_TRY(scored("guidance.points.individual", on, support.individual,
                          {"個別支援の点数", "Points of individual sessions"}, basis));
  sum += KENPO_TRY(scored("guidance.points.group", on, support.group,
                          {"グループ支援の点数", "Points of group sessions"}, basis));
  sum += KENPO_TRY(scored("guidance.points.telephone", on, support.telephone,
                          {"電話支援の点数", "Points of calls"}, basis));
  sum += KENPO_TRY(scored("guidance.points.mail", on, support.mail,
                          {"電子メール等の支援の点数", "Points of messages"}, basis));
  const int same_day = support.first_interview == FirstInterview::same_day ? 1 : 0;
  sum +=
      KENPO_TRY(scored("guidance.points.first_interview_same_day", on, same_day,
                       {"健診当日の初回面接の点数", "Points of an interview on the day"}, basis));
  const auto enough = KENPO_TRY(law::Book::carried().count("guidance.points.completed", on));
  decision.value = {sum, sum >= enough.value};
  basis.push_back(
      {{"点数の合計", "Points in all"}, programme(), law::Count{sum, law::Unit::number}});
  basis.push_back({{"積極的支援の終了に足りる", "Enough to complete the support"},
                   programme(),
                   decision.value.completed,
                   enough.row});
  return decision;
}

}  // namespace kenpo::guidance
