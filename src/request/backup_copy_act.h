// Copies of the facts with the day by which they are discarded: what is erased here stands in older
// copies until then, and the due list says so (個人情報保護法22条).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "request/backup_copy.h"
#include "store/database.h"

namespace kenpo::request {

inline constexpr notice::Operation backup_make_operation{
    .name = "backup.make",
    .japanese = "控えの作成",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation backup_list_operation{
    .name = "backup.list",
    .japanese = "控えの一覧",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation backup_discard_operation{
    .name = "backup.discard",
    .japanese = "控えの廃棄の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};

/// Facts are put back by two people: one who keeps the machines, one who answers for the office.
inline constexpr notice::Operation backup_restore_ask{
    .name = "backup.restore_ask",
    .japanese = "控えから戻す提案",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control};
inline constexpr notice::Operation backup_restore_approve{
    .name = "backup.restore_approve",
    .japanese = "控えから戻す承認",
    .verb = notice::Verb::write,
    .statute = notice::Statute::emergency_response};
inline constexpr notice::Operation backup_restore_record{
    .name = "backup.restore_record",
    .japanese = "控えから戻した記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// Enters the copy in the ledger and copies the facts, encrypted as they are: the copy carries its
/// own line with its day. When copying fails the line says that it never was.
base::Result<BackupCopy> make_backup(notice::Gate& gate, store::Database& database,
                                     const notice::Acting& acting, const std::string& file);

base::Result<std::vector<BackupCopy>> list_backups(notice::Gate& gate, store::Database& database,
                                                   const notice::Acting& acting);

/// Records that the copy was destroyed. Refused: no such copy, twice, no proof.
base::Result<> discard_backup(notice::Gate& gate, store::Database& database,
                              const notice::Acting& acting, const base::CaseId& copy,
                              const std::string& proof);

/// One person cannot put facts back alone.
base::Fault alone_fault();
/// Two people decide that the facts are put back; a leaf for each. Refused: one person alone, and
/// whom the statutes of the two operations do not name.
base::Result<> decide_restore(notice::Gate& gate, const notice::Acting& asking,
                              const notice::Acting& approving);
/// After it: the facts that were put aside, if there were any, are a copy with its day.
base::Result<> record_restore(notice::Gate& gate, store::Database& database,
                              const notice::Acting& acting,
                              const std::optional<std::string>& put_aside);

/// Copies that exist, and those whose day has passed.
struct CopiesStanding {
  std::int64_t existing = 0;
  std::int64_t overdue = 0;
  std::optional<base::Date> last_day = {};  // after it no copy of today exists
};
CopiesStanding standing_of(const std::vector<BackupCopy>& copies, base::Date today);

}  // namespace kenpo::request
