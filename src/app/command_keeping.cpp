// kenpo backup, kenpo restore
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "app/command.h"
#include "app/command_sign_in.h"
#include "app/office.h"
#include "app/operations.h"
#include "app/society_file.h"
#include "app/tables.h"
#include "base/clock.h"
#include "notice/audit_log_faults.h"
#include "notice/log_reader.h"
#include "request/backup_copy_act.h"
#include "store/checkpoint_memory.h"

namespace kenpo::app {

namespace {

using base::Result;
using notice::Acting;

struct Written {
  const notice::Operation* operation = nullptr;
  std::size_t count = 0;
};
using WrittenByName = std::map<std::string, Written>;

/// What a restore leaves to do.
struct Restored {
  std::optional<std::string> put_aside;  // the facts before it
  WrittenByName undone;                  // what was written after the copy was made
};

const notice::Operation* operation_named(const std::string& name) {
  const auto all = operations();
  const auto found = std::ranges::find(
      all, name, [](const notice::Operation* each) { return std::string(each->name); });
  return found == all.end() ? nullptr : *found;
}

/// The operations that wrote since the checkpoint that the facts remember. The log was not put
/// back, so it knows.
Result<WrittenByName> written_since(Office& office, std::uint64_t since) {
  WrittenByName found;
  const auto size = KENPO_TRY(office.log().checkpoint()).size;
  for (auto at = since; at < size; at += notice::leaves_read_limit) {
    const auto count = std::min(notice::leaves_read_limit, size - at);
    const auto leaves = KENPO_TRY(notice::read_leaves(office.log_directory(), size, at, count));
    for (const auto& [index, leaf] : leaves) {
      using enum notice::Outcome;
      if (leaf.outcome == refused || leaf.outcome == failed) continue;
      const auto* operation = operation_named(leaf.operation);
      if (operation == nullptr || operation->verb == notice::Verb::read) continue;
      auto& entry = found[leaf.operation];
      entry.operation = operation;
      ++entry.count;
    }
  }
  return found;
}

/// While the facts still open, two people decide. When they are damaged nobody can sign in: whoever
/// keeps the machine puts the copy in their place. The log says so either way.
Result<> decide(const Common& common, const RestoreRequest& request, const base::Clock& clock) {
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) {
    const bool in_use = office.faults().front() == notice::in_use_fault();
    return in_use ? Result<>(office.faults()) : Result<>(base::Done{});
  }
  const auto asking = KENPO_TRY(sign_in_at_terminal(**office, request.asked_by));
  const auto approving = KENPO_TRY(sign_in_at_terminal(**office, request.approved_by));
  return request::decide_restore((*office)->gate(), Acting{asking}, Acting{approving});
}

/// The size of the log that the facts in place remember.
Result<std::uint64_t> remembered_size(const std::string& data) {
  const auto society = KENPO_TRY(read_society_file(data));
  auto keys = KENPO_TRY(store::Keyring::open(data));
  const auto database = KENPO_TRY(
      store::Database::open(data, *keys, {.insurer = society.insurer, .tables = tables()}));
  const auto remembered = KENPO_TRY(store::last_checkpoint(*database));
  return remembered ? remembered->size : 0;
}

Result<Restored> restore(const Common& common, const RestoreRequest& request) {
  if (request.asked_by == request.approved_by) return request::alone_fault();
  const base::SystemClock clock;
  KENPO_TRY(decide(common, request, clock));
  Restored restored;
  const std::string facts = common.data + "/facts.db";
  if (std::filesystem::exists(facts)) restored.put_aside = facts + ".before";
  {
    auto keys = KENPO_TRY(store::Keyring::open(common.data));
    KENPO_TRY(store::Database::restore(request.file, common.data, *keys, tables()));
  }
  // Before the office opens and remembers a newer one.
  const auto since = KENPO_TRY(remembered_size(common.data));
  const auto office = KENPO_TRY(Office::open(common.data, clock));
  restored.undone = KENPO_TRY(written_since(*office, since));
  KENPO_TRY(request::record_restore(office->gate(), office->database(),
                                    Acting{notice::ProgramActor::command_line},
                                    restored.put_aside));
  return restored;
}

}  // namespace

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

int run_restore(const Common& common, const RestoreRequest& request) {
  const auto told = restore(common, request);
  if (!told.ok()) return refuse(told.faults(), common);
  say({"控えから戻しました。", "Restored."}, common);
  if (told->put_aside) {
    say({"前のデータは facts.db.before にあります。控えの一覧に、廃棄の期限とともに載せました。",
         "The data before is in facts.db.before; the list of copies has it with its day."},
        common);
  }
  if (told->undone.empty()) return exit_done;
  say({"控えのあとに、次の登録がありました。戻ってしまったものは、もう一度登録してください。"
       "停止と利用停止は、いま確かめてください。",
       "These were written after the copy. Enter again what is gone; look at locks and stops now."},
      common);
  for (const auto& [name, written] : told->undone) {
    say("  " + name + "  " + std::to_string(written.count) + "  " +
        std::string(written.operation->japanese));
  }
  return exit_done;
}

}  // namespace kenpo::app
