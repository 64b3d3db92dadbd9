#include "app/recurring.h"

#include <gtest/gtest.h>

namespace kenpo::app {
namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

// A changed log is told soon after a start, also on a machine that was switched on this morning:
// its clock stands near nothing then.
TEST(Recurring, IsDueAtTheStartAndOnceAPeriod) {
  Recurring verification(day);
  EXPECT_TRUE(verification.is_due(10'000)) << "ten seconds after the machine's start";
  EXPECT_FALSE(verification.is_due(20'000));
  EXPECT_FALSE(verification.is_due(10'000 + day - 1));
  EXPECT_TRUE(verification.is_due(10'000 + day));
  EXPECT_FALSE(verification.is_due(10'000 + day + 1));
}

}  // namespace
}  // namespace kenpo::app
