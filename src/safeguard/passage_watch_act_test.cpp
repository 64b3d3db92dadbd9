// P-1 and O-4 of the notice: an access by somebody in no area raises an alert; a day without
// passages does not. On a real gate, log and store.
#include "safeguard/passage_watch_act.h"

#include <gtest/gtest.h>

#include "safeguard/alert_store.h"
#include "safeguard/area_act.h"
#include "safeguard/register_tables_store.h"
#include "safeguard/watch_tables_store.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;
using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation use_in_area{
    .name = "test.use_in_area",
    .japanese = "試験の利用",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};

constexpr std::int64_t passage_hour = 3'600'000;

class PassageWatch : public testing::Test {
 protected:
  PassageWatch() : society_(register_tables, watch_tables) {
    society_.change_policy([](notice::Policy& policy) {
      policy.handlers.front().assignments.push_back(
          {notice::Role::responsible_person, *base::Date::make(2015, 1, 1), {}});
    });
    must(register_area(office(), society_.clerk(), room_));
  }

  RegisterOffice office() { return {society_.gate(), society_.database(), society_.directory()}; }
  base::Moment at(int day, int hour) const {
    return base::start_of(base::Date::make(2026, 11, 24)->plus_days(day))
        .plus_milliseconds(hour * passage_hour);
  }
  void use() {
    must(society_.gate().perform<use_in_area>(
        society_.clerk(), [](const notice::Permit<use_in_area>& permit) -> base::Result<int> {
          permit.recorder().touched(base::PersonId::draw());
          return 0;
        }));
  }
  void pass(Direction direction, base::Moment moment) {
    must(record_passage(
        office(), society_.clerk(),
        {society_.clerk_id(), room_.id, direction, moment, PassageSource::by_hand}));
  }
  WatchOutcome watch() {
    return must(watch_passages(
        {society_.gate(), society_.database(), society_.history(), society_.directory() + "/log"},
        Society::scheduler()));
  }
  std::vector<Alert> alerts() { return must(list_alerts(must(society_.database().read()))); }

  Society society_;
  Area room_{AreaId::draw(), "A1", "業務課", "3階", "業務課の職員"};
};

TEST_F(PassageWatch, P1AUseFromOutsideEveryAreaRaisesAnAlertOnceTheDayIsOver) {
  society_.clock().set(at(0, 9));
  pass(Direction::in, at(0, 9));
  society_.clock().set(at(0, 10));
  use();
  society_.clock().set(at(0, 18));
  pass(Direction::out, at(0, 17));
  use();
  EXPECT_EQ(watch().raised, 0) << "the day is not over";
  society_.clock().set(at(1, 8));
  EXPECT_EQ(watch().raised, 1);
  ASSERT_EQ(alerts().size(), 1U);
  EXPECT_EQ(alerts()[0].kind, SignKind::absent);
  EXPECT_EQ(alerts()[0].staff, society_.clerk_id());
  EXPECT_EQ(alerts()[0].day, at(0, 0).day());
  EXPECT_EQ(alerts()[0].count, 1) << "the one from inside is none";
  const auto leaves = society_.leaves();
  EXPECT_EQ(watch().raised + watch().joined, 0) << "told once";
  EXPECT_EQ(society_.leaves(), leaves) << "nothing to compare leaves no leaf";
}

TEST_F(PassageWatch, P1ADayWithoutPassagesMakesNoSign) {
  society_.clock().set(at(0, 10));
  use();
  society_.clock().set(at(1, 8));
  EXPECT_EQ(watch().raised, 0);
  EXPECT_TRUE(alerts().empty());
}

TEST_F(PassageWatch, P1PassagesThatComeLateAreComparedAndTellOnlyWhatIsNew) {
  society_.clock().set(at(0, 10));
  use();
  society_.clock().set(at(0, 15));
  use();
  society_.clock().set(at(2, 9));
  pass(Direction::in, at(0, 14));
  EXPECT_EQ(watch().raised, 1) << "the use before the way in";
  EXPECT_EQ(alerts()[0].count, 1);
  pass(Direction::out, at(0, 14).plus_milliseconds(1000));
  EXPECT_EQ(watch().joined, 1) << "the other one, too, was outside";
  EXPECT_EQ(alerts()[0].count, 2);
}

}  // namespace
}  // namespace kenpo::safeguard
