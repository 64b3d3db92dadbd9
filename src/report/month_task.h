// The month's tasks (月の締め): what has to be done, in which of the five states it stands, who holds
// it, by when, and what has to come before it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "eligibility/work_item.h"

namespace kenpo::report {

enum class MonthTaskKind : std::uint8_t {
  notifications = 1,   // 届書の審査
  checks = 2,          // 台帳の確認
  determinations = 3,  // 標準報酬の決定
  levy = 4,            // 保険料の調定
  differences = 5,     // 前月との差額の確認
  notices = 6,         // 納入の告知
  claims = 7,          // レセプトの資格点検
  statistics = 8,      // 月報
  closing = 9,         // 月の締め
  voluntary = 10,      // 任意継続の保険料の請求
};
inline constexpr int month_tasks_count = 10;
/// In the order of the board.
inline constexpr std::array<MonthTaskKind, month_tasks_count> board_order = {
    MonthTaskKind::notifications, MonthTaskKind::checks,  MonthTaskKind::determinations,
    MonthTaskKind::levy,          MonthTaskKind::voluntary, MonthTaskKind::differences,
    MonthTaskKind::notices,       MonthTaskKind::claims,  MonthTaskKind::statistics,
    MonthTaskKind::closing};

/// Why a task is held (保留). A list, so that nothing about a person is written here.
enum class HoldReason : std::uint8_t {
  papers_missing = 1,   // 届書・添付書類を待っている
  answer_awaited = 2,   // 照会の回答を待っている
  decision_awaited = 3, // 上司・組合会の決定を待っている
  next_month = 4,       // 翌月に処理する
};

enum class MonthTaskStepKind : std::uint8_t {
  taken = 1,     // somebody holds it now
  held = 2,      // 保留
  resumed = 3,
  finished = 4,  // by hand: 月報 only, the others follow from the ledger
};

/// One step. Nothing of it is changed later.
struct MonthTaskStep {
  base::Month month = {};
  MonthTaskKind task = MonthTaskKind::notifications;
  MonthTaskStepKind step = MonthTaskStepKind::taken;
  std::optional<HoldReason> reason = {};  // of a hold
  base::StaffId by;
  base::Moment at = {};
};

struct MonthTask {
  MonthTaskKind kind = MonthTaskKind::notifications;
  eligibility::WorkState state = eligibility::WorkState::waiting;
  std::int64_t count = 0;  // what is left, or what was done
  base::Date due = {};
  std::optional<base::StaffId> holder = {};
  std::optional<HoldReason> reason = {};
  /// The task that has to come first; none: it can be started.
  std::optional<MonthTaskKind> waits_for = {};
};

/// 「標準報酬の決定」
base::Words wording(MonthTaskKind kind);
base::Words wording(HoldReason reason);

}  // namespace kenpo::report
