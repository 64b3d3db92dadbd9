#include "account/credential_store.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "account/admission.h"
#include "account/sign_in.h"
#include "notice/audit_log.h"
#include "notice/log_reader.h"
#include "store/keyring.h"

namespace kenpo::account {
namespace {

/// Commitments without keys: the first bytes of the id.
class PlainCommitments final : public notice::Commitments {
 public:
  base::Result<notice::Commitment> commitment(base::PersonId person) override {
    notice::Commitment made{};
    std::copy_n(person.text().begin(), made.size(), made.begin());
    return made;
  }
  base::Result<> keep_set(std::span<const notice::Commitment>, const notice::TreeHash&) override {
    return base::Done{};
  }
};

class CredentialStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/kenpo-credential-XXXXXX";
    directory_ = mkdtemp(name);
    auto keys = store::Keyring::create(directory_);
    ASSERT_TRUE(keys.ok());
    keys_ = std::move(keys).value();
    auto signer = notice::Signer::open(directory_ + "/log-keys", "kenpo.test/audit");
    ASSERT_TRUE(signer.ok());
    auto log = notice::AuditLog::open(directory_ + "/log", std::move(signer).value());
    ASSERT_TRUE(log.ok());
    log_ = std::move(log).value();
    gate_ = std::make_unique<notice::Gate>(*log_, commitments_, clock_);
    gate_->set_policy({});
    open();
  }
  void TearDown() override {
    database_.reset();
    gate_.reset();
    log_.reset();
    keys_.reset();
    std::filesystem::remove_all(directory_);
  }
  void open() {
    database_.reset();
    static constexpr const store::Table* tables[] = {&credential_table};
    auto database = store::Database::open(
        directory_, *keys_,
        {.insurer = *base::InsurerNumber::parse("06139992"), .tables = tables, .migrations = {}});
    ASSERT_TRUE(database.ok()) << base::tell(database.faults().front(), base::Language::japanese);
    database_ = std::move(database).value();
  }
  std::vector<notice::Leaf> leaves_of_log(std::uint64_t count) {
    EXPECT_TRUE(log_->checkpoint().ok());
    std::vector<notice::Leaf> leaves;
    auto read = notice::read_leaves(directory_ + "/log", count, 0, count);
    EXPECT_TRUE(read.ok());
    for (auto& each : read.value()) leaves.push_back(std::move(each.leaf));
    return leaves;
  }
  static Credential sample() {
    Credential credential{.staff = base::StaffId::draw(),
                          .sign_in_name = "hanako",
                          .password_hash = "a hash",
                          .former_password_hashes = {"second", "first"},
                          .password_state = PasswordState::chosen,
                          .totp_secret = draw_totp_secret(),
                          .last_totp_step = 59'000'000,
                          .failures_in_a_row = 3,
                          .last_failure = {1'795'000'000'000},
                          .lock = Lock::locked};
    return credential;
  }

  std::string directory_;
  base::SetClock clock_{base::start_of(*base::Date::make(2026, 11, 24))};
  PlainCommitments commitments_;
  std::unique_ptr<store::Keyring> keys_;
  std::unique_ptr<notice::AuditLog> log_;
  std::unique_ptr<notice::Gate> gate_;
  std::unique_ptr<store::Database> database_;
};

TEST(CredentialTable, IsSound) { EXPECT_EQ(store::flaw_of(credential_table), ""); }

TEST_F(CredentialStoreTest, KeepsEveryPartAcrossARestart) {
  const auto kept = sample();
  {
    DatabaseCredentials credentials(*gate_, *database_);
    ASSERT_TRUE(credentials.keep(kept).ok());
  }
  open();
  DatabaseCredentials credentials(*gate_, *database_);
  const auto found = credentials.find_by_name("hanako");
  ASSERT_TRUE(found.ok());
  ASSERT_TRUE(found->has_value());
  EXPECT_EQ(**found, kept);
  EXPECT_EQ(credentials.find(kept.staff).value(), found.value());
  EXPECT_FALSE(credentials.find_by_name("taro").value().has_value());
}

TEST_F(CredentialStoreTest, KeepsOneRowAStaffMemberAndOneOwnerAName) {
  DatabaseCredentials credentials(*gate_, *database_);
  auto first = sample();
  ASSERT_TRUE(credentials.keep(first).ok());
  first.sign_in_name = "hanako.k";
  ASSERT_TRUE(credentials.keep(first).ok());
  EXPECT_FALSE(credentials.find_by_name("hanako").value().has_value());
  auto second = sample();
  second.sign_in_name = "hanako.k";
  EXPECT_FALSE(credentials.keep(second).ok());
  EXPECT_EQ(credentials.find_by_name("hanako.k").value()->staff, first.staff);
}

TEST_F(CredentialStoreTest, AnAttemptToSignInIsOneLeafOfItsOwnPerson) {
  constexpr std::string_view password = "spring rain on the roof";
  DatabaseCredentials credentials(*gate_, *database_);
  Sessions sessions;
  int told = 0;
  SignIn sign_in(credentials, sessions, clock_, [&](auto, auto) -> base::Result<> {
    ++told;
    return base::Done{};
  });
  const auto staff = base::StaffId::draw();
  const auto enrolled = sign_in.enrol(staff, "hanako", password);
  ASSERT_TRUE(enrolled.ok());

  auto before = log_->state().durable;
  EXPECT_FALSE(sign_in.enter("hanako", "autumn rain on the roof", "000000").ok());
  EXPECT_FALSE(sign_in.enter("nobody", password, "000000").ok());
  EXPECT_EQ(log_->state().durable, before + 2);

  before = log_->state().durable;
  ASSERT_TRUE(
      sign_in.enter("hanako", password, totp_code(enrolled->totp_secret, clock_.now())).ok());
  EXPECT_EQ(log_->state().durable, before + 1);
  EXPECT_EQ(told, 0);
  const auto leaves = leaves_of_log(before + 1);
  ASSERT_EQ(leaves.size(), before + 1);
  EXPECT_EQ(leaves.back().operation, "sign_in.signed_in");
  EXPECT_EQ(leaves.back().actor, notice::Actor(staff));
  EXPECT_EQ(leaves.back().outcome, notice::Outcome::answered);
  EXPECT_EQ(leaves[before - 1].operation, "sign_in.no_such_name");
  EXPECT_EQ(leaves[before - 1].outcome, notice::Outcome::refused);
  EXPECT_EQ(leaves[before - 2].operation, "sign_in.wrong_password");
  EXPECT_EQ(leaves[before - 2].actor, notice::Actor(staff));
}

TEST_F(CredentialStoreTest, AChangeOfPasswordAndAnUnlockedScreenAreOneLeafEach) {
  constexpr std::string_view password = "spring rain on the roof";
  constexpr std::string_view chosen = "winter moon at noon";
  DatabaseCredentials credentials(*gate_, *database_);
  Sessions sessions;
  SignIn sign_in(credentials, sessions, clock_,
                 [](auto, auto) -> base::Result<> { return base::Done{}; });
  const auto staff = base::StaffId::draw();
  const auto enrolled = sign_in.enrol(staff, "hanako", password);
  ASSERT_TRUE(enrolled.ok());
  const auto code = [&] { return totp_code(enrolled->totp_secret, clock_.now()); };
  const auto before = log_->state().durable;
  EXPECT_FALSE(sign_in.change_password(staff, password, code(), "short").ok());
  EXPECT_FALSE(sign_in.change_password(staff, "autumn rain", code(), chosen).ok());
  ASSERT_TRUE(sign_in.change_password(staff, password, code(), chosen).ok());
  clock_.set(clock_.now().plus_milliseconds(30'000));
  const auto session = sign_in.enter("hanako", chosen, code());
  ASSERT_TRUE(session.ok());
  sign_in.lock_screen(*session);
  EXPECT_FALSE(sign_in.unlock_screen(*session, password).ok()) << "the former password";
  ASSERT_TRUE(sign_in.unlock_screen(*session, chosen).ok());
  ASSERT_EQ(log_->state().durable, before + 6);
  struct Row {
    const char* operation;
    notice::Outcome outcome;
  };
  const Row rows[] = {{"sign_in.password_unfit", notice::Outcome::failed},
                      {"sign_in.wrong_password", notice::Outcome::refused},
                      {"sign_in.password_changed", notice::Outcome::answered},
                      {"sign_in.signed_in", notice::Outcome::answered},
                      {"sign_in.wrong_password", notice::Outcome::refused},
                      {"sign_in.unlocked", notice::Outcome::answered}};
  const auto leaves = leaves_of_log(before + 6);
  for (std::size_t at = 0; at < std::size(rows); ++at) {
    const auto& leaf = leaves[before + at];
    EXPECT_EQ(leaf.operation, rows[at].operation);
    EXPECT_EQ(leaf.outcome, rows[at].outcome) << rows[at].operation;
    EXPECT_EQ(leaf.actor, notice::Actor(staff)) << rows[at].operation;
  }
}

TEST_F(CredentialStoreTest, SessionsEndWithTheListAndNobodyOutsideItSignsIn) {
  constexpr std::string_view password = "spring rain on the roof";
  DatabaseCredentials credentials(*gate_, *database_);
  Sessions sessions;
  SignIn sign_in(credentials, sessions, clock_,
                 [](auto, auto) -> base::Result<> { return base::Done{}; });
  sign_in.admit_only(those_on_list(*gate_));
  const SessionsFollowPolicy following(*gate_, sessions);
  const auto staff = base::StaffId::draw();
  const auto enrolled = sign_in.enrol(staff, "hanako", password);
  ASSERT_TRUE(enrolled.ok());
  const auto enter = [&] {
    clock_.set(clock_.now().plus_milliseconds(30'000));
    return sign_in.enter("hanako", password, totp_code(enrolled->totp_secret, clock_.now()));
  };
  const auto list = [&](bool locked) {
    notice::Policy policy;
    policy.handlers.push_back({staff, {}, {}, {}, locked, {}});
    gate_->set_policy(policy);
  };
  EXPECT_FALSE(enter().ok()) << "not on the list";
  list(false);
  auto session = enter();
  ASSERT_TRUE(session.ok());
  list(false);
  EXPECT_TRUE(sign_in.session(*session).has_value()) << "another change of the list";
  list(true);
  EXPECT_EQ(sessions.count(), 0U) << "locked on the list";
  EXPECT_FALSE(enter().ok());
  list(false);
  session = enter();
  ASSERT_TRUE(session.ok());
  gate_->set_policy({});
  EXPECT_FALSE(sign_in.session(*session).has_value()) << "off the list";
  EXPECT_EQ(leaves_of_log(log_->state().durable).back().operation, "sign_in.signed_in");
  EXPECT_FALSE(enter().ok());
  EXPECT_EQ(leaves_of_log(log_->state().durable).back().operation, "sign_in.not_on_list");
}

TEST_F(CredentialStoreTest, EveryLookLeavesALeaf) {
  DatabaseCredentials credentials(*gate_, *database_);
  ASSERT_TRUE(credentials.keep(sample()).ok());
  const auto before = log_->state().durable;
  ASSERT_TRUE(credentials.find_by_name("hanako").ok());
  ASSERT_TRUE(credentials.find_by_name("nobody").ok());
  EXPECT_EQ(log_->state().durable, before + 2);
}

}  // namespace
}  // namespace kenpo::account
