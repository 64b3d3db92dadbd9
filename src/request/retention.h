// Classes of records and their periods (保存年限), and what keeps a record beyond its period.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace kenpo::request {

enum class RecordClass : std::uint8_t {
  medical_claim,
  health_checkup,
  health_guidance,
  benefit,
  eligibility,
  premium,
  request,
  provision,
  audit_log,  // that the log leads to the person: their salt
  other,
};
inline constexpr std::size_t record_classes_count = 10;

/// 「レセプト」
std::string_view wording(RecordClass record_class);

/// What the period of a record is counted from.
struct KeptRecord {
  RecordClass record_class = RecordClass::other;
  /// Of the record: treatment, checkup, decision; of the audit log: the day on which the last
  /// record about the person went.
  base::Date made = {};
  /// The last day of membership; none while the person is a member.
  std::optional<base::Date> member_until = {};
  /// The day on which the person joined another insurer, when known.
  std::optional<base::Date> joined_other = {};
};

}  // namespace kenpo::request
