#include "assembly/term_rule.h"

#include <gtest/gtest.h>

namespace kenpo::assembly {
namespace {

using base::Date;

const Date day = *Date::make(2026, 4, 1);

Charter charter(int seats, int years) {
  return {.from = day, .fixed_number = seats, .term_years = years};
}

TEST(CharterRule, SeatsAreEvenAndTermsNotTooLong) {
  EXPECT_TRUE(check_charter(charter(20, 3)).ok());
  EXPECT_TRUE(check_charter(charter(20, 2)).ok());
  EXPECT_FALSE(check_charter(charter(19, 3)).ok());
  EXPECT_FALSE(check_charter(charter(0, 3)).ok());
  EXPECT_FALSE(check_charter(charter(20, 4)).ok());
  EXPECT_FALSE(check_charter(charter(20, 0)).ok());
}

TEST(Term, RunsToTheDayBefore) {
  EXPECT_EQ(term_until(day, charter(20, 3))->value, *Date::make(2029, 3, 31));
  EXPECT_EQ(term_until(*Date::make(2024, 2, 29), charter(20, 3))->value, *Date::make(2027, 2, 28));
}

TEST(Vacancies, AreCountedBySideAndDay) {
  const Membership in{.kind = MemberKind::elected, .from = day, .until = *Date::make(2029, 3, 31)};
  const Membership gone{
      .kind = MemberKind::elected, .from = day, .until = *Date::make(2026, 6, 30)};
  const std::vector<Membership> members = {in, gone};
  EXPECT_EQ(vacancies(members, MemberKind::elected, charter(4, 3), day), 0);
  EXPECT_EQ(vacancies(members, MemberKind::elected, charter(4, 3), *Date::make(2026, 7, 1)), 1);
  EXPECT_EQ(vacancies(members, MemberKind::appointed, charter(4, 3), day), 2);
}

SeatedOfficer officer(Post post, MemberKind side) {
  return {{.membership = MembershipId::draw(),
           .person = base::PersonId::draw(),
           .post = post,
           .from = day,
           .until = {}},
          side};
}

std::vector<SeatedOfficer> whole_board() {
  return {officer(Post::chair, MemberKind::appointed),
          officer(Post::executive_director, MemberKind::appointed),
          officer(Post::director, MemberKind::elected),
          officer(Post::director, MemberKind::elected),
          officer(Post::auditor, MemberKind::appointed),
          officer(Post::auditor, MemberKind::elected)};
}

TEST(Board, AsArticle21Says) { EXPECT_TRUE(board_faults(whole_board(), day).empty()); }

TEST(Board, UnequalSidesAreTold) {
  auto board = whole_board();
  board[2].officer.until = day.plus_days(-1);
  EXPECT_EQ(board_faults(board, day).size(), 1U);
}

TEST(Board, TheChairIsOfTheAppointedSide) {
  auto board = whole_board();
  std::swap(board[0].officer.post, board[2].officer.post);
  EXPECT_EQ(board_faults(board, day).size(), 1U);
}

TEST(Board, AuditorsAreOneOfEachSideAndNoDirectors) {
  auto board = whole_board();
  board[4].side = MemberKind::elected;
  EXPECT_EQ(board_faults(board, day).size(), 1U);
  board = whole_board();
  board[5].officer.person = board[2].officer.person;
  EXPECT_EQ(board_faults(board, day).size(), 1U);
}

TEST(Board, BeforeItsFirstDayThereIsNoBoard) {
  EXPECT_EQ(board_faults(whole_board(), day.plus_days(-1)).size(), 2U);
}

}  // namespace
}  // namespace kenpo::assembly
