// A period of insured status (被保険者資格) at one establishment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "eligibility/yes_no.h"

namespace kenpo::eligibility {

/// A period as it is corrected over time: the same id through all its decisions.
using PeriodId = base::Id<struct PeriodKind>;

enum class Status : std::uint8_t {
  employed = 1,   // 強制適用
  voluntary = 2,  // 任意継続被保険者
  special = 3,    // 特例退職被保険者
};

/// 資格喪失原因 as notified.
enum class EndReason : std::uint8_t {
  retirement = 4,
  death = 5,
  age_75 = 7,
  disability_recognised = 9,
  social_security_treaty = 11,
};

struct InsuredPeriod {
  PeriodId id = PeriodId::draw();
  base::PersonId person;
  base::EstablishmentId establishment;
  Status status = Status::employed;
  int acquisition_class = 1;  // 取得区分 as notified: 1, 3, 4, 6 or 7
  base::Date acquired = {};        // 資格取得日
  std::optional<base::Date> lost = {};  // 資格喪失日: the first day without; after `acquired`
  std::optional<EndReason> end_reason = {};
  std::string symbol = {};  // 記号
  std::string number = {};  // 番号 (被保険者整理番号), without leading zeros
  YesNo short_hours = YesNo::no;     // 短時間労働者
  YesNo two_workplaces = YesNo::no;  // 二以上事業所勤務

  bool holds(base::Date day) const { return acquired <= day && (!lost || day < *lost); }
  friend bool operator==(const InsuredPeriod&, const InsuredPeriod&) = default;
};

}  // namespace kenpo::eligibility
