#include <gtest/gtest.h>

#include "account/lockout.h"
#include "account/password.h"
#include "account/session.h"
#include "account/totp.h"

namespace kenpo::account {
namespace {

TEST(Password, RefusesTheShortTheCommonAndTheName) {
  struct Row {
    std::string_view password;
    bool taken;
  };
  const Row rows[] = {
      {"spring rain on the roof", true},
      {"春の雨が屋根に降っている朝", true},
      {"short one", false},
      {"aaaaaaaaaaaaaaaa", false},
      {"121212121212", false},
      {"Password1234", false},
      {"my name is Hanako", false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(check_new_password(row.password, "hanako").ok(), row.taken) << row.password;
  }
  EXPECT_FALSE(check_new_password(std::string(password_limit_characters + 1, 'x'), "").ok());
}

TEST(Password, HashMatchesOnlyItsPassword) {
  const auto hash = hash_password("spring rain on the roof");
  ASSERT_TRUE(hash.ok());
  EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  EXPECT_EQ(match_password("spring rain on the roof", *hash), Match::yes);
  EXPECT_EQ(match_password("spring rain on the root", *hash), Match::no);
  EXPECT_EQ(match_password("spring rain on the roof", "no hash"), Match::no);
}

// RFC 6238, appendix B, SHA-1, cut to six digits.
TEST(Totp, AgreesWithTheStandardsVectors) {
  TotpSecret secret{};
  std::ranges::copy(std::string_view("12345678901234567890"), secret.begin());
  EXPECT_EQ(totp_code(secret, {59'000}), "287082");
  EXPECT_EQ(totp_code(secret, {1'111'111'109'000}), "081804");
  EXPECT_EQ(totp_code(secret, {1'234'567'890'000}), "005924");
  EXPECT_EQ(totp_code(secret, {2'000'000'000'000}), "279037");
  EXPECT_EQ(base32_groups(secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}

TEST(Totp, TakesOneStepAroundAndNoUsedStep) {
  const auto secret = draw_totp_secret();
  const base::Moment now{1'795'000'000'000};
  const auto step = now.milliseconds / 30'000;
  EXPECT_EQ(match_totp(secret, totp_code(secret, now), now, 0), step);
  const auto before = totp_code(secret, now.plus_milliseconds(-30'000));
  const auto after = totp_code(secret, now.plus_milliseconds(30'000));
  EXPECT_EQ(match_totp(secret, before, now, 0), step - 1);
  EXPECT_EQ(match_totp(secret, after, now, 0), step + 1);
  EXPECT_FALSE(match_totp(secret, totp_code(secret, now.plus_milliseconds(60'000)), now, 0));
  EXPECT_FALSE(match_totp(secret, totp_code(secret, now), now, step));
  EXPECT_FALSE(match_totp(secret, "12345", now, 0));
}

TEST(Lockout, WaitGrowsToItsLimit) {
  const base::Moment failed{1'000'000};
  EXPECT_EQ(next_attempt_after(free_failures_count, failed), base::Moment{});
  EXPECT_EQ(next_attempt_after(5, failed), failed.plus_milliseconds(30'000));
  EXPECT_EQ(next_attempt_after(6, failed), failed.plus_milliseconds(60'000));
  EXPECT_EQ(next_attempt_after(12, failed), failed.plus_milliseconds(wait_limit_milliseconds));
  EXPECT_EQ(next_attempt_after(1'000'000, failed),
            failed.plus_milliseconds(wait_limit_milliseconds));
}

TEST(Session, EndsWhenLeftAloneAndAfterADayOfWork) {
  Sessions sessions;
  const auto staff = base::StaffId::draw();
  const base::Moment began{1'795'000'000'000};
  const auto idle = sessions.begin(staff, began);
  EXPECT_TRUE(sessions.use(*idle, began.plus_milliseconds(session_idle_limit_milliseconds)));
  EXPECT_FALSE(
      sessions.use(*idle, began.plus_milliseconds(2 * session_idle_limit_milliseconds + 1)));

  const auto busy = sessions.begin(staff, began);
  auto now = began;
  while (now.milliseconds - began.milliseconds + 600'000 <= session_limit_milliseconds) {
    now = now.plus_milliseconds(600'000);
    ASSERT_TRUE(sessions.use(*busy, now));
  }
  EXPECT_FALSE(sessions.use(*busy, now.plus_milliseconds(600'000)));
}

TEST(Session, ASocietyMaySetAShorterIdleTimeButNoneBelowTheLeast) {
  Sessions sessions(session_idle_least_milliseconds);
  const auto staff = base::StaffId::draw();
  const base::Moment began{1'795'000'000'000};
  const auto id = sessions.begin(staff, began);
  EXPECT_TRUE(sessions.use(*id, began.plus_milliseconds(session_idle_least_milliseconds)));
  EXPECT_FALSE(sessions.use(*id, began.plus_milliseconds(2 * session_idle_least_milliseconds + 1)));
  EXPECT_DEATH(Sessions(session_idle_least_milliseconds - 1), "");
  EXPECT_DEATH(Sessions(session_idle_limit_milliseconds + 1), "");
}

TEST(Session, IsKeptOnlyAsAHashAndEndsWithItsStaffMember) {
  Sessions sessions;
  const auto staff = base::StaffId::draw();
  const base::Moment now{1'795'000'000'000};
  const auto id = sessions.begin(staff, now);
  EXPECT_EQ(Sessions::key(*id).find(*id), std::string::npos);
  EXPECT_FALSE(sessions.use(Sessions::key(*id), now));
  sessions.end_all_of(staff);
  EXPECT_FALSE(sessions.use(*id, now));
}

TEST(Session, TheOldestOfOneStaffMemberGivesWay) {
  Sessions sessions;
  const auto staff = base::StaffId::draw();
  base::Moment now{1'795'000'000'000};
  const auto first = sessions.begin(staff, now);
  for (std::size_t more = 0; more < sessions_of_one_limit; ++more) {
    now = now.plus_milliseconds(1000);
    ASSERT_TRUE(sessions.begin(staff, now));
  }
  EXPECT_FALSE(sessions.use(*first, now));
  EXPECT_EQ(sessions.count(), sessions_of_one_limit);
}

}  // namespace
}  // namespace kenpo::account
