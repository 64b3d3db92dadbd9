#include "review/dose_rule.h"

#include <algorithm>

#include "base/decimal.h"

namespace kenpo::review {

namespace {

constexpr std::int64_t quantity_unit = 100'000;  // dose_decimals
constexpr std::int64_t price_unit = 100;         // the master has yen with two decimals

/// What the master's price makes of so much of the drug, in whole yen; 0 without a price.
std::int64_t yen_of(std::int64_t quantity, std::int64_t times, std::int64_t price_hundredths) {
  __extension__ using Wide = __int128;
  const auto amount = static_cast<Wide>(quantity) * times * price_hundredths;
  return static_cast<std::int64_t>(amount / (quantity_unit * price_unit));
}

std::string limit_words(const DoseLimit& limit) {
  return "（" + std::string(wording(limit.way)) + "、" + limit.from.iso() + "から、" + limit.basis +
         "）";
}

}  // namespace

// The society's own rule: no statute gives a dose. 療養担当規則20条2号: what is needed, by the usual
// amount; 日数 by the same rule.
void check_dose(const ReceiptFacts& receipt, const CheckRow& check, const MasterAnswers& answers,
                std::vector<FindingDraft>& found) {
  const auto month = receipt.claim.treated_in;
  for (const auto& item : receipt.items) {
    if (!item.drug || item.quantity_hundred_thousandths == 0) continue;
    const auto known = answers.item(item.code, month.first_day());
    const auto* limit = dose_limit_in(answers.doses, item.code, known ? known->price_code : "",
                                      item.way, month);
    if (limit == nullptr) continue;
    const auto quantity = item.quantity_hundred_thousandths;
    const std::int64_t times = std::max(1, item.count);
    FindingDraft draft;
    std::string words;
    if (check.kind == CheckKind::dose_amount) {
      if (!limit->most_hundred_thousandths || quantity <= *limit->most_hundred_thousandths) {
        continue;
      }
      const auto beyond = quantity - *limit->most_hundred_thousandths;
      draft.yen = yen_of(beyond, times, known ? known->price_hundredths : 0);
      words = "使用量 " + base::decimal_words(quantity, dose_decimals) + "、上限 " +
              base::decimal_words(*limit->most_hundred_thousandths, dose_decimals);
    } else {
      if (!limit->most_times || times <= *limit->most_times) continue;
      draft.yen =
          yen_of(quantity, times - *limit->most_times, known ? known->price_hundredths : 0);
      words = "日数・回数 " + std::to_string(times) + "、上限 " + std::to_string(*limit->most_times);
    }
    draft.check = &check;
    draft.claim = receipt.claim.id;
    draft.subject = limit->drug + "/" + item.code + "/" + std::to_string(item.row);
    draft.evidence = "医薬品 " + item.code + (known ? " " + known->name : "") + "：" + words +
                     limit_words(*limit);
    draft.row = item.row;
    draft.branch = item.branch;
    found.push_back(std::move(draft));
  }
}

}  // namespace kenpo::review
