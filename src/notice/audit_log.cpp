#include "notice/audit_log.h"

#include "notice/audit_log_machine.h"

namespace kenpo::notice {

base::Result<std::unique_ptr<AuditLog>> AuditLog::open(const std::string& directory,
                                                       Signer signer,
                                                       const AuditLogOptions& options) {
  auto machine = std::make_unique<Machine>(directory, std::move(signer), options);
  KENPO_TRY(machine->open());
  return std::unique_ptr<AuditLog>(new AuditLog(std::move(machine)));
}

AuditLog::AuditLog(std::unique_ptr<Machine> machine) : machine_(std::move(machine)) {}
AuditLog::~AuditLog() = default;

base::Result<std::uint64_t> AuditLog::append(const Leaf& leaf,
                                             std::span<const Commitment> subjects) {
  return machine_->append(leaf, subjects);
}

void AuditLog::append_async(const Leaf& leaf, std::span<const Commitment> subjects,
                            Appended done) {
  machine_->append_async(leaf, subjects, std::move(done));
}

base::Result<Remembered> AuditLog::checkpoint() { return machine_->checkpoint(); }
base::Result<PublicKey> AuditLog::rotate() { return machine_->rotate(); }
AuditLogState AuditLog::state() const { return machine_->state(); }
base::Result<Proof> AuditLog::prove(std::uint64_t index) const { return machine_->prove(index); }
base::Result<> AuditLog::stop() { return machine_->stop(); }

}  // namespace kenpo::notice
