// A society in a directory of its own: real keys, database, audit log, access history and gate, and
// one clerk with every role that the measured acts take.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "eligibility/ledger.h"
#include "eligibility/member_index.h"
#include "notice/audit_log.h"
#include "notice/gate.h"
#include "store/access_history.h"
#include "store/database.h"
#include "store/keyring.h"
#include "store/numbers.h"

namespace kenpo::bench {

class Society {
 public:
  /// Makes the directory, which must not be there. It is removed with the society.
  explicit Society(std::string directory);
  ~Society();
  Society(const Society&) = delete;
  Society& operator=(const Society&) = delete;

  notice::Gate& gate() { return *gate_; }
  store::Database& database() { return *database_; }
  store::Keyring& keys() { return *keys_; }
  store::AccessHistory& history() { return *history_; }
  notice::AuditLog& log() { return *log_; }
  const base::Clock& clock() const { return clock_; }
  eligibility::Ledger ledger() { return {*gate_, *database_, *numbers_, members_}; }
  eligibility::MemberIndex& members() { return members_; }
  notice::Acting clerk() const { return notice::Acting{clerk_}; }
  static base::InsurerNumber insurer() { return *base::InsurerNumber::parse("06139992"); }

 private:
  notice::Policy policy() const;

  std::string directory_;
  base::SystemClock clock_;
  base::StaffId clerk_ = base::StaffId::draw();
  base::StaffId officer_ = base::StaffId::draw();
  eligibility::MemberIndex members_;
  std::unique_ptr<store::Keyring> keys_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<store::NumberStore> numbers_;
  std::unique_ptr<store::AccessHistory> history_;
  std::unique_ptr<notice::AuditLog> log_;
  std::unique_ptr<notice::Gate> gate_;
};

}  // namespace kenpo::bench
