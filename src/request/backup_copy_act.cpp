#include "request/backup_copy_act.h"

#include <algorithm>

#include "base/utf8.h"
#include "law/book.h"
#include "request/backup_copy_store.h"
#include "request/fault.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

std::string file_name(const std::string& file) {
  const auto slash = file.rfind('/');
  return slash == std::string::npos ? file : file.substr(slash + 1);
}

Result<> check_name(const std::string& name) {
  if (!name.empty() && base::count_code_points(name) <= backup_name_limit_characters) {
    return base::Done{};
  }
  return refusal({"控えのファイル名が正しくありません。", "The name of the file does not do."},
                 {"名前は1文字から120文字までです。", "It has 1 to 120 characters."},
                 {"名前を変えてください。", "Choose another name."});
}

/// A copy made now, with the last day on which it may exist.
Result<BackupCopy> copy_of(const std::string& file, base::Moment now) {
  const auto kept = KENPO_TRY(law::Book::carried().count("retention.backup", now.day()));
  BackupCopy copy{.name = file_name(file),
                  .made_at = now,
                  .discard_by = now.day().plus_days(kept.value)};
  KENPO_TRY(check_name(copy.name));
  return copy;
}

Result<> record_failure(notice::Gate& gate, store::Database& database,
                        notice::Recorder& recorder, BackupCopy copy) {
  copy.discarded_at = gate.clock().now();
  copy.proof = "作成できなかった";
  auto transaction = KENPO_TRY(database.write());
  KENPO_TRY(add_discard(transaction, copy));
  return transaction.commit(recorder);
}

}  // namespace

Result<BackupCopy> make_backup(notice::Gate& gate, store::Database& database,
                               const notice::Acting& acting, const std::string& file) {
  const auto work = [&](const Permit<backup_make_operation>& permit) -> Result<BackupCopy> {
    const auto copy = KENPO_TRY(copy_of(file, gate.clock().now()));
    {
      auto transaction = KENPO_TRY(database.write());
      KENPO_TRY(add(transaction, copy));
      KENPO_TRY(transaction.commit(permit.recorder()));
    }
    const auto copied = database.back_up(file);
    if (copied.ok()) return copy;
    KENPO_TRY(record_failure(gate, database, permit.recorder(), copy));
    return copied.faults();
  };
  return gate.perform<backup_make_operation>(acting, work);
}

base::Fault alone_fault() {
  return refusal({"控えから戻すには、二人が要ります。", "Two different people put facts back."},
                 {"一人では、停止や名簿の変更を、知られずに元に戻せてしまいます。",
                  "One alone could undo a lock or a change of the list unseen."},
                 {"もう一人の利用者名を --approved-by に書いてください。",
                  "Name the second person after --approved-by."});
}

Result<> decide_restore(notice::Gate& gate, const notice::Acting& asking,
                        const notice::Acting& approving) {
  if (asking.actor == approving.actor) return alone_fault();
  KENPO_TRY(gate.perform<backup_restore_ask>(
      asking, [](const Permit<backup_restore_ask>&) -> Result<> { return base::Done{}; }));
  return gate.perform<backup_restore_approve>(
      approving, [](const Permit<backup_restore_approve>&) -> Result<> { return base::Done{}; });
}

Result<> record_restore(notice::Gate& gate, store::Database& database,
                        const notice::Acting& acting,
                        const std::optional<std::string>& put_aside) {
  return gate.perform<backup_restore_record>(
      acting, [&](const Permit<backup_restore_record>& permit) -> Result<> {
        if (!put_aside) return base::Done{};
        const auto copy = KENPO_TRY(copy_of(*put_aside, gate.clock().now()));
        auto transaction = KENPO_TRY(database.write());
        KENPO_TRY(add(transaction, copy));
        return transaction.commit(permit.recorder());
      });
}

Result<std::vector<BackupCopy>> list_backups(notice::Gate& gate, store::Database& database,
                                             const notice::Acting& acting) {
  const auto work =
      [&](const Permit<backup_list_operation>&) -> Result<std::vector<BackupCopy>> {
    const auto view = KENPO_TRY(database.read());
    return list_copies(view);
  };
  return gate.perform<backup_list_operation>(acting, work);
}

Result<> discard_backup(notice::Gate& gate, store::Database& database,
                        const notice::Acting& acting, const base::CaseId& copy,
                        const std::string& proof) {
  const auto work = [&](const Permit<backup_discard_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(database.write());
    const auto copies = KENPO_TRY(list_copies(transaction));
    const auto found = std::ranges::find(copies, copy, &BackupCopy::id);
    if (found == copies.end() || found->discarded_at || proof.empty()) {
      return refusal({"廃棄を記録できません。", "The discarding cannot be recorded."},
                     {"廃棄していない控えと、廃棄の方法がいります。",
                      "It takes a copy that exists, and how it was destroyed."},
                     {"一覧から選び、方法を書いてください。", "Choose it and write how."});
    }
    auto discarded = *found;
    discarded.discarded_at = gate.clock().now();
    discarded.discarded_by = std::get<base::StaffId>(acting.actor);  // for people only
    discarded.proof = proof;
    KENPO_TRY(add_discard(transaction, discarded));
    return transaction.commit(permit.recorder());
  };
  return gate.perform<backup_discard_operation>(acting, work);
}

CopiesStanding standing_of(const std::vector<BackupCopy>& copies, base::Date today) {
  CopiesStanding standing;
  for (const auto& copy : copies) {
    if (copy.discarded_at) continue;
    ++standing.existing;
    if (copy.discard_by < today) ++standing.overdue;
    standing.last_day = std::max(standing.last_day.value_or(copy.discard_by), copy.discard_by);
  }
  return standing;
}

}  // namespace kenpo::request
