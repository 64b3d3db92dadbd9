#include "premium/limitation_rule.h"

#include "law/book.h"

namespace kenpo::premium {

namespace {

using base::Date;
using base::Month;
using base::Result;

constexpr int months_a_year = 12;

struct Computed {
  Limitation limitation;
  const law::Row* row = nullptr;
};

// 健康保険法164条1項・193条1項; 民法140条・143条
Result<Computed> compute(Month month, Date on) {
  const auto years = KENPO_TRY(law::Book::carried().count("premium.limitation", on));
  // Due at the end of the following month; the first day does not count.
  const Date due = month.plus(1).last_day();
  return Computed{{due, base::period_end(due.plus_days(1), years.value * months_a_year)},
                  years.row};
}

}  // namespace

Result<Limitation> premium_limitation(Month month, Date on) {
  return KENPO_TRY(compute(month, on)).limitation;
}

Result<law::Decision<bool>> explain_collectible(Month month, Date on) {
  const auto computed = KENPO_TRY(compute(month, on));
  law::Decision<bool> decision{on <= computed.limitation.last, {}};
  decision.basis.push_back({{"保険料の納期限（翌月末日）", "Due: the end of the following month"},
                            "健康保険法164条1項",
                            computed.limitation.due});
  decision.basis.push_back({{"時効が完成する前の最後の日", "Last day before the limitation"},
                            "健康保険法193条1項",
                            computed.limitation.last,
                            computed.row});
  decision.basis.push_back({{"徴収し、または還付できる", "Can be claimed or paid back"},
                            "健康保険法193条1項",
                            decision.value});
  return decision;
}

Result<Month> first_collectible_month(Date on) {
  auto month = on.in_month();
  while (true) {
    const auto before = month.plus(-1);
    const auto limitation = KENPO_TRY(premium_limitation(before, on));
    if (limitation.last < on) return month;
    month = before;
  }
}

}  // namespace kenpo::premium
