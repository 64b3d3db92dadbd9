// A rate keeps the number of the assembly's resolution under which it stands.
#include <gtest/gtest.h>

#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/society_rate_act.h"
#include "premium/society_rate_store.h"
#include "premium/tables_store.h"
#include "remuneration/tables_store.h"
#include "tests/support/society.h"

namespace kenpo::premium {
namespace {

using test_support::must;

class SocietyRateTest : public testing::Test {
 protected:
  SocietyRateTest() {
    must(enter_rates(ledger_, society_.clerk(),
                     {{.kind = RateKind::general_basic,
                       .from = month_,
                       .total = base::Rate{60'000},
                       .insured = base::Rate{30'000}},
                      {.kind = RateKind::general_specific,
                       .from = month_,
                       .total = base::Rate{38'000},
                       .insured = base::Rate{19'000}}}));
  }
  SocietyRate general() { return must(show_rates(ledger_, society_.clerk())).at(0); }

  test_support::Society society_{eligibility::tables, remuneration::tables, tables};
  eligibility::MemberIndex members_;
  eligibility::Ledger ledger_{society_.gate(), society_.database(), society_.numbers(), members_};
  const base::Month month_ = *base::Month::parse("2026-04");
  const RateResolution minutes_{"A2025-003", month_.first_day()};
};

TEST_F(SocietyRateTest, StandsWithoutAResolutionUntilOneIsNamed) {
  EXPECT_EQ(general().resolution, "");
  must(resolve_rate(ledger_, society_.clerk(), RateKind::general_basic, month_, minutes_));
  EXPECT_EQ(general().resolution, "A2025-003");
  EXPECT_EQ(general().total, base::Rate{60'000}) << "the rate itself is the same";
  EXPECT_EQ(must(show_rates(ledger_, society_.clerk())).size(), 2U);
}

TEST_F(SocietyRateTest, NoSuchRateNoNumberOrNoRoleIsRefused) {
  const auto resolve = [&](const notice::Acting& acting, RateKind kind, base::Month month,
                           const std::string& number) {
    return resolve_rate(ledger_, acting, kind, month,
                        {number, minutes_.in_force_from})
        .ok();
  };
  EXPECT_FALSE(resolve(society_.clerk(), RateKind::care, month_, "A2025-003"));
  EXPECT_FALSE(resolve(society_.clerk(), RateKind::general_basic, month_.plus(1), "A2025-003"));
  EXPECT_FALSE(resolve(society_.clerk(), RateKind::general_basic, month_, ""));
  EXPECT_FALSE(resolve(society_.clerk(), RateKind::general_basic, month_, std::string(21, 'A')));
  EXPECT_FALSE(resolve(society_.stranger(), RateKind::general_basic, month_, "A2025-003"));
  EXPECT_EQ(general().resolution, "");
}

TEST_F(SocietyRateTest, AResolutionThatComesLaterOrARateEnteredAnewIsNotCovered) {
  EXPECT_FALSE(resolve_rate(ledger_, society_.clerk(), RateKind::general_basic, month_,
                            {"A2026-001", month_.plus(1).first_day()})
                   .ok());
  EXPECT_EQ(general().resolution, "");
  must(resolve_rate(ledger_, society_.clerk(), RateKind::general_basic, month_, minutes_));
  auto again = general();
  again.total = base::Rate{61'000};
  must(enter_rates(ledger_, society_.clerk(), {again}));
  EXPECT_EQ(general().resolution, "") << "the resolution was about another rate";
}

TEST_F(SocietyRateTest, TheRoundingOfTheContributionIsTheSocietysRuleFromItsMonth) {
  must(enter_rates(ledger_, society_.clerk(),
                   {{RateKind::adjustment, month_, base::Rate{1'300}, base::Rate{650}},
                    {RateKind::care, month_, base::Rate{18'000}, base::Rate{9'000}},
                    {RateKind::child, month_, base::Rate{2'300}, base::Rate{1'150}}}));
  const auto rounding = [&](base::Month month) {
    const auto view = must(society_.database().read());
    return must(rates_of(view, month)).together(base::Yen()).child_rounding;
  };
  EXPECT_EQ(rounding(month_), ChildRounding::together);
  must(enter_rounding(ledger_, society_.clerk(), {month_.plus(2), ChildRounding::apart}));
  EXPECT_EQ(rounding(month_.plus(1)), ChildRounding::together);
  EXPECT_EQ(rounding(month_.plus(2)), ChildRounding::apart);
  EXPECT_EQ(rounding(month_.plus(3)), ChildRounding::apart);
  EXPECT_FALSE(
      enter_rounding(ledger_, society_.stranger(), {month_, ChildRounding::apart}).ok());
  auto transaction = must(society_.database().write());
  must(put(transaction, LevyRun{.month = month_.plus(3)}));
  must(transaction.commit_without_personal_data());
  EXPECT_FALSE(enter_rounding(ledger_, society_.clerk(),
                              {month_.plus(3), ChildRounding::together})
                   .ok());
  must(enter_rounding(ledger_, society_.clerk(), {month_.plus(4), ChildRounding::together}));
}

}  // namespace
}  // namespace kenpo::premium
