// kenpo backup, kenpo restore
#include "app/command.h"
#include "app/office.h"
#include "app/tables.h"
#include "base/clock.h"
#include "request/backup_copy_act.h"

namespace kenpo::app {

int run_backup(const Common& common, const std::string& file) {
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  const auto copy = request::make_backup((*office)->gate(), (*office)->database(),
                                         notice::Acting{notice::ProgramActor::command_line}, file);
  if (!copy.ok()) return refuse(copy.faults(), common);
  say({base::Plain("控えを取りました。鍵は入っていません。鍵のフォルダは別に保管してください。") +
           copy->discard_by + "までに廃棄してください。",
       base::Plain("Backed up. The keys are not in it; keep the key folder apart. ") +
           "To be discarded by " + copy->discard_by + "."},
      common);
  return exit_done;
}

int run_restore(const Common& common, const std::string& file) {
  auto keys = store::Keyring::open(common.data);
  if (!keys.ok()) return refuse(keys.faults(), common);
  if (const auto done = store::Database::restore(file, common.data, **keys, tables());
      !done.ok()) {
    return refuse(done.faults(), common);
  }
  say({"控えから戻しました。前のデータは facts.db.before にあります。",
       "Restored. The data before is in facts.db.before."},
      common);
  return exit_done;
}

}  // namespace kenpo::app
