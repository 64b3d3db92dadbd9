// A society in a temporary directory, for tests: real keys, real database, real audit log, real
// gate, and people with roles. Gone when the test ends.
//
//   test_support::Society society(eligibility::tables);         // one or more lists of tables
//   society.clock().set(…);                                      // stands at 2026-11-24 until
//   moved society.gate().perform<operation>(society.clerk(), …);       // clerk: 適用担当 and
//   徴収担当 society.change_policy([](notice::Policy& policy) { … });     // to see the gate refuse
//   society.reopen();                                            // as after a crash of the program
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "notice/audit_log.h"
#include "notice/audit_log_signer.h"
#include "notice/gate.h"
#include "store/access_history.h"
#include "store/database.h"
#include "store/keyring.h"
#include "store/numbers.h"

namespace kenpo::test_support {

/// The value, or the end of the test with the fault's words.
template <typename Value>
Value must(base::Result<Value> result) {
  if (!result.ok()) {
    for (const auto& fault : result.faults()) {
      ADD_FAILURE() << base::tell(fault, base::Language::japanese);
    }
    std::abort();
  }
  return std::move(result).value();
}

class Society {
 public:
  template <typename... Lists>
  explicit Society(const Lists&... lists) {
    (tables_.insert(tables_.end(), lists.begin(), lists.end()), ...);
    std::string name = std::filesystem::temp_directory_path() / "kenpo-society-XXXXXX";
    directory_ = mkdtemp(name.data());
    keys_ = must(store::Keyring::create(directory_));
    open();
    change_policy([](notice::Policy&) {});
  }
  ~Society() {
    close();
    keys_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }
  Society(const Society&) = delete;
  Society& operator=(const Society&) = delete;

  const std::string& directory() const { return directory_; }
  notice::Gate& gate() { return *gate_; }
  store::Database& database() { return *database_; }
  store::NumberStore& numbers() { return *numbers_; }
  store::AccessHistory& history() { return *history_; }
  store::Keyring& keys() { return *keys_; }
  base::SetClock& clock() { return clock_; }

  /// 適用担当 and 徴収担当 of the whole society.
  notice::Acting clerk() const { return notice::Acting{clerk_}; }
  /// On no list of handlers.
  notice::Acting stranger() const { return notice::Acting{stranger_}; }
  /// The program by itself.
  static notice::Acting scheduler() { return notice::Acting{notice::ProgramActor::scheduler}; }
  base::StaffId clerk_id() const { return clerk_; }

  /// Changes the policy that the gate decides by; every row of the notice is in force at first.
  template <typename Change>
  void change_policy(Change&& change) {
    change(policy_);
    gate_->set_policy(policy_);
  }

  /// Closes everything and opens it again from the files.
  void reopen() {
    close();
    keys_.reset();
    keys_ = must(store::Keyring::open(directory_));
    open();
    gate_->set_policy(policy_);
  }

  /// Puts a backup of the facts in their place, as `kenpo restore` does.
  void put_back(const std::string& backup) {
    close();
    must(store::Database::restore(backup, directory_, *keys_, tables_));
    open();
    gate_->set_policy(policy_);
  }

  std::uint64_t leaves() const { return log_->state().durable; }

 private:
  void open() {
    const auto insurer = base::InsurerNumber::parse("06139992");
    database_ = must(store::Database::open(directory_, *keys_, {*insurer, tables_}));
    numbers_ = must(store::NumberStore::open(directory_, *keys_));
    history_ = must(store::AccessHistory::open(directory_, *keys_));
    auto signer = must(notice::Signer::open(directory_ + "/signer", "kenpo.test/audit"));
    notice::AuditLogOptions options;
    options.observer = history_.get();
    log_ = must(notice::AuditLog::open(directory_ + "/log", std::move(signer), options));
    gate_ = std::make_unique<notice::Gate>(*log_, *history_, clock_);
  }
  void close() {
    gate_.reset();
    log_.reset();
    history_.reset();
    numbers_.reset();
    database_.reset();
  }
  notice::Policy first_policy() const {
    using notice::Role;
    notice::Policy policy;
    policy.notice.version = 1;
    policy.notice.pairs = notice::all_pairs;
    policy.roles = notice::carried_role_matrix();
    const auto from = *base::Date::make(2015, 1, 1);
    const auto until = *base::Date::make(2030, 3, 31);
    policy.handlers = {{clerk_,
                        {{Role::member_clerk, from, {}}, {Role::premium_clerk, from, {}}},
                        from,
                        until,
                        false,
                        {}},
                       {officer_, {{Role::responsible_person, from, {}}}, from, until, false, {}}};
    policy.responsible_person = officer_;
    return policy;
  }

  std::vector<const store::Table*> tables_;
  std::string directory_;
  base::StaffId clerk_ = base::StaffId::draw();
  base::StaffId officer_ = base::StaffId::draw();
  base::StaffId stranger_ = base::StaffId::draw();
  notice::Policy policy_ = first_policy();
  base::SetClock clock_{base::start_of(*base::Date::make(2026, 11, 24))};
  std::unique_ptr<store::Keyring> keys_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<store::NumberStore> numbers_;
  std::unique_ptr<store::AccessHistory> history_;
  std::unique_ptr<notice::AuditLog> log_;
  std::unique_ptr<notice::Gate> gate_;
};

}  // namespace kenpo::test_support
