#include "eligibility/voluntary_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kenpo::eligibility {
namespace {

using base::Date;

TEST(VoluntaryLoss, ARequestNeverLengthens) {
  EXPECT_TRUE(rc::check("not after two years", [] {
    const Date acquired =
        Date::of_serial(*rc::gen::inRange(Date::make(2015, 1, 1)->serial(),
                                          Date::make(2027, 12, 31)->serial()));
    const Date accepted = acquired.plus_days(*rc::gen::inRange(0, 900));
    const auto lapse = voluntary_loss(acquired, std::nullopt);
    const auto asked = voluntary_loss(acquired, accepted);
    RC_ASSERT(lapse.ok() && asked.ok());
    RC_ASSERT(asked->value <= lapse->value);
    RC_ASSERT(asked->value > acquired);
    RC_ASSERT(lapse->value.since(acquired) >= 730 && lapse->value.since(acquired) <= 732);
  }));
}

TEST(VoluntaryLoss, AnAcceptanceBeforeTheStartIsRefused) {
  const auto refused = voluntary_loss(*Date::make(2026, 4, 2), *Date::make(2026, 4, 1));
  ASSERT_FALSE(refused.ok());
}

}  // namespace
}  // namespace kenpo::eligibility
