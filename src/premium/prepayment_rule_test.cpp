#include "premium/prepayment_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <vector>

namespace kenpo::premium {
namespace {

using base::Month;
using base::Rate;
using base::Yen;

const Month april = *Month::make(2026, 4);

/// One more month adds its premium less a discount of at most 4 %, give or take the rounding.
TEST(Prepayment, AMonthAddsItsDiscountedPremium) {
  EXPECT_TRUE(rc::check("one more month", [] {
    const Yen standard(*rc::gen::inRange<std::int64_t>(58'000, 1'390'001));
    std::vector<Rate> rates;
    for (int count = *rc::gen::inRange(1, 12); count > 0; --count) {
      rates.push_back({*rc::gen::inRange<std::int64_t>(30'000, 160'000)});
    }
    const auto before = prepayment(april, standard, rates);
    rates.push_back({*rc::gen::inRange<std::int64_t>(30'000, 160'000)});
    const auto added = prepayment(april, standard, rates)->value - before->value;
    const auto premium = base::Share(standard) * rates.back();
    RC_ASSERT(base::Share(added) < premium + base::Share(Yen(1)));
    RC_ASSERT(base::Share(added + Yen(1)) * 104 > premium * 100);
  }));
}

TEST(Prepayment, AnExactHalfIsRaised) {
  // Twelve months with a premium in the last alone: 0.52 ÷ 1.04 = 0.5.
  std::vector<Rate> rates(12, Rate{0});
  rates.back() = Rate{520'000};
  EXPECT_EQ(prepayment(april, Yen(1), rates)->value, Yen(1));
  rates.back() = Rate{519'999};
  EXPECT_EQ(prepayment(april, Yen(1), rates)->value, Yen(0));
}

TEST(Prepayment, IsLessThanPayingMonthByMonth) {
  EXPECT_TRUE(rc::check("discounted", [] {
    const std::vector<Rate> rates(static_cast<std::size_t>(*rc::gen::inRange(1, 13)),
                                  Rate{100'000});
    const auto decision = prepayment(april, Yen(300'000), rates);
    RC_ASSERT(decision->value < Yen(30'000) * static_cast<int>(rates.size()));
  }));
}

/// 施行令50条: what was prepaid covers its own months at the same rates; risen rates leave, in value
/// in advance, exactly what the prepayment would have cost more.
TEST(Prepayment, RisenRatesLackWhatTheNewPrepaymentWouldCostMore) {
  EXPECT_TRUE(rc::check("shortfalls", [] {
    const Yen standard(*rc::gen::inRange<std::int64_t>(58'000, 1'390'001));
    std::vector<Rate> before;
    std::vector<Rate> now;
    for (int count = *rc::gen::inRange(1, 13); count > 0; --count) {
      before.push_back({*rc::gen::inRange<std::int64_t>(30'000, 160'000)});
      now.push_back({before.back().millionths + *rc::gen::inRange<std::int64_t>(0, 20'000)});
    }
    const auto paid = prepayment(april, standard, before)->value;
    for (const auto same : *prepayment_shortfalls(april, standard, before, paid)) {
      RC_ASSERT(same == Yen());
    }
    const auto lacking = prepayment_shortfalls(april, standard, now, paid);
    base::Share value;  // in advance
    bool begun = false;
    for (std::size_t at = 0; at < now.size(); ++at) {
      const auto whole = (base::Share(standard) * now[at]).truncated();
      RC_ASSERT(lacking->at(at) <= whole);
      if (begun) RC_ASSERT(lacking->at(at) == whole);  // the earliest months are covered first
      begun = begun || lacking->at(at) > Yen();
      std::vector<Rate> alone(at + 1, Rate{0});
      alone.back() = Rate{1'000'000};
      value = value + base::Share(prepayment(april, lacking->at(at), alone)->value);
    }
    const auto more = prepayment(april, standard, now)->value - paid;
    constexpr int rounding_yen = 26;  // a yen cut and half a yen rounded a month
    RC_ASSERT(value <= base::Share(more + Yen(rounding_yen)));
    RC_ASSERT(base::Share(more) <= value + base::Share(Yen(rounding_yen)));
  }));
  EXPECT_FALSE(prepayment_shortfalls(april, Yen(300'000), {}, Yen(1)).ok());
}

TEST(Prepayment, RefusesNoMonthAndThirteen) {
  EXPECT_FALSE(prepayment(april, Yen(300'000), {}).ok());
  EXPECT_FALSE(prepayment(april, Yen(300'000), std::vector<Rate>(13, Rate{1})).ok());
}

}  // namespace
}  // namespace kenpo::premium
