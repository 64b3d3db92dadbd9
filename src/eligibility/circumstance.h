// What holds for an insured person for a time and is neither period nor person: two workplaces,
// detention (健康保険法118条), a long absence from work.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "eligibility/insured_period.h"

namespace kenpo::eligibility {

using CircumstanceId = base::Id<struct CircumstanceKindTag>;

enum class CircumstanceKind : std::uint8_t {
  two_workplaces = 1,  // 二以上事業所勤務: our society was chosen (施行規則2条)
  detention = 2,       // 刑事施設等への拘禁 (健康保険法118条1項)
  long_absence = 3,    // 長期休職
  short_hours = 4,     // 短時間労働者 (健康保険法3条1項9号), from a change within the period
  abroad = 5,          // 海外特例 of a dependent (施行規則37条の2); the person is the dependent
};

struct Circumstance {
  CircumstanceId id = CircumstanceId::draw();
  CircumstanceKind kind = CircumstanceKind::long_absence;
  base::PersonId person;
  PeriodId period;  // the insured period that it belongs to
  base::Date from = {};
  std::optional<base::Date> until = {};  // the last day; none = it goes on
  std::string detail = {};  // the other workplace, the reason of the absence; the clerk's words
  std::optional<int> reason = {};  // of 海外特例: the number of the form

  bool holds(base::Date day) const { return from <= day && (!until || day <= *until); }
  friend bool operator==(const Circumstance&, const Circumstance&) = default;
};

/// 「二以上事業所勤務」
base::Words wording(CircumstanceKind kind);

}  // namespace kenpo::eligibility
