// A period of insured status (被保険者資格) at one establishment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "eligibility/yes_no.h"

namespace kenpo::eligibility {

/// A period as it is corrected over time: the same id through all its decisions.
using PeriodId = base::Id<struct PeriodKind>;

enum class Status : std::uint8_t {
  employed = 1,   // 強制適用
  voluntary = 2,  // 任意継続被保険者
  special = 3,    // 特例退職被保険者
};

/// 資格喪失原因: to 11 by the codes of the notification, from 101 by our own.
enum class EndReason : std::uint8_t {
  retirement = 4,
  death = 5,
  age_75 = 7,
  disability_recognised = 9,
  social_security_treaty = 11,
  transferred = 101,          // 所属変更: insured at another of our establishments from that day
  rehired = 102,              // 同日得喪
  term_ended = 103,           // 任意継続の2年満了 (健康保険法38条1号)
  premium_unpaid = 104,       // 保険料未納 (38条3号)
  insured_elsewhere = 105,    // 被保険者となった (38条4号)
  seamen_insured = 106,       // 船員保険の被保険者となった (38条5号)
  left_on_request = 107,      // 申出 (38条7号)
};

/// 「退職等」
base::Words reason_words(EndReason reason);

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
