// Decisions on the standard monthly remuneration and the standard bonus.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"
#include "base/yen.h"
#include "eligibility/insured_period.h"
#include "eligibility/notified_pay.h"

namespace kenpo::remuneration {

using DecisionId = base::Id<struct RemunerationDecisionKind>;

/// How a standard monthly remuneration came about.
enum class DeterminationKind : std::uint8_t {
  acquisition = 1,  // 資格取得時決定
  regular = 2,      // 定時決定
  revision = 3,     // 随時改定
  childcare_end = 4,  // 育児休業等終了時改定
  maternity_end = 5,  // 産前産後休業終了時改定
  insurer = 6,        // 保険者算定
  correction = 7,     // 訂正
  workplaces = 8,     // 二以上事業所勤務の合算 (健康保険法44条3項)
  voluntary = 9,      // 任意継続・特例退職 (健康保険法47条・附則3条)
};
/// 「定時決定」
base::Words wording(DeterminationKind kind);

/// Holds from its month until the month of the next decision about the period.
struct StandardRemuneration {
  DecisionId id = DecisionId::draw();
  base::PersonId person;
  eligibility::PeriodId period;
  DeterminationKind kind = DeterminationKind::acquisition;
  base::Month from = {};
  base::Yen monthly = {};   // 報酬月額
  base::Yen standard = {};  // 標準報酬月額
  int grade = 0;
  eligibility::NotifiedPayId source;  // the notification it was made from

  friend bool operator==(const StandardRemuneration&, const StandardRemuneration&) = default;
};

/// The standard bonus of a month: one for all payments of the month.
struct BonusDecision {
  DecisionId id = DecisionId::draw();
  base::PersonId person;
  eligibility::PeriodId period;
  base::Month month = {};
  base::Date paid_on = {};  // the last payment of the month
  base::Yen paid = {};      // all payments of the month
  base::Yen standard = {};
  eligibility::NotifiedPayId source;  // the last notification it was made from
  /// 二以上事業所勤務: what each workplace paid, kept by workplace_pay_store under this id.
  std::optional<eligibility::NotifiedPayId> divided = {};

  friend bool operator==(const BonusDecision&, const BonusDecision&) = default;
};

}  // namespace kenpo::remuneration
