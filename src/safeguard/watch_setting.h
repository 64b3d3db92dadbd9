// The society's own thresholds and terms of its safety measures, dated; and whose family is whose.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::safeguard {

enum class WatchSetting : std::uint8_t {
  refusals_a_day = 1,
  persons_a_day = 2,
  without_case_a_day = 3,
  opens_hour = 4,
  closes_hour = 5,
  acknowledge_hours = 6,    // an alert goes to the executive director after so many hours
  inspection_interval = 7,  // months from one self-inspection to the next
  review_interval = 8,      // months from one review to the next
};
inline constexpr int watch_settings_count = 8;

/// What a setting is called, the row of the law book it falls back to, and its range.
struct SettingFacts {
  std::string_view japanese;
  std::string_view unit;  // 「回」「人」「時」「時間」「か月」
  std::string_view row;
  std::int64_t least = 1;
  std::int64_t most = 1;
};
const SettingFacts& facts_of(WatchSetting setting);

/// Holds from its day until the next row of the same setting.
struct DatedSetting {
  WatchSetting setting = WatchSetting::refusals_a_day;
  std::int64_t value = 1;
  base::Date from;
};

/// The person is the handler as an insured person, or of the handler's family.
struct FamilyLink {
  base::CaseId link = base::CaseId::draw();
  base::StaffId staff;
  base::PersonId person;
};

}  // namespace kenpo::safeguard
