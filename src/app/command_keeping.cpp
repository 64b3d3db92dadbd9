// kenpo backup, kenpo restore
#include "app/command.h"
#include "app/office.h"
#include "app/tables.h"
#include "base/clock.h"

namespace kenpo::app {

int run_backup(const Common& common, const std::string& file) {
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  if (const auto done = (*office)->database().back_up(file); !done.ok()) {
    return refuse(done.faults(), common);
  }
  say({"控えを取りました。鍵は入っていません。鍵のフォルダは別に保管してください。",
       "Backed up. The keys are not in it; keep the key folder apart."},
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
