// Slips of voluntary members leave when a second person has seen the differences.
#include "collection/voluntary_release_act.h"

#include <algorithm>

#include "collection/voluntary_for_tests.h"

namespace kenpo::collection {
namespace {

class SlipReleaseTest : public VoluntaryTest {
 protected:
  SlipReleaseTest() {
    society_.change_policy([&](notice::Policy& policy) {
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back({director_id_,
                                 {{notice::Role::executive_director, from, {}}},
                                 from,
                                 day(2030, 3, 31),
                                 false,
                                 {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
    approvals_.add(slip_release_kind());
  }
  base::Result<base::CaseId> ask(Month month) {
    tick();
    auto ledger = this->ledger();
    return propose_slip_release(ledger, approvals_, society_.clerk(), month, "差を確かめた");
  }
  SlipDifferences differences(Month month) {
    auto ledger = this->ledger();
    return must(show_slip_differences(ledger, society_.clerk(), month));
  }
  auto slip(Month month) {
    auto ledger = this->ledger();
    return slip_of_member(ledger, society_.clerk(), member_.id, month_debt(month));
  }

  base::StaffId director_id_ = base::StaffId::draw();
  notice::Acting director_{director_id_};
  staff::Approvals approvals_{society_.gate(), society_.database()};
};

TEST_F(SlipReleaseTest, ASlipLeavesAfterASecondPersonHasReleasedIt) {
  EXPECT_FALSE(ask(month_in(2026, 5)).ok());  // nothing was demanded
  demand(month_in(2026, 5), day(2026, 5, 20));
  const auto refused = slip(month_in(2026, 5));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.faults()[0].what.ja.text().find("承認されていません"), std::string::npos);
  const auto asked = must(ask(month_in(2026, 5)));
  EXPECT_FALSE(slip(month_in(2026, 5)).ok());  // asked, not released
  EXPECT_FALSE(approvals_.approve(society_.clerk(), asked).ok());  // the same person
  tick();
  must(approvals_.approve(director_, asked));
  EXPECT_TRUE(slip(month_in(2026, 5)).ok());
  EXPECT_EQ(differences(month_in(2026, 5)).unreleased, 0);
  EXPECT_FALSE(ask(month_in(2026, 5)).ok());  // nothing is left to release
}

TEST_F(SlipReleaseTest, TheListTellsWhatDiffersFromTheMonthBeforeAndWhy) {
  demand(month_in(2026, 5), day(2026, 5, 20));
  const auto may = differences(month_in(2026, 5));
  ASSERT_EQ(may.lines.size(), 1U);
  EXPECT_EQ(may.lines[0].difference, SlipDifference::joined);
  EXPECT_EQ(may.total, Yen(24'600));
  hold(month_in(2026, 6), 320'000);
  society_.clock().set(base::start_of(day(2026, 6, 1)));
  demand(month_in(2026, 6), day(2026, 6, 20));
  const auto june = differences(month_in(2026, 6));
  ASSERT_EQ(june.lines.size(), 1U);
  EXPECT_EQ(june.lines[0].difference, SlipDifference::standard);
  EXPECT_EQ(june.lines[0].before, Yen(24'600));
  EXPECT_EQ(june.before, Yen(24'600));
  hold(month_in(2026, 5), 320'000);
  demand(month_in(2026, 6), day(2026, 6, 20));
  const auto corrected = differences(month_in(2026, 6));
  ASSERT_EQ(corrected.lines.size(), 2U);  // with what May lacked
  EXPECT_EQ(corrected.unreleased, 2);
}

TEST_F(SlipReleaseTest, OnlyThoseOfTheWholeSocietySeeTheDifferences) {
  auto ledger = this->ledger();
  EXPECT_FALSE(show_slip_differences(ledger, society_.stranger(), month_in(2026, 5)).ok());
  EXPECT_FALSE(
      propose_slip_release(ledger, approvals_, society_.stranger(), month_in(2026, 5), "x").ok());
}

}  // namespace
}  // namespace kenpo::collection
