#include "cost_notice/amount_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::cost_notice {

using base::Result;
using base::Share;
using base::Yen;

namespace of_amounts {

Result<base::Rate> rate_of(const ReceiptCost& receipt) {
  const char* name = "benefit.share.under_70";
  switch (receipt.group) {
    case ShareGroup::ordinary:
      break;
    case ShareGroup::preschool:
      name = "benefit.share.preschool";
      break;
    case ShareGroup::elderly:
      name = "certificate.elderly.share.ordinary";
      break;
    case ShareGroup::elderly_active:
      name = "certificate.elderly.share.active_income";
      break;
  }
  return KENPO_TRY(law::Book::carried().rate(name, receipt.month.first_day())).value;
}

}  // namespace of_amounts

// 健康保険法74条・75条・110条
Result<PaidAmounts> paid_amounts(const ReceiptCost& receipt) {
  const auto rate = KENPO_TRY(of_amounts::rate_of(receipt));
  const auto unit = KENPO_TRY(
      law::Book::carried().yen("benefit.share.rounding", receipt.month.first_day()));
  const auto share_of = [&](Yen cost) {
    return base::half_up_to(Share(cost) * rate, unit.value.amount());
  };
  const Yen burden = std::min(receipt.charge.value_or(share_of(receipt.cost)), receipt.cost);
  PaidAmounts amounts{.cost = receipt.cost, .insured = receipt.cost - burden, .public_aid = {},
                      .paid = burden};
  if (!receipt.public_payer) return amounts;
  // The part without a public payer is paid as ever, of the other what the payer left.
  const Yen outside = receipt.cost - std::min(receipt.cost, receipt.public_cost);
  amounts.paid = std::min(burden, share_of(outside) + receipt.public_charge);
  amounts.public_aid = burden - amounts.paid;
  return amounts;
}

// 民法4条
Result<bool> is_minor(base::Date born, base::Date on) {
  const auto age = KENPO_TRY(law::Book::carried().count("cost_notice.majority", on));
  return base::age_on(born, on) < age.value;
}

}  // namespace kenpo::cost_notice
