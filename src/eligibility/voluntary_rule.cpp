#include "eligibility/voluntary_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::eligibility {

using base::Date;
using base::Result;
using law::Decision;

// 健康保険法38条
Result<Decision<Date>> voluntary_loss(Date acquired, std::optional<Date> leave_accepted) {
  const auto& book = law::Book::carried();
  if (leave_accepted && *leave_accepted < acquired) {
    return base::Fault{
        {"喪失の申出の受理日が、資格取得日より前です。",
         "The request to leave was accepted before the status began."},
        {},
        {"どちらの日付が正しいか確かめてください。", "Check which of the two days is right."},
        {}};
  }

  // 1号: the day after two years from the start (民法143条).
  const auto period = KENPO_TRY(book.count("voluntary.longest_period", acquired));
  const Date lapse = base::period_end(acquired, period.value).plus_days(1);
  Decision<Date> decision{lapse, {}};
  decision.basis.push_back({{"任意継続の期間が満了した翌日", "Day after the period has ended"},
                            "健康保険法38条1号",
                            lapse,
                            period.row});
  if (!leave_accepted) return decision;

  // 7号: the day after the end of the month in which the request was accepted.
  const law::Row* request = book.find("voluntary.loss_on_request", *leave_accepted);
  if (request == nullptr) {
    decision.basis.push_back({{"申出による喪失の定めがない日の受理のため、申出では喪失しない",
                               "Accepted on a day without loss by request: no effect"},
                              "健康保険法38条7号",
                              *leave_accepted});
    return decision;
  }
  const Date after_request = leave_accepted->in_month().plus(1).first_day();
  decision.basis.push_back({{"申出が受理された月の翌月1日", "1st after the month of acceptance"},
                            "健康保険法38条7号",
                            after_request,
                            request});
  decision.value = std::min(lapse, after_request);
  decision.basis.push_back({{"早いほうの日", "The earlier of the two"}, "健康保険法38条",
                            decision.value});
  return decision;
}

}  // namespace kenpo::eligibility
