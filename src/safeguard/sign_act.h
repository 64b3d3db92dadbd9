// Watching the audit log for signs that law or rules may have been broken, and what it goes by.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "notice/audit_log.h"
#include "notice/gate.h"
#include "notice/leaf.h"
#include "safeguard/sign.h"
#include "safeguard/watch_setting.h"
#include "store/access_history.h"
#include "store/database.h"

namespace kenpo::safeguard {

/// 兆候の見張り (公表事項2 O-4, 個人情報保護法23条・24条): from the leaves to alerts.
inline constexpr notice::Operation watch_signs_operation{
    .name = "sign.watch",
    .japanese = "兆候の見張り",
    .verb = notice::Verb::write,
    .statute = notice::Statute::emergency_response,
    .runner = notice::Runner::staff_or_program};

/// 安全管理の設定: thresholds and terms, dated.
inline constexpr notice::Operation enter_setting_operation{
    .name = "watch_setting.enter",
    .japanese = "安全管理の設定の登録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::emergency_response};
inline constexpr notice::Operation show_settings_operation{
    .name = "watch_setting.show",
    .japanese = "安全管理の設定の表示",
    .statute = notice::Statute::emergency_response};

/// 取扱者と加入者の関係: a handler's own data and the family's are watched.
inline constexpr notice::Operation enter_family_operation{
    .name = "own_family.enter",
    .japanese = "取扱者と加入者の関係の登録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::emergency_response};

/// What watching needs of the office; all of it outlives the watching.
struct Watchtower {
  notice::Gate& gate;
  store::Database& database;
  store::AccessHistory& history;
  std::string log_directory;
};

/// Leaves that one transaction takes: a few megabytes of memory, a second of work.
inline constexpr std::uint64_t watch_chunk_leaves = 4096;

struct WatchOutcome {
  std::uint64_t leaves = 0;  // that were watched
  int raised = 0;            // new alerts
  int joined = 0;            // signs that joined an alert nobody had acknowledged yet
  int escalated = 0;         // alerts that went to the executive director
};

/// Watches every leaf since the last time, and escalates what was not acknowledged in time. The
/// place in the log, the counts and the alerts are one transaction: after a crash nothing is lost
/// and nothing is doubled. What is watched are the leaves under the signed checkpoint.
base::Result<WatchOutcome> watch_signs(Watchtower tower, const notice::Acting& acting);

/// Puts the sign into the open alert of its kind and handler, or raises a new one.
base::Result<> tell_sign(store::Transaction& transaction, const notice::Policy& policy,
                         const Sign& sign, base::Moment now, WatchOutcome& outcome);

/// Refuses a value outside its range, a day before today, and hours that end before they begin.
base::Result<> enter_setting(notice::Gate& gate, store::Database& database,
                             const notice::Acting& acting, const DatedSetting& setting);

/// Every setting as it holds on the day.
struct StandingSetting {
  WatchSetting setting = WatchSetting::refusals_a_day;
  std::int64_t value = 0;
};
struct SettingsView {
  std::vector<StandingSetting> standing;
  std::vector<DatedSetting> own;  // the society's rows, coming ones included
  std::vector<FamilyLink> families;
};
base::Result<SettingsView> show_settings(notice::Gate& gate, store::Database& database,
                                         const notice::Acting& acting);

/// Links a handler to a person; refuses a handler who is not on the list.
base::Result<> enter_family(notice::Gate& gate, store::Database& database,
                            const notice::Acting& acting, const FamilyLink& link);
base::Result<> end_family_link(notice::Gate& gate, store::Database& database,
                               const notice::Acting& acting, const base::CaseId& link);

}  // namespace kenpo::safeguard
