// The rules of the content checks as data: src/review/checks.tsv, one row a rule. What a row asks
// is one of a few kinds of check; the figures and codes it asks with stand in the row.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace kenpo::review {

enum class CheckKind : std::uint8_t {
  record,            // 記録の整合: what the reader of the file found
  duplicate,         // 重複請求
  again_next_month,  // 縦覧: an act that is counted again in the month after
  times_a_month,     // 縦覧: more often in a month than the master allows
  age,               // 年齢: outside the ages of the master
  sex,               // 性別: a disease of the other sex, by ICD-10
  no_visit,          // 突合: dispensed, and the prescriber claims no visit
  drug_twice,        // 突合: given by the prescriber and dispensed
  while_inpatient,   // 横覧: an outpatient receipt on a day of a stay
  injury,            // 給付発生原因: an injury by ICD-10
  third_party,       // 給付発生原因: 特記事項「第三」
  patient_group,     // 給付割合: the group does not fit the age
  limit_class,       // 限度額区分: more than one is written
  standing,          // 資格: what the eligibility check says to send back
  dose_amount,       // 用量: more of a drug than the society's limit
  dose_days,         // 用量: for more days than the society's limit
};
inline constexpr std::size_t check_kinds_count = 16;
const char* wording(CheckKind kind);  // 「縦覧」

enum class Severity : std::uint8_t { error, warning, notice };
const char* wording(Severity severity);  // 「誤り」「疑い」「確認」

/// One rule as it holds from a day on.
struct CheckRow {
  std::string_view id;  // [a-z_]
  base::Date from;
  std::optional<base::Date> to;
  CheckKind kind = CheckKind::record;
  Severity severity = Severity::warning;
  std::string_view title;      // 「初診料が続けて算定されている」
  std::string_view reason;     // 理由番号 to request with; empty: nothing to request
  std::string_view detail;     // 理由内容
  std::string_view parameter;  // of the kind; see checks.tsv
  std::string_view basis;

  bool holds_on(base::Date day) const { return from <= day && (!to || day <= *to); }
};

/// All rows, in the order of the file. A broken file is a broken promise: it is carried.
std::span<const CheckRow> check_rows();
/// Nullptr: no row of the id.
const CheckRow* find_check(std::string_view id);

}  // namespace kenpo::review
