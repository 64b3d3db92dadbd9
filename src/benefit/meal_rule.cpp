#include "benefit/meal_rule.h"

#include <array>

#include "law/book.h"

namespace kenpo::benefit {

namespace {

constexpr std::array<std::string_view, 5> meal_rows = {
    "benefit.meal.general", "benefit.meal.intractable", "benefit.meal.untaxed",
    "benefit.meal.untaxed_long", "benefit.meal.low_income_1"};

}  // namespace

// 健康保険法85条2項
base::Result<law::Decision<base::Yen>> meal_burden(base::Date on, MealClass of) {
  const auto burden =
      KENPO_TRY(law::Book::carried().yen(meal_rows[static_cast<std::size_t>(of)], on));
  law::Decision<base::Yen> decision{burden.value, {}};
  decision.basis.push_back({{"食事療養標準負担額（1食）", "Burden of a meal"},
                            "健康保険法85条2項",
                            burden.value,
                            burden.row});
  return decision;
}

}  // namespace kenpo::benefit
