// A version of the society's rules stands on a resolution whose minutes are closed.
#include <gtest/gtest.h>

#include <algorithm>

#include "assembly/assembly_for_tests.h"
#include "assembly/bylaw_act.h"
#include "assembly/meeting_act.h"

namespace kenpo::assembly {
namespace {

class BylawTest : public testing::Test {
 protected:
  /// The number of a resolution of today about the matter, in force from the day.
  std::string resolved(Matter matter, base::Date in_force_from) {
    const auto id = must(convene(office_, society_.one(),
                                 {.body = Body::assembly,
                                  .held_on = society_.today(),
                                  .hour = "10:00",
                                  .place = "会議室"}));
    must(add_matter(office_, society_.one(), id, "議案", matter, in_force_from));
    must(notify(office_, society_.one(), id));
    std::vector<Attendance> attendance;
    for (const auto& member : members_) {
      attendance.push_back({id, member.person, member.id, Presence::in_person});
    }
    must(record_attendance(office_, society_.one(), id, attendance));
    const auto item = must(show_meeting(office_, society_.one(), id)).agenda.at(0).id;
    last_meeting_ = id;
    return must(record_votes(office_, society_.one(), id, item, {.in_favour = 4})).resolution;
  }
  std::string minuted(Matter matter, base::Date in_force_from) {
    auto number = resolved(matter, in_force_from);
    must(close_minutes(office_, society_.one(), *last_meeting_));
    return number;
  }
  BylawDraft draft(std::string resolution) {
    return {.rule = {},
            .title = "付加給付規程",
            .subject = BylawSubject::additional_benefits,
            .from = first_,
            .resolution = std::move(resolution),
            .summary = "一部負担還元金を支給する"};
  }
  bool enters(const BylawDraft& wanted) {
    return enter_bylaw(office_, society_.one(), wanted).ok();
  }

  AssemblySociety society_;
  AssemblyOffice office_ = society_.office();
  std::vector<Membership> members_ = society_.seat_all(*base::Date::make(2026, 4, 1));
  std::optional<MeetingId> last_meeting_;
  const base::Date first_ = *base::Date::make(2027, 4, 1);
};

TEST_F(BylawTest, AVersionHoldsUntilTheDayBeforeTheNextOne) {
  const auto one = must(enter_bylaw(office_, society_.one(),
                                    draft(minuted(Matter::regulation, first_))));
  EXPECT_EQ(one.number, 1);
  EXPECT_EQ(one.resolved_on, society_.today());
  auto next = draft(minuted(Matter::regulation, first_));
  next.rule = one.rule;
  next.title = "";
  next.from = first_.plus_days(30);
  const auto two = must(enter_bylaw(office_, society_.one(), next));
  EXPECT_EQ(two.number, 2);
  EXPECT_EQ(two.title, one.title) << "a rule keeps its title";
  next.from = first_.plus_days(60);
  next.standing = BylawVersion::Standing::abolished;
  must(enter_bylaw(office_, society_.one(), next));
  const auto all = must(show_bylaws(office_, society_.outsider()));
  ASSERT_EQ(all.size(), 3U);
  const auto at = std::ranges::find(all, 1, &BylawVersion::number) - all.begin();
  EXPECT_EQ(last_day(all, static_cast<std::size_t>(at)), first_.plus_days(29));
  EXPECT_EQ(version_on(all, one.rule, first_.plus_days(-1)), nullptr);
  EXPECT_EQ(version_on(all, one.rule, first_.plus_days(29))->number, 1);
  EXPECT_EQ(version_on(all, one.rule, first_.plus_days(30))->number, 2);
  EXPECT_EQ(version_on(all, one.rule, first_.plus_days(60)), nullptr) << "abolished";
  next.from = first_.plus_days(90);
  EXPECT_FALSE(enters(next)) << "abolished twice";
}

TEST_F(BylawTest, WithoutClosedMinutesOfTheRightMatterNothingComesIntoForce) {
  EXPECT_FALSE(enters(draft("A2026-099"))) << "no such resolution";
  const auto open = resolved(Matter::regulation, first_);
  EXPECT_FALSE(enters(draft(open))) << "minutes still open";
  must(close_minutes(office_, society_.one(), *last_meeting_));
  EXPECT_FALSE(enters(draft(minuted(Matter::rate, first_)))) << "about a rate";
  EXPECT_FALSE(enters(draft(minuted(Matter::regulation, first_.plus_days(1))))) << "later";
  auto charter = draft(open);
  charter.subject = BylawSubject::charter;
  EXPECT_FALSE(enters(charter)) << "the charter needs its own kind of resolution";
  EXPECT_TRUE(must(show_bylaws(office_, society_.one())).empty());
  EXPECT_TRUE(enters(draft(open)));
}

TEST_F(BylawTest, TheCharterChangesByAResolutionAboutTheCharterAlone) {
  auto charter = draft(minuted(Matter::charter, first_));
  charter.subject = BylawSubject::charter;
  charter.title = "規約";
  const auto one = must(enter_bylaw(office_, society_.one(), charter));
  auto change = charter;
  change.rule = one.rule;
  change.from = first_.plus_days(30);
  change.resolution = "";
  EXPECT_FALSE(enters(change)) << "no resolution number";
  change.resolution = minuted(Matter::regulation, first_);
  EXPECT_FALSE(enters(change)) << "a resolution about rules";
  change.resolution = minuted(Matter::charter, first_);
  const auto two = must(enter_bylaw(office_, society_.one(), change));
  EXPECT_EQ(two.number, 2);
  EXPECT_EQ(two.resolution, change.resolution);
}

TEST_F(BylawTest, AnActReadsTheOneRuleThatHoldsOnItsDay) {
  const auto held = [&](BylawSubject subject, base::Date day) {
    return bylaw_in_force(must(office_.database.read()), subject, day);
  };
  const auto benefits = BylawSubject::additional_benefits;
  EXPECT_FALSE(held(benefits, first_).ok()) << "none";
  const auto one =
      must(enter_bylaw(office_, society_.one(), draft(minuted(Matter::regulation, first_))));
  EXPECT_FALSE(held(benefits, first_.plus_days(-1)).ok()) << "not yet";
  EXPECT_EQ(must(held(benefits, first_)).resolution, one.resolution);
  EXPECT_FALSE(held(BylawSubject::insurer_determination, first_).ok()) << "another subject";
  auto next = draft(minuted(Matter::regulation, first_));
  next.rule = one.rule;
  next.from = first_.plus_days(30);
  must(enter_bylaw(office_, society_.one(), next));
  EXPECT_EQ(must(held(benefits, first_.plus_days(29))).number, 1);
  EXPECT_EQ(must(held(benefits, first_.plus_days(30))).number, 2);
  auto second = draft(minuted(Matter::regulation, first_));
  second.title = "付加給付規程(別)";
  second.from = first_.plus_days(60);
  must(enter_bylaw(office_, society_.one(), second));
  EXPECT_TRUE(held(benefits, first_.plus_days(59)).ok());
  EXPECT_FALSE(held(benefits, first_.plus_days(60)).ok()) << "two at once decide nothing";
  next.standing = BylawVersion::Standing::abolished;
  next.from = first_.plus_days(90);
  must(enter_bylaw(office_, society_.one(), next));
  EXPECT_EQ(must(held(benefits, first_.plus_days(90))).title, second.title);
}

TEST_F(BylawTest, OddVersionsAreRefused) {
  const auto number = minuted(Matter::charter, first_);
  const auto but = [&](auto change) {
    auto odd = draft(number);
    change(odd);
    return enters(odd);
  };
  EXPECT_FALSE(but([](BylawDraft& odd) { odd.title = ""; }));
  EXPECT_FALSE(but([](BylawDraft& odd) { odd.summary = std::string(501, 'a'); }));
  EXPECT_FALSE(but([](BylawDraft& odd) { odd.rule = BylawId::draw(); })) << "no such rule";
  EXPECT_FALSE(but([](BylawDraft& odd) {
    odd.standing = BylawVersion::Standing::abolished;
  })) << "a new rule abolished";
  EXPECT_FALSE(enter_bylaw(office_, society_.outsider(), draft(number)).ok());
  ASSERT_TRUE(enters(draft(number)));
  EXPECT_FALSE(enters(draft(number))) << "the same title twice";
}

}  // namespace
}  // namespace kenpo::assembly
