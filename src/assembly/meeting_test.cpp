// Members, officers, meetings, resolutions, trainings: pairs 38 and 40.
#include <gtest/gtest.h>

#include "assembly/assembly_for_tests.h"
#include "assembly/meeting_act.h"
#include "assembly/meeting_print.h"
#include "assembly/training_act.h"
#include "tests/support/sender.h"

namespace kenpo::assembly {
namespace {

class MeetingTest : public testing::Test {
 protected:
  Meeting meeting(int days = 10) {
    return {.body = Body::assembly,
            .kind = MeetingKind::ordinary,
            .held_on = society_.today().plus_days(days),
            .hour = "10:00",
            .place = "会議室"};
  }
  /// A notified meeting on today's day with one matter of the kind.
  MeetingId held(Matter matter) {
    const auto id = must(convene(office_, society_.one(), meeting(0)));
    must(add_matter(office_, society_.one(), id, "議案", matter, society_.today().plus_days(40)));
    must(notify(office_, society_.one(), id));
    return id;
  }
  void attend(const MeetingId& id, std::vector<Presence> presences) {
    std::vector<Attendance> attendance;
    for (std::size_t at = 0; at < presences.size(); ++at) {
      attendance.push_back({.meeting = id,
                            .person = members_[at].person,
                            .membership = members_[at].id,
                            .presence = presences[at]});
    }
    must(record_attendance(office_, society_.one(), id, attendance));
  }
  AgendaItemId first_item(const MeetingId& id) {
    return must(show_meeting(office_, society_.one(), id)).agenda.at(0).id;
  }

  AssemblySociety society_;
  AssemblyOffice office_ = society_.office();
  std::vector<Membership> members_ = society_.seat_all(*base::Date::make(2026, 4, 1));
};

TEST_F(MeetingTest, TermsEndAsTheCharterSaysAndSeatsAreLimited) {
  EXPECT_EQ(members_[0].until, *base::Date::make(2029, 3, 31));
  EXPECT_FALSE(
      enter_member(office_, society_.one(),
                   {.kind = MemberKind::elected, .from = society_.today(), .name = "五人目"})
          .ok());
  EXPECT_FALSE(enter_member(office_, society_.one(),
                            {.kind = MemberKind::elected, .from = *base::Date::make(2029, 4, 1)})
                   .ok())
      << "no name";
  EXPECT_FALSE(show_members(office_, society_.outsider(), society_.today()).ok());
}

TEST_F(MeetingTest, ASubstituteServesTheRestOfTheTerm) {
  const auto today = society_.today();
  const Membership substitute{.kind = MemberKind::elected,
                              .from = today.plus_days(1),
                              .substitute_for = members_[2].id,
                              .name = "補欠"};
  EXPECT_FALSE(enter_member(office_, society_.one(), substitute).ok()) << "still in office";
  must(end_membership(office_, society_.one(), members_[2].id, today, MembershipEnd::resigned));
  auto view = must(show_members(office_, society_.one(), today.plus_days(1)));
  EXPECT_EQ(view.elected_vacancies, 1);
  EXPECT_EQ(must(enter_member(office_, society_.one(), substitute)).until, members_[2].until);
  auto other_side = substitute;
  other_side.kind = MemberKind::appointed;
  EXPECT_FALSE(enter_member(office_, society_.one(), other_side).ok());
  EXPECT_FALSE(
      end_membership(office_, society_.one(), members_[2].id, today, MembershipEnd::resigned).ok())
      << "twice";
}

TEST_F(MeetingTest, OfficersLeaveWithTheirMembership) {
  const auto today = society_.today();
  must(appoint_officer(office_, society_.one(), members_[0].id, Post::chair, today));
  must(appoint_officer(office_, society_.one(), members_[2].id, Post::director, today));
  EXPECT_FALSE(appoint_officer(office_, society_.one(), members_[1].id, Post::chair, today).ok());
  EXPECT_FALSE(appoint_officer(office_, society_.one(), members_[2].id, Post::auditor, today).ok());
  must(appoint_officer(office_, society_.one(), members_[1].id, Post::auditor, today));
  must(appoint_officer(office_, society_.one(), members_[3].id, Post::auditor, today));
  EXPECT_TRUE(must(show_members(office_, society_.one(), today)).board.empty());
  must(end_membership(office_, society_.one(), members_[0].id, today, MembershipEnd::resigned));
  const auto after = must(show_members(office_, society_.one(), today.plus_days(1)));
  EXPECT_EQ(after.board.size(), 2U) << "no chair, and the sides are unequal";
}

TEST_F(MeetingTest, ADemandedMeetingIsHeldInTime) {
  auto demanded = meeting(21);
  demanded.demanded_on = society_.today();
  EXPECT_FALSE(convene(office_, society_.one(), demanded).ok());
  demanded.held_on = society_.today().plus_days(20);
  demanded.demanded_by = 1;
  EXPECT_FALSE(convene(office_, society_.one(), demanded).ok()) << "a third of four seats is two";
  demanded.demanded_by = 2;
  const auto id = must(convene(office_, society_.one(), demanded));
  EXPECT_EQ(must(show_meeting(office_, society_.one(), id)).meeting.demanded_by, 2);
  EXPECT_EQ(must(show_meeting(office_, society_.one(), id)).convene_by, demanded.held_on);
  EXPECT_FALSE(convene(office_, society_.outsider(), demanded).ok());
}

TEST_F(MeetingTest, NothingIsAddedAfterTheNotice) {
  const auto id = must(convene(office_, society_.one(), meeting()));
  EXPECT_FALSE(notify(office_, society_.one(), id).ok()) << "without a matter";
  must(add_matter(office_, society_.one(), id, "予算", Matter::budget, {}));
  must(notify(office_, society_.one(), id));
  EXPECT_FALSE(add_matter(office_, society_.one(), id, "後から", Matter::other, {}).ok());
  EXPECT_FALSE(notify(office_, society_.one(), id).ok()) << "twice";
  EXPECT_FALSE(record_attendance(office_, society_.one(), id, {}).ok()) << "before its day";
}

TEST_F(MeetingTest, VotesWithoutAQuorumAreRefused) {
  const auto id = held(Matter::rate);
  attend(id, {Presence::in_person, Presence::absent, Presence::absent, Presence::absent});
  EXPECT_FALSE(record_votes(office_, society_.one(), id, first_item(id), {.in_favour = 1}).ok());
  attend(id, {Presence::in_person, Presence::in_writing});
  const auto carried =
      must(record_votes(office_, society_.one(), id, first_item(id), {.in_favour = 2}));
  EXPECT_EQ(carried.outcome, Outcome::carried);
  EXPECT_EQ(carried.resolution, "A2026-001");
  const auto view = must(show_meeting(office_, society_.one(), id));
  EXPECT_EQ(view.present.in_writing, 1);
  EXPECT_TRUE(view.quorate);
}

TEST_F(MeetingTest, ACharterChangeNeedsTwoThirdsOfTheSeats) {
  const auto id = held(Matter::charter);
  attend(id, {Presence::in_person, Presence::in_person, Presence::in_person});
  const auto item = first_item(id);
  const auto lost =
      must(record_votes(office_, society_.one(), id, item, {.in_favour = 2, .against = 1}));
  EXPECT_EQ(lost.outcome, Outcome::rejected);
  EXPECT_EQ(lost.resolution, "");
  const auto carried = must(record_votes(office_, society_.one(), id, item, {.in_favour = 3}));
  EXPECT_EQ(carried.outcome, Outcome::carried);
}

TEST_F(MeetingTest, ATieWaitsForTheChairAndNumbersAreNeverReused) {
  const auto id = held(Matter::budget);
  attend(id, {Presence::in_person, Presence::in_person});
  const auto item = first_item(id);
  const auto tie =
      must(record_votes(office_, society_.one(), id, item, {.in_favour = 1, .against = 1}));
  EXPECT_EQ(tie.outcome, Outcome::chair_decides);
  EXPECT_FALSE(close_minutes(office_, society_.one(), id).ok());
  const auto carried =
      must(record_votes(office_, society_.one(), id, item,
                        {.in_favour = 1, .against = 1, .chair = Votes::Chair::in_favour}));
  EXPECT_EQ(carried.resolution, "A2026-001");
  must(record_votes(office_, society_.one(), id, item, {.in_favour = 0, .against = 2}));
  must(close_minutes(office_, society_.one(), id));
  EXPECT_FALSE(record_votes(office_, society_.one(), id, item, {.in_favour = 2}).ok()) << "closed";
  const auto next = held(Matter::rate);
  attend(next, {Presence::in_person, Presence::in_person});
  EXPECT_EQ(must(record_votes(office_, society_.one(), next, first_item(next), {.in_favour = 2}))
                .resolution,
            "A2026-002");
  const auto resolutions = must(show_resolutions(office_, society_.one()));
  ASSERT_EQ(resolutions.size(), 1U);
  EXPECT_EQ(resolutions[0].number, "A2026-002");
}

TEST_F(MeetingTest, PapersCarryTheComplaintDeskAndOnePageAMember) {
  const auto id = held(Matter::rate);
  attend(id, {Presence::in_person, Presence::in_person});
  const auto sender = test_support::sample_sender();
  const auto view = must(show_meeting(office_, society_.one(), id));
  const auto notice = must(print_meeting_notice(view, sender, society_.clock().now()));
  EXPECT_EQ(notice.pages, 4);
  EXPECT_EQ(notice.missing_glyphs, 0);
  const auto minutes = must(print_minutes(view, sender, society_.clock().now()));
  EXPECT_EQ(minutes.pages, 1);
  EXPECT_TRUE(minutes.pdf.starts_with("%PDF"));
  auto nobody = view;
  nobody.members.clear();
  EXPECT_FALSE(print_meeting_notice(nobody, sender, society_.clock().now()).ok());
}

TEST_F(MeetingTest, TrainingsAreDueFromTheTermAndKeptUnderTheirOwnPurpose) {
  const auto today = society_.today();
  auto found = must(show_trainings(office_, society_.one(), today));
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].due, *base::Date::make(2026, 6, 30));
  EXPECT_TRUE(found[0].overdue(today));
  Training training{.person = base::PersonId::draw(),
                    .membership = members_[0].id,
                    .course = "議員の職務",
                    .attended_on = today,
                    .score = 90};
  must(record_training(office_, society_.one(), training));
  auto wrong = training;
  wrong.score = 101;
  EXPECT_FALSE(record_training(office_, society_.one(), wrong).ok());
  wrong = training;
  wrong.attended_on = today.plus_days(1);
  EXPECT_FALSE(record_training(office_, society_.one(), wrong).ok());
  wrong = training;
  wrong.course = "";
  EXPECT_FALSE(record_training(office_, society_.one(), wrong).ok());
  society_.change_policy(
      [](notice::Policy& policy) { policy.notice.pairs &= ~notice::mask_of(training_pair); });
  EXPECT_FALSE(show_trainings(office_, society_.one(), today).ok()) << "pair 40 withdrawn";
  EXPECT_TRUE(show_members(office_, society_.one(), today).ok()) << "pair 38 stands";
}

}  // namespace
}  // namespace kenpo::assembly
