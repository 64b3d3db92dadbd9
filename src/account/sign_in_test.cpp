#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "account/lockout.h"
#include "account/sign_in.h"

namespace kenpo::account {
namespace {

constexpr std::string_view good_password = "spring rain on the roof";
const base::Moment morning{1'795'000'000'000};

/// Credentials in memory: the whole promise of a CredentialStore without a file.
class MemoryCredentials final : public CredentialStore {
 public:
  base::Result<std::optional<Credential>> find_by_name(std::string_view name) override {
    for (const auto& [staff, credential] : rows_) {
      if (credential.sign_in_name == name) return std::optional(credential);
    }
    return std::optional<Credential>();
  }
  base::Result<std::optional<Credential>> find(const base::StaffId& staff) override {
    const auto row = rows_.find(staff);
    return row == rows_.end() ? std::nullopt : std::optional(row->second);
  }
  base::Result<> keep(const Credential& credential) override {
    rows_.insert_or_assign(credential.staff, credential);
    return base::Done{};
  }

 private:
  std::map<base::StaffId, Credential> rows_;
};

class SignInTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto enrolled = sign_in_.enrol(staff_, "hanako", good_password);
    ASSERT_TRUE(enrolled.ok());
    secret_ = enrolled->totp_secret;
  }
  std::string code() const { return totp_code(secret_, clock_.now()); }
  void later(std::int64_t milliseconds) {
    clock_.set(clock_.now().plus_milliseconds(milliseconds));
  }
  base::Result<std::string> enter(std::string_view password, std::string_view with_code) {
    return sign_in_.enter("hanako", password, with_code);
  }

  base::SetClock clock_{morning};
  base::StaffId staff_ = base::StaffId::draw();
  MemoryCredentials store_;
  Sessions sessions_;
  std::vector<Attempt> attempts_;
  bool hook_works_ = true;
  SignIn sign_in_{
      store_, sessions_, clock_, [this](auto, Attempt attempt) -> base::Result<> {
        attempts_.push_back(attempt);
        if (hook_works_) return base::Done{};
        return base::Fault{
            .what = {"記録できません。", "Not recorded."}, .why = {}, .mend = {}, .place = {}};
      }};
  TotpSecret secret_{};
};

TEST_F(SignInTest, RightPartsBeginASession) {
  const auto id = enter(good_password, code());
  ASSERT_TRUE(id.ok());
  EXPECT_EQ(id->size(), 43U);
  const auto session = sign_in_.session(*id);
  ASSERT_TRUE(session.has_value());
  EXPECT_EQ(session->staff, staff_);
  EXPECT_EQ(attempts_, std::vector{Attempt::signed_in});
}

TEST_F(SignInTest, ASessionKnowsThatThePasswordWasHandedOut) {
  const auto first = enter(good_password, code());
  EXPECT_EQ(sign_in_.session(*first)->password, PasswordState::handed_out);
  later(30'000);
  ASSERT_TRUE(sign_in_.change_password(staff_, good_password, code(), "winter moon at noon").ok());
  later(30'000);
  const auto second = enter("winter moon at noon", code());
  EXPECT_EQ(sign_in_.session(*second)->password, PasswordState::chosen);
}

TEST_F(SignInTest, EveryRefusalHasTheSameWordsAndIsTold) {
  const auto no_name = sign_in_.enter("taro", good_password, code());
  const auto no_password = enter("autumn rain on the roof", code());
  const auto no_code = enter(good_password, "000000" == code() ? "000001" : "000000");
  ASSERT_FALSE(no_name.ok());
  ASSERT_FALSE(no_password.ok());
  ASSERT_FALSE(no_code.ok());
  EXPECT_EQ(no_name.faults(), no_password.faults());
  EXPECT_EQ(no_name.faults(), no_code.faults());
  EXPECT_EQ(attempts_,
            (std::vector{Attempt::no_such_name, Attempt::wrong_password, Attempt::wrong_code}));
  EXPECT_EQ(sessions_.count(), 0U);
}

TEST_F(SignInTest, ACodeIsTakenOnce) {
  ASSERT_TRUE(enter(good_password, code()).ok());
  EXPECT_FALSE(enter(good_password, code()).ok());
  EXPECT_EQ(attempts_.back(), Attempt::code_used_before);
  later(30'000);
  EXPECT_TRUE(enter(good_password, code()).ok());
}

TEST_F(SignInTest, RepeatedFailuresMakeEvenTheRightPartsWait) {
  for (int failure = 0; failure <= free_failures_count; ++failure) {
    EXPECT_FALSE(enter("autumn rain on the roof", code()).ok());
  }
  EXPECT_FALSE(enter(good_password, code()).ok());
  EXPECT_EQ(attempts_.back(), Attempt::waiting);
  later(first_wait_milliseconds);
  EXPECT_TRUE(enter(good_password, code()).ok());
  const auto kept = store_.find(staff_);
  EXPECT_EQ(kept.value()->failures_in_a_row, 0);
}

TEST_F(SignInTest, ALockEndsSessionsAndRefuses) {
  const auto id = enter(good_password, code());
  ASSERT_TRUE(sign_in_.set_lock(staff_, Lock::locked).ok());
  EXPECT_FALSE(sign_in_.session(*id).has_value());
  later(60'000);
  EXPECT_FALSE(enter(good_password, code()).ok());
  EXPECT_EQ(attempts_.back(), Attempt::locked);
  ASSERT_TRUE(sign_in_.set_lock(staff_, Lock::open).ok());
  EXPECT_TRUE(enter(good_password, code()).ok());
}

TEST_F(SignInTest, AnAttemptThatCannotBeRecordedIsRefused) {
  hook_works_ = false;
  EXPECT_FALSE(enter(good_password, code()).ok());
  EXPECT_EQ(sessions_.count(), 0U);
}

TEST_F(SignInTest, SigningOutEndsTheSession) {
  const auto id = enter(good_password, code());
  ASSERT_TRUE(sign_in_.leave(*id).ok());
  EXPECT_FALSE(sign_in_.session(*id).has_value());
  EXPECT_EQ(attempts_.back(), Attempt::signed_out);
}

TEST_F(SignInTest, AChangedPasswordReplacesTheOldAndEndsSessions) {
  const auto id = enter(good_password, code());
  later(30'000);
  ASSERT_TRUE(sign_in_.change_password(staff_, good_password, code(), "winter moon at noon").ok());
  EXPECT_FALSE(sign_in_.session(*id).has_value());
  later(30'000);
  EXPECT_FALSE(enter(good_password, code()).ok());
  EXPECT_TRUE(enter("winter moon at noon", code()).ok());
  later(30'000);
  EXPECT_FALSE(sign_in_.change_password(staff_, "winter moon at noon", code(), good_password).ok());
}

}  // namespace
}  // namespace kenpo::account
