// The running office of one society: its data directory opened, its gate standing.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/society_file.h"
#include "base/clock.h"
#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/member_index.h"
#include "notice/audit_log.h"
#include "notice/gate.h"
#include "notice/log_verifier.h"
#include "notice/version.h"
#include "request/request_office.h"
#include "safeguard/terminal_act.h"
#include "staff/approval_act.h"
#include "staff/staffing.h"
#include "store/access_history.h"
#include "store/database.h"
#include "store/keyring.h"
#include "store/numbers.h"

namespace kenpo::app {

/// Everything that the acts of one society need, opened in order and closed in reverse.
class Office {
 public:
  /// Makes the data directory of a new society: keys, database, audit log, the first version of the
  /// notice. Refuses a directory that has one already.
  static base::Result<std::unique_ptr<Office>> create(const std::string& directory,
                                                      const SocietyFile& society,
                                                      const base::Clock& clock);
  /// Opens a data directory. Refuses one that is missing, damaged, in use, or whose notice or log
  /// was changed behind the program's back.
  static base::Result<std::unique_ptr<Office>> open(const std::string& directory,
                                                    const base::Clock& clock);
  ~Office();
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  const std::string& directory() const { return directory_; }
  const SocietyFile& society() const { return society_; }
  const base::Clock& clock() const { return clock_; }
  store::Keyring& keys() { return *keys_; }
  store::Database& database() { return *database_; }
  store::AccessHistory& history() { return *history_; }
  notice::AuditLog& log() { return *log_; }
  notice::Gate& gate() { return *gate_; }
  /// What two people decide together; the kinds are added in app/approval_kinds.h.
  staff::Approvals& approvals() { return *approvals_; }
  /// What the acts on people and their rights are handed.
  staff::PeopleOffice people() {
    return {*gate_, *database_, *approvals_, [this] { return refresh_policy(); }};
  }

  /// What the acts on the ledgers are handed.
  eligibility::Ledger ledger() { return {*gate_, *database_, *numbers_, members_}; }
  /// What the acts on requests of persons are handed.
  request::RequestOffice& requests() { return *requests_; }
  std::string log_directory() const { return directory_ + "/log"; }

  /// Verifies the log, compares the office with it (app/changed_outside.h), remembers the faults.
  void verify_log();
  /// Nullopt until it was verified for the first time since the office was opened.
  std::optional<notice::LogVerification> log_verification() const;

  /// The notice book as it stands on the disk now.
  base::Result<notice::NoticeBook> notices() const;

  /// Reads the list of handlers and the notice in force anew and hands the gate its policy. Called
  /// at the start, when either changes, and when a version's time of force comes.
  base::Result<> refresh_policy();
  /// The same with the list of handlers as last read: cheap, touches no table.
  base::Result<> refresh_notice();
  /// The list as it stands now, with undertaking, training and emergencies in it.
  std::vector<staff::NamedHandler> handlers() const;
  /// Reads the registered terminals anew; the gate judges by them from the next request on.
  base::Result<> refresh_terminals();
  const safeguard::TerminalBook& terminals() const { return terminals_; }
  /// The list as it is kept and signed, and what else the policy is made of.
  staff::Staffing staffing() const;

 private:
  Office(std::string directory, SocietyFile society, const base::Clock& clock);
  base::Result<> open_parts();
  request::RequestOffice request_office();

  std::string directory_;
  SocietyFile society_;
  const base::Clock& clock_;
  std::unique_ptr<store::Keyring> keys_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<store::NumberStore> numbers_;
  std::unique_ptr<store::AccessHistory> history_;
  std::unique_ptr<notice::AuditLog> log_;
  std::unique_ptr<notice::Gate> gate_;
  std::unique_ptr<staff::Approvals> approvals_;
  eligibility::MemberIndex members_;
  std::unique_ptr<request::RequestOffice> requests_;
  mutable std::mutex mutex_;
  staff::Staffing staffing_;
  safeguard::TerminalBook terminals_;
  std::optional<notice::LogVerification> log_verification_;
};

}  // namespace kenpo::app
