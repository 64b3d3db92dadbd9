#include "premium/prepayment_rule.h"

#include <algorithm>
#include <utility>

#include "law/book.h"

namespace kenpo::premium {

namespace {

using base::Rate;
using base::Result;
using base::Yen;
using Wide = base::Share::Wide;

// Discount factors are whole numbers of this fraction. A premium in millionths of a yen (under
// 2^41 for the highest grade at 100 %) times a factor, added twelve times, stays under 2^106.
constexpr int fraction_bits = 60;
constexpr Wide whole = Wide{1} << fraction_bits;
constexpr std::int64_t millionth = 1'000'000;
constexpr std::int64_t standard_limit_yen = 10'000'000;  // far above the highest grade

/// Product of two factors, cut.
Wide times(Wide left, Wide right) { return (left * right) >> fraction_bits; }

Wide twelfth_power(Wide factor) {
  const Wide square = times(factor, factor);
  const Wide fourth = times(square, square);
  return times(times(fourth, fourth), fourth);
}

/// The factor of one month (施行令49条: the year's rate over twelve months): the largest whose
/// twelfth power is not above 1 ÷ (1 + rate). Found by halving, in whole numbers: no floating point
/// touches money.
Wide month_factor(Rate discount) {
  const Wide year_factor = whole * millionth / (millionth + discount.millionths);
  Wide low = 0;
  Wide high = whole;
  while (high - low > 1) {
    const Wide middle = (low + high) / 2;
    (twelfth_power(middle) <= year_factor ? low : high) = middle;
  }
  return low;
}

base::Fault wrong_count() {
  return {{"前納する月数が正しくありません。", "The number of months is wrong."},
          {"前納は1か月から12か月までです。", "One to twelve months can be prepaid."},
          {"前納の期間を確かめてください。", "Check the months to prepay."},
          {}};
}

/// What a month's premium is, in millionths of a yen.
Wide month_millionths(Yen standard, std::span<const Rate> rates, std::span<const Yen> flat,
                      std::size_t at) {
  const auto rate = rates[at].millionths;
  KENPO_REQUIRE(rate >= 0 && rate <= millionth);
  Wide premium = Wide{standard.amount()} * rate;
  if (flat.empty()) return premium;
  KENPO_REQUIRE(flat[at] >= Yen() && flat[at] <= Yen(standard_limit_yen));
  return premium + Wide{flat[at].amount()} * millionth;
}

/// The most months that can be prepaid. Refuses no month and more than those.
Result<law::Figure<int>> check_months(base::Month first, std::span<const Rate> rates) {
  const auto longest = KENPO_TRY(
      law::Book::carried().count("premium.prepayment.longest", first.first_day()));
  if (rates.empty() || std::cmp_greater(rates.size(), longest.value)) return wrong_count();
  return longest;
}

}  // namespace

// 健康保険法165条; 施行令49条
Result<law::Decision<Yen>> prepayment(base::Month first, Yen standard,
                                      std::span<const Rate> rates, std::span<const Yen> flat) {
  KENPO_REQUIRE(flat.empty() || flat.size() == rates.size());
  KENPO_REQUIRE(standard >= Yen() && standard <= Yen(standard_limit_yen));
  const auto& book = law::Book::carried();
  const auto longest = KENPO_TRY(check_months(first, rates));
  // The compound present value at 4 % a year from the first month.
  const auto discount =
      KENPO_TRY(book.rate("premium.prepayment.discount_rate", first.first_day()));
  const Wide month = month_factor(discount.value);
  Wide factor = whole;
  Wide sum = 0;
  base::Share undiscounted;
  for (std::size_t at = 0; at < rates.size(); ++at) {
    const auto premium = month_millionths(standard, rates, flat, at);
    factor = times(factor, month);
    sum += premium * factor;
    undiscounted = undiscounted + base::Share::of(premium, millionth);
  }
  // Under 50 sen dropped, 50 sen and over raised. Cutting made the sum too small by less than one
  // part in 2^50; a sum that close below 50 sen is 50 sen.
  const Wide yen = whole * millionth;
  const Wide closeness = sum >> 50;
  const Wide rounded = (sum + closeness + yen / 2) / yen;

  law::Decision<Yen> decision{Yen(static_cast<std::int64_t>(rounded)), {}};
  auto& basis = decision.basis;
  basis.push_back({{"標準報酬月額", "Standard remuneration"}, "健康保険法47条", standard});
  basis.push_back({{"前納する月数", "Months prepaid"}, "健康保険法165条1項",
                   law::Count{static_cast<std::int64_t>(rates.size()), law::Unit::months},
                   longest.row});
  basis.push_back({{"割引前の合計（円未満は参考のため切捨て）",
                    "Sum before the discount, fractions left out here only"},
                   "健康保険法156条", undiscounted.truncated()});
  basis.push_back({{"割引の年利率（月ごとの複利現価）", "Yearly discount, compound by month"},
                   "健康保険法施行令49条", discount.value, discount.row});
  basis.push_back({{"前納額（50銭未満切捨て、50銭以上切上げ）", "Prepayment, half up"},
                   "健康保険法施行令49条", decision.value});
  return decision;
}

// 健康保険法165条; 施行令50条
Result<std::vector<Yen>> prepayment_shortfalls(base::Month first, Yen standard,
                                               std::span<const Rate> rates, Yen prepaid,
                                               std::span<const Yen> flat) {
  KENPO_REQUIRE(flat.empty() || flat.size() == rates.size());
  KENPO_REQUIRE(standard >= Yen() && standard <= Yen(standard_limit_yen));
  KENPO_REQUIRE(prepaid >= Yen());
  KENPO_TRY(check_months(first, rates));
  const auto discount = KENPO_TRY(law::Book::carried().rate(
      "premium.prepayment.discount_rate", first.first_day()));
  const Wide month = month_factor(discount.value);
  Wide factor = whole;
  Wide left = Wide{prepaid.amount()} * millionth * whole;
  std::vector<Yen> shortfalls;
  for (std::size_t at = 0; at < rates.size(); ++at) {
    factor = times(factor, month);
    const Wide cost = month_millionths(standard, rates, flat, at) * factor;
    const Wide covered = std::min(left, cost);
    left -= covered;
    // Back from the value in advance to money of the month.
    const Wide lacking = (cost - covered) / factor / millionth;
    shortfalls.emplace_back(static_cast<std::int64_t>(lacking));
  }
  return shortfalls;
}

}  // namespace kenpo::premium
