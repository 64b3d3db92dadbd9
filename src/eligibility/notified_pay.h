// What an employer notified about pay, as it waits for the decision on the standard remuneration:
// 資格取得届 (the pay expected), 算定基礎届, 月額変更届 and 賞与支払届; and a change of fixed pay with the pay
// of the months from it on, which decides nothing by itself.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "eligibility/insured_period.h"
#include "eligibility/yes_no.h"

namespace kenpo::eligibility {

using NotifiedPayId = base::Id<struct NotifiedPayKind>;

enum class PayForm : std::uint8_t {
  acquisition = 1,
  regular = 2,
  revision = 3,
  bonus = 4,
  pay_report = 5,  // 固定的賃金の変動の報告: `on` is the first day of the month of the change
};

/// Where the notification stands.
enum class PayState : std::uint8_t {
  waiting = 1,   // for the decision
  decided = 2,   // a decision was made from it
  for_people = 3,  // a work item asks people
  cancelled = 4,   // the notification that it came with was reversed
};

struct NotifiedMonth {
  int month = 1;  // month of payment, 1 to 12
  int base_days = 0;
  base::Yen pay = {};  // in money and in kind
  friend bool operator==(const NotifiedMonth&, const NotifiedMonth&) = default;
};

struct NotifiedPay {
  NotifiedPayId id = NotifiedPayId::draw();
  PayForm form = PayForm::acquisition;
  PayState state = PayState::waiting;
  base::PersonId person;
  PeriodId period;
  base::EstablishmentId establishment;
  base::CaseId case_id;  // the intake of the file
  base::Date on = {};         // acquired on; first day of the month it applies from; bonus paid on
  base::Yen amount = {};      // pay expected at acquisition, or the bonus; 0 for monthly pay
  std::array<NotifiedMonth, 3> months = {};
  base::Yen back_pay = {};                   // 遡及支払額
  std::optional<int> back_pay_month = {};    // 1 to 12
  std::optional<int> change_month = {};      // 昇降給月, 1 to 12
  int direction = 0;                    // 昇降給区分: 0 none, 1 raised, 2 cut
  YesNo part_time = YesNo::no;          // 短時間就労者 (パート)
  YesNo short_hours = YesNo::no;        // 短時間労働者
  YesNo joined_midway = YesNo::no;      // 途中入社
  YesNo two_workplaces = YesNo::no;
  YesNo annual_average = YesNo::no;
  YesNo revision_expected = YesNo::no;  // 月額変更予定
  YesNo capped = YesNo::no;             // an amount of ten million yen or more stands as 9,999,999

  friend bool operator==(const NotifiedPay&, const NotifiedPay&) = default;
};

}  // namespace kenpo::eligibility
