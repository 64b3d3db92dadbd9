// An election from the announcement to the erasure: pair 39.
#include <gtest/gtest.h>

#include "assembly/assembly_for_tests.h"
#include "assembly/election_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"

namespace kenpo::assembly {
namespace {

class ElectionTest : public testing::Test {
 protected:
  ElectionTest() {
    for (int at = 1; at <= 6; ++at) insure(std::to_string(at), {});
    insure("7", society_.today().plus_days(-1));  // lost insurance yesterday
  }

  void insure(const std::string& number, std::optional<base::Date> lost) {
    constexpr static notice::Operation insuring{
        .name = "test.insure",
        .japanese = "試験",
        .verb = notice::Verb::write,
        .pairs = {
            notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
    const auto work = [&](const notice::Permit<insuring>& permit) -> base::Result<> {
      const auto grant = permit.grant<notice::Purpose::member_administration>();
      auto transaction = KENPO_TRY(society_.database().write());
      const auto now = society_.clock().now();
      const eligibility::Person person{.name = "被保険者 " + number,
                                       .born = *base::Date::make(1980, 1, 1)};
      KENPO_TRY(put(transaction, grant, person, *base::Date::make(2020, 4, 1), now));
      const eligibility::InsuredPeriod period{.person = person.id,
                                              .establishment = place_,
                                              .acquired = *base::Date::make(2020, 4, 1),
                                              .lost = lost,
                                              .symbol = "101",
                                              .number = number};
      KENPO_TRY(put(transaction, grant, period, now));
      return transaction.commit(permit.recorder());
    };
    must(society_.gate().perform<insuring>(society_.clerk(), work));
  }

  ElectionId open(int seats = 2) {
    const auto today = society_.today();
    return must(open_election(office_, society_.one(),
                              {.seats = seats,
                               .announced_on = today,
                               .roll_on = today,
                               .candidacy_until = today.plus_days(7),
                               .polling_on = today.plus_days(14),
                               .term_from = today.plus_days(30)}));
  }
  /// Opened, the roll frozen, the candidates standing; the day is the polling day.
  ElectionId polled(int seats, std::vector<std::string> numbers, int votes) {
    const auto id = open(seats);
    must(freeze_roll(office_, society_.two(), id));
    for (const auto& number : numbers) must(nominate(office_, society_.one(), id, number));
    society_.go_to(society_.today().plus_days(14));
    for (int at = 1; at <= votes; ++at) {
      must(record_voter(office_, society_.one(), id, "101-" + std::to_string(at)));
    }
    return id;
  }
  ElectionView view(const ElectionId& id) {
    return must(show_election(office_, society_.one(), id));
  }

  AssemblySociety society_;
  AssemblyOffice office_ = society_.office();
  base::EstablishmentId place_ = base::EstablishmentId::draw();
};

TEST_F(ElectionTest, TheRollIsDrawnOnceOnItsDayByWhoMayReadBoth) {
  const auto id = open();
  EXPECT_FALSE(freeze_roll(office_, society_.one(), id).ok()) << "without pair 1";
  EXPECT_EQ(must(freeze_roll(office_, society_.two(), id)), 6);
  EXPECT_FALSE(freeze_roll(office_, society_.two(), id).ok()) << "frozen";
  insure("8", {});
  const auto roll = must(show_roll(office_, society_.one(), id));
  ASSERT_EQ(roll.size(), 6U) << "who came later is not on it";
  EXPECT_EQ(roll[0].number, "101-1");
  EXPECT_EQ(roll[0].name, "被保険者 1");
  EXPECT_FALSE(show_roll(office_, society_.outsider(), id).ok());
}

TEST_F(ElectionTest, DaysMustFollowEachOther) {
  const auto today = society_.today();
  const Election sound{.seats = 1,
                       .announced_on = today,
                       .roll_on = today,
                       .candidacy_until = today.plus_days(7),
                       .polling_on = today.plus_days(14),
                       .term_from = today.plus_days(30)};
  auto wrong = sound;
  wrong.seats = 0;
  EXPECT_FALSE(open_election(office_, society_.one(), wrong).ok());
  wrong = sound;
  wrong.polling_on = sound.candidacy_until;
  EXPECT_FALSE(open_election(office_, society_.one(), wrong).ok());
  wrong = sound;
  wrong.term_from = sound.polling_on;
  EXPECT_FALSE(open_election(office_, society_.one(), wrong).ok());
  wrong = sound;
  wrong.roll_on = sound.polling_on.plus_days(1);
  EXPECT_FALSE(open_election(office_, society_.one(), wrong).ok());
}

TEST_F(ElectionTest, CandidatesAreOnTheRollOnceAndInTime) {
  const auto id = open();
  EXPECT_FALSE(nominate(office_, society_.one(), id, "101-1").ok()) << "no roll yet";
  must(freeze_roll(office_, society_.two(), id));
  must(nominate(office_, society_.one(), id, "101-1"));
  EXPECT_FALSE(nominate(office_, society_.one(), id, "101-1").ok()) << "twice";
  EXPECT_FALSE(nominate(office_, society_.one(), id, "101-7").ok()) << "not insured";
  EXPECT_FALSE(nominate(office_, society_.one(), id, "101-99").ok());
  must(withdraw_candidate(office_, society_.one(), id, 1));
  EXPECT_EQ(must(nominate(office_, society_.one(), id, "101-1")).number, 2);
  society_.go_to(society_.today().plus_days(8));
  EXPECT_FALSE(nominate(office_, society_.one(), id, "101-2").ok()) << "too late";
  EXPECT_FALSE(withdraw_candidate(office_, society_.one(), id, 2).ok());
}

TEST_F(ElectionTest, WithoutMoreCandidatesThanSeatsThereIsNoPoll) {
  const auto id = polled(2, {"101-1"}, 0);
  const auto found = view(id);
  EXPECT_FALSE(found.poll_needed);
  EXPECT_FALSE(enter_count(office_, society_.one(), id, {.tallies = {{1, 0}}, .invalid = 0}).ok());
  const auto result = must(announce_result(office_, society_.one(), id));
  EXPECT_EQ(result.elected, std::vector<int>{1});
  EXPECT_EQ(result.vacant_seats, 1) << "a by-election";
  const auto members = must(show_members(office_, society_.one(), society_.today().plus_days(16)));
  ASSERT_EQ(members.members.size(), 1U);
  EXPECT_EQ(members.members[0].kind, MemberKind::elected);
  EXPECT_EQ(members.members[0].name, "被保険者 1");
  EXPECT_EQ(members.elected_vacancies, 1);
}

TEST_F(ElectionTest, AnElectorVotesOnce) {
  const auto id = polled(1, {"101-1", "101-2"}, 2);
  EXPECT_FALSE(record_voter(office_, society_.one(), id, "101-1").ok()) << "twice";
  EXPECT_FALSE(record_voter(office_, society_.one(), id, "101-7").ok()) << "not on the roll";
  EXPECT_EQ(view(id).voted, 2);
  society_.go_to(society_.today().plus_days(1));
  EXPECT_FALSE(record_voter(office_, society_.one(), id, "101-3").ok()) << "the poll is over";
}

TEST_F(ElectionTest, TwoPeopleCountAndADifferenceStartsAnew) {
  const auto id = polled(1, {"101-1", "101-2"}, 5);
  const Count first{{{1, 3}, {2, 1}}, 1};
  EXPECT_EQ(must(enter_count(office_, society_.one(), id, first)), CountState::first_done);
  EXPECT_FALSE(enter_count(office_, society_.one(), id, first).ok()) << "the same person";
  EXPECT_FALSE(enter_count(office_, society_.two(), id, {{{1, 3}}, 1}).ok()) << "one is missing";
  EXPECT_FALSE(enter_count(office_, society_.two(), id, {{{1, 5}, {2, 1}}, 0}).ok())
      << "more ballots than voters";
  EXPECT_FALSE(announce_result(office_, society_.one(), id).ok()) << "one count is none";
  EXPECT_EQ(must(enter_count(office_, society_.two(), id, {{{1, 2}, {2, 2}}, 1})),
            CountState::none);
  auto found = view(id);
  EXPECT_EQ(found.round, 2);
  EXPECT_EQ(found.log.back().step, ElectionStep::counts_differ);
  EXPECT_EQ(found.log.back().witness, society_.clerk_one);
  must(enter_count(office_, society_.two(), id, first));
  EXPECT_EQ(must(enter_count(office_, society_.one(), id, first)), CountState::agreed);
  EXPECT_FALSE(enter_count(office_, society_.two(), id, first).ok()) << "agreed";
  found = view(id);
  EXPECT_EQ(found.candidates[0].votes, 3);
  EXPECT_EQ(found.invalid, 1);
  EXPECT_EQ(must(announce_result(office_, society_.one(), id)).elected, std::vector<int>{1});
  EXPECT_FALSE(announce_result(office_, society_.one(), id).ok()) << "once";
}

TEST_F(ElectionTest, ATieIsDecidedByALotBeforeAWitness) {
  const auto id = polled(1, {"101-1", "101-2", "101-3"}, 5);
  const Count count{{{1, 2}, {2, 2}, {3, 1}}, 0};
  must(enter_count(office_, society_.one(), id, count));
  must(enter_count(office_, society_.two(), id, count));
  EXPECT_FALSE(announce_result(office_, society_.one(), id).ok()) << "the lot is open";
  EXPECT_FALSE(draw_lot(office_, society_.one(), id, {3}).ok()) << "not tied";
  EXPECT_FALSE(draw_lot(office_, society_.one(), id, {1, 2}).ok());
  EXPECT_FALSE(witness_lot(office_, society_.two(), id, {2}).ok()) << "nothing was drawn";
  must(draw_lot(office_, society_.one(), id, {2}));
  EXPECT_FALSE(announce_result(office_, society_.one(), id).ok()) << "no witness has confirmed";
  EXPECT_FALSE(witness_lot(office_, society_.one(), id, {2}).ok()) << "alone";
  EXPECT_FALSE(witness_lot(office_, society_.outsider(), id, {2}).ok()) << "no right to count";
  EXPECT_FALSE(witness_lot(office_, society_.two(), id, {1}).ok()) << "another lot";
  must(witness_lot(office_, society_.two(), id, {2}));
  EXPECT_EQ(view(id).log.back().by, society_.clerk_two);
  EXPECT_EQ(view(id).log.back().witness, society_.clerk_one) << "who drew";
  EXPECT_FALSE(witness_lot(office_, society_.two(), id, {2}).ok()) << "once";
  EXPECT_EQ(must(announce_result(office_, society_.one(), id)).elected, std::vector<int>{2});
}

TEST_F(ElectionTest, RollAndBallotsAreErasedAfterTheAppealTimeAndTheLogStays) {
  const auto id = polled(1, {"101-1", "101-2"}, 3);
  const Count count{{{1, 2}, {2, 1}}, 0};
  must(enter_count(office_, society_.one(), id, count));
  must(enter_count(office_, society_.two(), id, count));
  EXPECT_FALSE(erase(office_, society_.one(), id, "裁断").ok()) << "no result yet";
  must(announce_result(office_, society_.one(), id));
  society_.go_to(society_.today().plus_days(14));
  EXPECT_FALSE(erase(office_, society_.one(), id, "裁断").ok()) << "the last day for objections";
  society_.go_to(society_.today().plus_days(1));
  EXPECT_FALSE(erase(office_, society_.one(), id, "").ok()) << "what became of the paper";
  EXPECT_EQ(must(erase(office_, society_.one(), id, "裁断")), 6U + 2U + 6U);
  EXPECT_TRUE(must(show_roll(office_, society_.one(), id)).empty());
  const auto found = view(id);
  EXPECT_TRUE(found.candidates.empty());
  EXPECT_EQ(found.log.back().step, ElectionStep::erased);
  EXPECT_EQ(found.election.ballots_destroyed, "裁断");
  EXPECT_FALSE(erase(office_, society_.one(), id, "裁断").ok()) << "once";
  const auto members = must(show_members(office_, society_.one(), found.election.term_from));
  EXPECT_EQ(members.members.size(), 1U) << "the elected member stays";
}

TEST_F(ElectionTest, WithoutPair39NothingOfAnElectionIsSeen) {
  const auto id = open();
  society_.change_policy(
      [](notice::Policy& policy) { policy.notice.pairs &= ~notice::mask_of(election_pair); });
  EXPECT_FALSE(show_election(office_, society_.one(), id).ok());
  EXPECT_FALSE(freeze_roll(office_, society_.two(), id).ok());
}

}  // namespace
}  // namespace kenpo::assembly
