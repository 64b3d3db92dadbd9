// What was done about a debt that is not paid, with its evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/yen.h"
#include "collection/debt.h"

namespace kenpo::collection {

using StepId = base::Id<struct ArrearsStepKind>;

/// The measures in the order in which an office takes them.
enum class Measure : std::uint8_t {
  telephone = 1,     // 電話
  visit = 2,         // 訪問
  letter = 3,        // 催告の文書
  reminder = 4,      // 督促状 (健康保険法180条): made by its own act
  promise = 5,       // 納付誓約: a written promise
  instalments = 6,   // 分割納付の約束
  postponement = 7,  // 納付の猶予
  disposition = 8,   // 滞納処分の認可申請
  charge_waiver = 9,  // 延滞金を徴収しない (181条1項ただし書): made by its own act
  charge_waiver_undone = 10,
};
base::Words wording(Measure measure);

/// One step. Never changed; what was wrong is told by another step.
struct ArrearsStep {
  StepId id = StepId::draw();
  DebtKey debt;
  Measure measure = Measure::telephone;
  base::Date on = {};
  std::optional<base::Date> until = {};  // the reminder's deadline, the day promised
  base::Yen amount = {};                 // promised a time, or reminded of
  std::string note = {};                 // who was spoken to, what was said: sealed
  std::optional<base::StaffId> by = {};
  base::Moment recorded_at = {};
};

/// 滞納の期間.
enum class DebtAge : std::uint8_t {
  not_due,       // 納付期限前
  to_one_month,  // 1か月まで
  to_three_months,
  to_one_year,
  over_one_year,
};
inline constexpr int ages_count = 5;
base::Words wording(DebtAge age);

/// Where the measures about a debt stand (督促 → 催告 → 誓約 → 処分).
enum class ArrearsStage : std::uint8_t {
  not_due,
  not_reminded,   // overdue, no reminder went out
  reminded,       // 督促: its deadline has not passed
  reminder_over,  // 督促の期限経過: a disposition is possible (art 180(4))
  demanded,       // 催告 by letter, telephone or visit after the deadline
  pledged,        // 納付誓約 that is kept
  broken,         // 納付誓約の不履行
  early_over,     // 繰上徴収の期限経過: a disposition is possible without a reminder
  disposition,    // 滞納処分の認可申請
  paid,
};
base::Words wording(ArrearsStage stage);

}  // namespace kenpo::collection
