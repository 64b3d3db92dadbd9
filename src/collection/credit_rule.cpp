#include "collection/credit_rule.h"

#include "law/book.h"

namespace kenpo::collection {

// 健康保険法164条2項
base::Result<law::Decision<base::Date>> set_off_until(base::Date arose_on) {
  const auto months = KENPO_TRY(law::Book::carried().count("premium.advance.period", arose_on));
  const auto first = arose_on.plus_days(1);
  law::Decision<base::Date> decision{
      base::period_end(first, static_cast<int>(months.value)), {}};
  decision.basis.push_back({{"告知または納付の日の翌日", "The day after notice or payment"},
                            "健康保険法164条2項", first});
  decision.basis.push_back({{"充当できる保険料の納付期限（この日まで）",
                             "Premiums due by this day may be set off"},
                            "健康保険法164条2項", decision.value, months.row});
  return decision;
}

// 健康保険法193条1項
base::Result<law::Decision<base::Date>> refund_lapses_on(base::Date arose_on) {
  const auto years = KENPO_TRY(law::Book::carried().count("premium.limitation", arose_on));
  constexpr int months_of_a_year = 12;
  const auto last = base::period_end(arose_on.plus_days(1),
                                     static_cast<int>(years.value) * months_of_a_year);
  law::Decision<base::Date> decision{last.plus_days(1), {}};
  decision.basis.push_back({{"還付を受ける権利が消える日", "The right to a refund lapses on"},
                            "健康保険法193条1項", decision.value, years.row});
  return decision;
}

}  // namespace kenpo::collection
