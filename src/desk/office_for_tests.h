// A small office for the tests of the desk: a real gate with its log on disk, one clerk, a clock
// that stands, and two operations. Included by tests only.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "account/sign_in.h"
#include "account/totp.h"
#include "desk/components.h"
#include "desk/desk.h"
#include "notice/audit_log.h"
#include "notice/gate.h"

namespace kenpo::desk {

inline constexpr notice::Operation show_thing{
    .name = "test.show_thing",
    .japanese = "試験の表示",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
inline constexpr notice::Operation change_thing{
    .name = "test.change_thing",
    .japanese = "試験の変更",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
inline constexpr notice::Operation show_premium{
    .name = "test.show_premium",
    .japanese = "試験の徴収",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

/// Credentials in memory: the whole promise of a CredentialStore without a file.
class MemoryCredentials final : public account::CredentialStore {
 public:
  base::Result<std::optional<account::Credential>> find_by_name(std::string_view name) override {
    for (const auto& [id, credential] : rows_) {
      if (credential.sign_in_name == name) return std::optional(credential);
    }
    return std::optional<account::Credential>();
  }
  base::Result<std::optional<account::Credential>> find(const base::StaffId& id) override {
    const auto row = rows_.find(id);
    return row == rows_.end() ? std::nullopt : std::optional(row->second);
  }
  base::Result<> keep(const account::Credential& credential) override {
    rows_.insert_or_assign(credential.staff, credential);
    return base::Done{};
  }

 private:
  std::map<base::StaffId, account::Credential> rows_;
};

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

struct Office {
  static constexpr std::string_view password = "spring rain on the roof";

  Office() {
    char name[] = "/tmp/kenpo-desk-XXXXXX";
    directory = mkdtemp(name);
    std::filesystem::create_directory(directory + "/arriving");
    auto signer = notice::Signer::open(directory + "/keys", "kenpo.test/audit");
    EXPECT_TRUE(signer.ok());
    auto opened = notice::AuditLog::open(directory + "/log", std::move(signer).value());
    EXPECT_TRUE(opened.ok());
    log = std::move(opened).value();
    gate = std::make_unique<notice::Gate>(*log, commitments, clock);
    set_policy();
    router = std::make_unique<Router>(*gate);
    desk = std::make_unique<Desk>(DeskSettings{"見本健康保険組合", "総務課 03-0000-0000"}, *router,
                                  Templates::carried(), sign_in, clock,
                                  [this](const base::StaffId& staff) -> std::optional<StaffCard> {
                                    if (staff != clerk) return std::nullopt;
                                    return StaffCard{"健保 花子", "適用担当"};
                                  });
    auto enrolled = sign_in.enrol(clerk, "hanako", password);
    EXPECT_TRUE(enrolled.ok());
    secret = enrolled->totp_secret;
    set_password_state(account::PasswordState::chosen);
  }
  ~Office() {
    desk.reset();
    gate.reset();
    log.reset();
    std::filesystem::remove_all(directory);
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  void set_password_state(account::PasswordState state) {
    auto credential = credentials.find(clerk).value();
    ASSERT_TRUE(credential.has_value());
    credential->password_state = state;
    EXPECT_TRUE(credentials.keep(*credential).ok());
  }

  void set_policy() {
    const auto from = *base::Date::make(2026, 4, 1);
    const auto until = *base::Date::make(2030, 3, 31);
    notice::Policy policy;
    policy.notice.version = 1;
    policy.notice.pairs = notice::all_pairs;
    policy.roles = notice::carried_role_matrix();
    policy.handlers = {
        {clerk, {{notice::Role::member_clerk, from, until}}, from, until, false, {}},
        {officer, {{notice::Role::responsible_person, from, {}}}, from, until, false, {}}};
    std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    policy.responsible_person = officer;
    gate->set_policy(policy);
  }

  std::string code() const { return account::totp_code(secret, clock.now()); }

  base::SetClock clock{base::start_of(*base::Date::make(2026, 11, 24))};
  base::StaffId clerk = base::StaffId::draw();
  base::StaffId officer = base::StaffId::draw();
  std::string directory;
  PlainCommitments commitments;
  std::unique_ptr<notice::AuditLog> log;
  std::unique_ptr<notice::Gate> gate;
  MemoryCredentials credentials;
  account::Sessions sessions;
  std::vector<account::Attempt> attempts;
  account::SignIn sign_in{credentials, sessions, clock,
                          [this](auto, account::Attempt attempt) -> base::Result<> {
                            attempts.push_back(attempt);
                            return base::Done{};
                          }};
  account::TotpSecret secret{};
  std::unique_ptr<Router> router;
  std::unique_ptr<Desk> desk;
};

}  // namespace kenpo::desk
