#include "remuneration/two_workplaces_rule.h"

#include <algorithm>

namespace kenpo::remuneration {

namespace {

using base::Result;
using base::Share;
using base::Yen;

base::Fault no_pay() {
  return {{"事業所ごとの報酬月額がありません。", "There is no pay at the workplaces."},
          {"保険料は各事業所の報酬月額の割合で分けます（施行令47条）。",
           "The premium is divided by the pay of each."},
          {"各事業所の報酬月額を入力してください。", "Enter the pay of each."},
          {}};
}

Yen sum_of(std::span<const Yen> amounts) {
  Yen sum;
  for (const auto amount : amounts) sum += amount;
  return sum;
}

}  // namespace

// 健康保険法44条3項
Result<law::Decision<Grade>> grade_of_workplaces(base::Month from, std::span<const Yen> monthly) {
  if (monthly.empty() || monthly.size() > workplaces_limit) return no_pay();
  std::vector<law::Basis> basis;
  for (const auto amount : monthly) {
    basis.push_back({{"事業所の報酬月額", "Pay at a workplace"}, "健康保険法44条3項", amount});
  }
  const auto sum = sum_of(monthly);
  basis.push_back({{"報酬月額の合算額", "Sum of them"}, "健康保険法44条3項", sum});
  auto graded = KENPO_TRY(explain_grade(from.first_day(), sum));
  for (auto& line : graded.basis) basis.push_back(std::move(line));
  return law::Decision<Grade>{graded.value, std::move(basis)};
}

// 健康保険法161条4項; 施行令47条1項
Result<std::vector<WorkplaceShare>> divide_by_pay(Yen total, Share insured_of_all,
                                                  std::span<const Yen> pay) {
  const auto whole = sum_of(pay);
  if (whole <= Yen() || pay.size() > workplaces_limit) return no_pay();
  std::vector<WorkplaceShare> shares;
  Yen divided;
  for (const auto amount : pay) {
    const auto part = Share(total) * amount.amount() / whole.amount();
    const auto insured = insured_of_all * amount.amount() / whole.amount();
    shares.push_back({part.truncated(), insured.fifty_sen_down()});
    divided += shares.back().total;
  }
  const auto highest = std::ranges::max_element(pay) - pay.begin();
  shares[static_cast<std::size_t>(highest)].total += total - divided;
  // A part of less than a yen withholds nothing: an employer's own share is never below zero.
  for (auto& share : shares) share.insured = std::min(share.insured, share.total);
  return shares;
}

}  // namespace kenpo::remuneration
