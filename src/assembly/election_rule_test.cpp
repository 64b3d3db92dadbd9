#include "assembly/election_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

namespace kenpo::assembly {
namespace {

using base::Date;

struct Poll {
  const char* name;
  std::vector<int> votes;  // of candidate 1, 2, …
  int seats;
  std::vector<int> lots;
  std::vector<int> elected;
  std::vector<int> tied;
  int open_seats;
  int vacant_seats;
};

std::vector<Tally> tallies(const std::vector<int>& votes) {
  std::vector<Tally> made;
  for (std::size_t at = 0; at < votes.size(); ++at) {
    made.push_back({static_cast<int>(at) + 1, votes[at]});
  }
  return made;
}

class Elected : public testing::TestWithParam<Poll> {};

TEST_P(Elected, AsTheTableSays) {
  const auto& poll = GetParam();
  const auto decision = elect(tallies(poll.votes), poll.seats, poll.lots);
  ASSERT_TRUE(decision.ok());
  EXPECT_EQ(decision->value.elected, poll.elected);
  EXPECT_EQ(decision->value.tied, poll.tied);
  EXPECT_EQ(decision->value.open_seats, poll.open_seats);
  EXPECT_EQ(decision->value.vacant_seats, poll.vacant_seats);
  EXPECT_FALSE(decision->basis.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Polls, Elected,
    testing::Values(Poll{"MostVotesFirst", {10, 30, 20}, 2, {}, {2, 3}, {}, 0, 0},
                    Poll{"EqualWithinTheSeats", {20, 20, 5}, 2, {}, {1, 2}, {}, 0, 0},
                    Poll{"ATieAtTheLastSeat", {30, 20, 20, 5}, 2, {}, {1}, {2, 3}, 1, 0},
                    Poll{"TheLotDecides", {30, 20, 20, 5}, 2, {3}, {1, 3}, {}, 0, 0},
                    Poll{"AllEqual", {7, 7, 7}, 2, {}, {}, {1, 2, 3}, 2, 0},
                    Poll{"HalfALot", {7, 7, 7}, 2, {2}, {2}, {1, 2, 3}, 1, 0},
                    Poll{"NoVoteNoSeat", {9, 0, 0}, 2, {}, {1}, {}, 0, 1},
                    Poll{"NobodyVoted", {0, 0, 0}, 1, {}, {}, {}, 0, 1}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Lot, NamesTiedCandidatesOnceOnly) {
  const auto votes = tallies({30, 20, 20, 5});
  EXPECT_FALSE(elect(votes, 2, {4}).ok());
  EXPECT_FALSE(elect(tallies({7, 7, 7}), 2, {1, 1}).ok());
  EXPECT_FALSE(elect(votes, 0, {}).ok());
}

TEST(Elected, NobodyWithFewerVotesGetsASeatBeforeOneWithMore) {
  EXPECT_TRUE(rc::check("order of votes", [] {
    const auto votes = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
    const int seats = *rc::gen::inRange(1, 6);
    const auto decision = elect(tallies(votes), seats, {});
    RC_ASSERT(decision.ok());
    const auto& result = decision->value;
    RC_ASSERT(static_cast<int>(result.elected.size()) + result.open_seats + result.vacant_seats ==
              seats);
    for (const int in : result.elected) {
      for (std::size_t at = 0; at < votes.size(); ++at) {
        const int other = static_cast<int>(at) + 1;
        if (std::ranges::find(result.elected, other) != result.elected.end()) continue;
        RC_ASSERT(votes[at] <= votes[static_cast<std::size_t>(in) - 1]);
      }
    }
  }));
}

TEST(Contest, NoPollWithoutMoreCandidatesThanSeats) {
  EXPECT_FALSE(needs_poll(0, 3));
  EXPECT_FALSE(needs_poll(3, 3));
  EXPECT_TRUE(needs_poll(4, 3));
}

TEST(TwoCounts, MustAgreeLineByLine) {
  const Count first{{{1, 10}, {2, 5}}, 1};
  EXPECT_TRUE(counts_agree(first, {{{2, 5}, {1, 10}}, 1}, 16).ok());
  EXPECT_TRUE(counts_agree(first, first, 20).ok()) << "a ballot may be missing, never one too many";
  EXPECT_FALSE(counts_agree(first, {{{1, 9}, {2, 6}}, 1}, 16).ok());
  EXPECT_FALSE(counts_agree(first, {{{1, 10}, {2, 5}}, 0}, 16).ok());
  EXPECT_FALSE(counts_agree(first, first, 15).ok()) << "more ballots than voters";
  EXPECT_FALSE(counts_agree({{{1, -1}}, 0}, {{{1, -1}}, 0}, 5).ok());
  EXPECT_FALSE(counts_agree({{{1, 1}, {1, 1}}, 0}, {{{1, 1}, {1, 1}}, 0}, 5).ok());
}

TEST(Appeal, EndsAfterTheDaysOfTheRule) {
  const auto until = appeal_until(*Date::make(2026, 2, 20));
  ASSERT_TRUE(until.ok());
  EXPECT_EQ(until->value, *Date::make(2026, 3, 6));
}

TEST(Balance, ElectorsPerSeatStayBelowTwice) {
  const Date on = *Date::make(2026, 4, 1);
  EXPECT_TRUE(balanced({{100, 1}, {199, 1}}, on)->value);
  EXPECT_FALSE(balanced({{100, 1}, {200, 1}}, on)->value);
  EXPECT_TRUE(balanced({{100, 1}, {200, 2}}, on)->value);
  EXPECT_TRUE(balanced({{500, 3}}, on)->value);
  EXPECT_FALSE(balanced({{10, 0}}, on).ok());
  EXPECT_FALSE(balanced({}, on).ok());
}

}  // namespace
}  // namespace kenpo::assembly
