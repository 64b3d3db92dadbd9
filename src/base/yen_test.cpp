#include "base/yen.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kenpo::base {
namespace {

struct Rounded {
  std::int64_t numerator;
  std::int64_t denominator;
  std::int64_t truncated;
  std::int64_t half_up;
  std::int64_t fifty_sen_down;
  std::int64_t raised;
};

class Roundings : public testing::TestWithParam<Rounded> {};

TEST_P(Roundings, DoWhatTheirNamesSay) {
  const auto& row = GetParam();
  const Share share = Share::of(row.numerator, row.denominator);
  EXPECT_EQ(share.truncated(), Yen(row.truncated));
  EXPECT_EQ(share.half_up(), Yen(row.half_up));
  EXPECT_EQ(share.fifty_sen_down(), Yen(row.fifty_sen_down));
  EXPECT_EQ(share.raised(), Yen(row.raised));
}

INSTANTIATE_TEST_SUITE_P(Table, Roundings,
                         testing::Values(Rounded{0, 1, 0, 0, 0, 0}, Rounded{7, 1, 7, 7, 7, 7},
                                         Rounded{49, 100, 0, 0, 0, 1}, Rounded{1, 2, 0, 1, 0, 1},
                                         Rounded{51, 100, 0, 1, 1, 1}, Rounded{3, 2, 1, 2, 1, 2},
                                         Rounded{5, 2, 2, 3, 2, 3}, Rounded{1, 3, 0, 0, 0, 1},
                                         Rounded{2, 3, 0, 1, 1, 1},
                                         Rounded{999'999, 1'000'000, 0, 1, 1, 1},
                                         Rounded{500'001, 1'000'000, 0, 1, 1, 1},
                                         Rounded{499'999, 1'000'000, 0, 0, 0, 1},
                                         Rounded{-1, 2, 0, -1, 0, -1},
                                         Rounded{-3, 2, -1, -2, -1, -2},
                                         Rounded{-1, 3, 0, 0, 0, -1}));

TEST(Share, SumsAndProductsAreExact) {
  EXPECT_EQ(Share::of(1, 3) + Share::of(1, 6), Share::of(1, 2));
  EXPECT_EQ(Share::of(1, 3) * 3, Share(Yen(1)));
  EXPECT_EQ(Share(Yen(300'000)) * Rate{49'050}, Share(Yen(14'715)));
  EXPECT_EQ(Share(Yen(1)) / 3 - Share::of(1, 3), Share());
  EXPECT_LT(Share::of(1, 3), Share::of(33'334, 100'000));
}

TEST(Share, ManySmallDenominatorsStayInside) {
  Share sum;
  for (int year = 0; year < 12; ++year) {
    sum = sum + Share(Yen(9'999'999'000)) * Rate{91'000 + year} * 366 / 365;
  }
  EXPECT_GT(sum.truncated(), Yen(0));
}

TEST(Share, RoundingsHoldForEveryFraction) {
  EXPECT_TRUE(rc::check("bounds of the four roundings", [] {
    const auto numerator = *rc::gen::inRange<std::int64_t>(-10'000'000, 10'000'000);
    const auto denominator = *rc::gen::inRange<std::int64_t>(1, 10'000);
    const Share share = Share::of(numerator, denominator);
    const Share mirrored = Share::of(-numerator, denominator);
    // Each rounding is within a yen, and the same on both sides of nothing.
    for (const auto round : {&Share::truncated, &Share::half_up, &Share::fifty_sen_down,
                             &Share::raised}) {
      const auto distance = (share.*round)().amount() * denominator - numerator;
      RC_ASSERT(distance < denominator && distance > -denominator);
      RC_ASSERT((mirrored.*round)() == -(share.*round)());
    }
    const auto nearest = share.half_up().amount() * denominator - numerator;
    RC_ASSERT(2 * nearest <= denominator && 2 * nearest >= -denominator);
  }));
}

TEST(Yen, CutsAndRoundsToUnits) {
  EXPECT_EQ(cut_to(Yen(1'999), 1'000), Yen(1'000));
  EXPECT_EQ(cut_to(Yen(999), 1'000), Yen(0));
  EXPECT_EQ(cut_to(Yen(-1'999), 1'000), Yen(-1'000));
  EXPECT_EQ(half_up_to(Share(Yen(15)), 10), Yen(20));
  EXPECT_EQ(half_up_to(Share::of(149, 10), 10), Yen(10));
}

TEST(Yen, IsWrittenInGroups) {
  EXPECT_EQ(Yen(0).grouped(), "0");
  EXPECT_EQ(Yen(999).grouped(), "999");
  EXPECT_EQ(Yen(1'000).grouped(), "1,000");
  EXPECT_EQ(Yen(-1'234'567).grouped(), "-1,234,567");
  EXPECT_EQ(Yen(Yen::limit).grouped(), "1,000,000,000,000,000");
}

TEST(Rate, IsWrittenWithoutTrailingZeros) {
  EXPECT_EQ(Rate{98'100}.permille(), "98.1");
  EXPECT_EQ(Rate{49'050}.permille(), "49.05");
  EXPECT_EQ(Rate{28'516}.permille(), "28.516");
  EXPECT_EQ(Rate{10'000}.permille(), "10");
  EXPECT_EQ(Rate{1}.permille(), "0.001");
}

TEST(YenDeathTest, AnAmountPastTheLimitIsABrokenPromise) {
  EXPECT_DEATH((void)Yen(Yen::limit + 1), "");
  EXPECT_DEATH((void)Share::of(1, 0), "");
}

}  // namespace
}  // namespace kenpo::base
