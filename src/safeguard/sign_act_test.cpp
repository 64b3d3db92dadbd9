// O-4 of the notice: each defined sign alerts the responsible person, is acknowledged or escalated,
// and none is lost or doubled. On a real gate, log and store.
#include "safeguard/sign_act.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "safeguard/alert_act.h"
#include "safeguard/alert_store.h"
#include "safeguard/watch_tables_store.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;
using notice::Category;
using notice::Purpose;
using notice::Role;

inline constexpr notice::Operation look{
    .name = "test.look",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};
inline constexpr notice::Operation look_at_claim{
    .name = "test.claim",
    .japanese = "試験のレセプト",
    .pairs = {notice::Pair{Category::medical_claim, Purpose::benefit_examination_and_payment}}};
inline constexpr notice::Operation break_glass{
    .name = "break_glass.use",
    .japanese = "試験の緊急時の利用",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};

constexpr std::int64_t hour_milliseconds = 3'600'000;

class Signs : public testing::Test {
 protected:
  Signs() : society_(watch_tables) {
    society_.change_policy([this](notice::Policy& policy) {
      const auto from = *base::Date::make(2015, 1, 1);
      const auto until = *base::Date::make(2030, 3, 31);
      policy.handlers.push_back(
          {director_, {{Role::executive_director, from, {}}}, from, until, false, {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
      officer_ = *policy.responsible_person;
    });
    at(10);
  }

  /// 2026-11-24, a Tuesday, at so many o'clock; later days by more hours.
  void at(std::int64_t hours) {
    society_.clock().set(base::start_of(*base::Date::make(2026, 11, 24))
                             .plus_milliseconds(hours * hour_milliseconds));
  }
  template <const notice::Operation& operation>
  void use(const std::vector<base::PersonId>& people, std::optional<base::CaseId> case_id = {}) {
    must(society_.gate().perform<operation>(
        notice::Acting{society_.clerk_id(), case_id},
        [&](const notice::Permit<operation>& permit) -> base::Result<int> {
          for (const auto& person : people) permit.recorder().touched(person);
          return 0;
        }));
  }
  void be_refused() {
    EXPECT_FALSE(
        (society_.gate()
             .perform<look_at_claim>(
                 notice::Acting{society_.clerk_id()},
                 [](const notice::Permit<look_at_claim>&) -> base::Result<int> { return 0; })
             .ok()));
  }
  static std::vector<base::PersonId> people(std::size_t count) {
    std::vector<base::PersonId> drawn;
    while (drawn.size() < count) drawn.push_back(base::PersonId::draw());
    return drawn;
  }
  WatchOutcome watch() {
    return must(watch_signs(
        {society_.gate(), society_.database(), society_.history(), society_.directory() + "/log"},
        Society::scheduler()));
  }
  std::vector<Alert> alerts() { return must(list_alerts(must(society_.database().read()))); }
  notice::Acting officer() const { return {officer_}; }
  notice::Acting director() const { return {director_}; }
  base::Result<> acknowledge(const notice::Acting& acting, const AlertId& id) {
    return acknowledge_alert(society_.gate(), society_.database(), acting, id, "確かめました");
  }
  void set(WatchSetting which, std::int64_t value) {
    must(enter_setting(society_.gate(), society_.database(), officer(),
                       {which, value, society_.clock().now().day()}));
  }

  Society society_;
  base::StaffId director_ = base::StaffId::draw();
  base::StaffId officer_ = base::StaffId::draw();
};

TEST_F(Signs, O4_RefusalsAlertWhenTheyReachTheThreshold) {
  for (int count = 0; count < 4; ++count) be_refused();
  EXPECT_EQ(watch().raised, 0);
  be_refused();
  EXPECT_EQ(watch().raised, 1);
  ASSERT_EQ(alerts().size(), 1U);
  EXPECT_EQ(alerts()[0].kind, SignKind::refusals);
  EXPECT_EQ(alerts()[0].staff, society_.clerk_id());
  EXPECT_EQ(alerts()[0].count, 5);
}

TEST_F(Signs, O4_UnusualVolumeAlertsAndTheSocietysOwnRowDecidesWhatIsUnusual) {
  use<look>(people(499), base::CaseId::draw());
  EXPECT_EQ(watch().raised, 0);
  use<look>(people(1), base::CaseId::draw());
  EXPECT_EQ(watch().raised, 1);
  EXPECT_EQ(alerts()[0].kind, SignKind::volume);
  set(WatchSetting::persons_a_day, 3);
  must(acknowledge(officer(), alerts()[0].id));
  use<look>(people(3), base::CaseId::draw());
  EXPECT_EQ(watch().raised, 1);
}

TEST_F(Signs, O4_OddHoursAlertInTheNightAndOnClosedDays) {
  use<look>(people(1));
  EXPECT_EQ(watch().raised, 0);
  at(21);
  use<look>(people(1));
  EXPECT_EQ(watch().raised, 1);
  EXPECT_EQ(alerts()[0].kind, SignKind::odd_hours);
  must(acknowledge(officer(), alerts()[0].id));
  at(4 * 24 + 10);  // Saturday
  use<look>(people(1));
  EXPECT_EQ(watch().raised, 1);
}

TEST_F(Signs, O4_OwnFamilyAlertsAndTheTwoStayTwoSubjects) {
  const auto wife = base::PersonId::draw();
  must(enter_family(society_.gate(), society_.database(), officer(),
                    {.staff = society_.clerk_id(), .person = wife}));
  use<look>(people(20));
  EXPECT_EQ(watch().raised, 0);
  auto many = people(20);  // a set: its root alone stands in the leaf
  many.push_back(wife);
  use<look>(many);
  EXPECT_EQ(watch().raised, 1);
  EXPECT_EQ(alerts()[0].kind, SignKind::own_family);
  use<look>({wife});
  EXPECT_EQ(watch().joined, 1);
  EXPECT_EQ(alerts()[0].count, 2);
}

TEST_F(Signs, O4_LookUpsWithoutACaseAlert) {
  set(WatchSetting::without_case_a_day, 10);
  use<look>(people(30), base::CaseId::draw());
  EXPECT_EQ(watch().raised, 0);
  use<look>(people(10));
  EXPECT_EQ(watch().raised, 1);
  EXPECT_EQ(alerts()[0].kind, SignKind::without_case);
}

TEST_F(Signs, O4_BreakGlassAlerts) {
  use<break_glass>(people(1));
  EXPECT_EQ(watch().raised, 1);
  EXPECT_EQ(alerts()[0].kind, SignKind::break_glass);
}

TEST_F(Signs, O4_AnAcknowledgementHasWordsAndTimeAndIsForTheResponsiblePerson) {
  use<break_glass>(people(1));
  watch();
  const auto id = alerts()[0].id;
  EXPECT_FALSE(acknowledge(society_.clerk(), id).ok());
  EXPECT_FALSE(acknowledge(director(), id).ok());  // not before its time is over
  EXPECT_FALSE(acknowledge_alert(society_.gate(), society_.database(), officer(), id, "").ok());
  EXPECT_FALSE(
      acknowledge_alert(society_.gate(), society_.database(), officer(), id, std::string(1001, 'a'))
          .ok());
  EXPECT_EQ(alerts()[0].state, AlertState::raised);
  must(acknowledge(officer(), id));
  const auto found = must(show_alert(society_.gate(), society_.database(), officer(), id));
  EXPECT_EQ(found.alert.state, AlertState::acknowledged);
  EXPECT_EQ(found.alert.acknowledged_at, society_.clock().now());
  ASSERT_TRUE(found.answer);
  EXPECT_EQ(found.answer->words, "確かめました");
  EXPECT_FALSE(acknowledge(officer(), id).ok());  // once
}

TEST_F(Signs, O4_WhatIsNotAcknowledgedInTimeGoesToTheExecutiveDirector) {
  use<break_glass>(people(1));
  watch();
  at(10 + 23);
  EXPECT_EQ(watch().escalated, 0);
  at(10 + 24);
  EXPECT_EQ(watch().escalated, 1);
  EXPECT_EQ(watch().escalated, 0);
  EXPECT_EQ(alerts()[0].state, AlertState::escalated);
  must(acknowledge(director(), alerts()[0].id));
}

TEST_F(Signs, O4_ASignAboutTheResponsiblePersonGoesToTheExecutiveDirectorAtOnce) {
  society_.change_policy(
      [this](notice::Policy& policy) { policy.responsible_person = society_.clerk_id(); });
  use<break_glass>(people(1));
  EXPECT_EQ(watch().escalated, 1);
  const auto id = alerts()[0].id;
  EXPECT_FALSE(acknowledge(society_.clerk(), id).ok());
  must(acknowledge(director(), id));
}

TEST_F(Signs, O4_NoAlertIsLostOrDoubled) {
  use<break_glass>(people(1));
  EXPECT_EQ(watch().raised, 1);
  for (int again = 0; again < 3; ++again) EXPECT_EQ(watch().raised + watch().joined, 0);
  society_.reopen();
  EXPECT_EQ(watch().raised + watch().joined, 0);
  use<break_glass>(people(1));
  society_.reopen();  // before it was watched
  EXPECT_EQ(watch().joined, 1);
  EXPECT_EQ(alerts().size(), 1U);
  EXPECT_EQ(alerts()[0].count, 2);
  must(acknowledge(officer(), alerts()[0].id));
  use<break_glass>(people(1));
  EXPECT_EQ(watch().raised, 1);  // what happens after the answer is a new alert
  EXPECT_EQ(alerts().size(), 2U);
}

TEST_F(Signs, O4_AWatchingThatFailsLeavesItsPlaceWhereItWas) {
  use<break_glass>(people(1));
  society_.gate().log().checkpoint().ok();
  {
    // Another writer holds the database: the watching gives up with a fault and nothing is moved.
    const auto held = must(society_.database().write());
    EXPECT_FALSE(watch_signs({society_.gate(), society_.database(), society_.history(),
                              society_.directory() + "/log"},
                             society_.clerk())
                     .ok());  // and a clerk may not watch at all
  }
  EXPECT_TRUE(alerts().empty());
  EXPECT_EQ(watch().raised, 1);
}

TEST_F(Signs, O4_ASettingKeepsItsRangeAndItsDay) {
  const auto today = society_.clock().now().day();
  const auto enter = [&](WatchSetting which, std::int64_t value, base::Date from) {
    return enter_setting(society_.gate(), society_.database(), officer(), {which, value, from})
        .ok();
  };
  EXPECT_FALSE(enter(WatchSetting::refusals_a_day, 0, today));
  EXPECT_FALSE(enter(WatchSetting::refusals_a_day, 101, today));
  EXPECT_FALSE(enter(WatchSetting::refusals_a_day, 3, today.plus_days(-1)));
  EXPECT_FALSE(enter(WatchSetting::opens_hour, 21, today));
  EXPECT_TRUE(enter(WatchSetting::refusals_a_day, 3, today.plus_days(1)));
  const auto view = must(society_.database().read());
  EXPECT_EQ(must(setting(view, WatchSetting::refusals_a_day, today)), 5);
  EXPECT_EQ(must(setting(view, WatchSetting::refusals_a_day, today.plus_days(1))), 3);
}

}  // namespace
}  // namespace kenpo::safeguard
