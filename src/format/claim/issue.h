// What can be wrong with a claims file: one row an issue, in the reader's words.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/fault.h"
#include "format/claim/line.h"

namespace kenpo::format::claim {

enum class Issue : std::uint8_t {
  // The file is refused.
  empty_file, no_end_mark, after_end_mark, no_line_end, line_feed_alone, return_alone,
  control_character, quotation_mark, looks_like_utf8, prefix_wrong, record_unknown,
  record_not_of_this_form, record_not_of_this_kind, fields_count, too_long, length_not_fixed,
  required_empty, not_digits,
  not_decimal, not_latin, not_kanji, not_cp932, no_head, head_again, no_receipt_head, no_total,
  after_total, receipts_count, points_sum, receipt_too_large, volume_order, too_many_faults,
  // The receipt goes to a person.
  date_impossible, code_unknown, insurer_number, mixed_modes, vendor_character, long_sound,
  kind_unknown, payers_differ, points_differ, line_points_missing, days_differ, count_differs,
  count_without_days, service_without_visit, no_details, correction_without_row,
  correction_without_target, row_twice, public_only_with_insurer, sections_differ,
};

enum class Severity : std::uint8_t {
  refuse,   // the file is not taken
  finding,  // the file is taken; a person looks at the receipt
};

struct IssueRow {
  Issue issue;
  Severity severity;
  const char* what_ja;
  const char* what_en;
  const char* why_ja;
  const char* why_en;
  const char* mend_ja;
  const char* mend_en;
};
const IssueRow& row_of(Issue issue);

/// The fault of an issue at a field of a line; `seq` 0 = the line as a whole.
base::Fault fault_of(Issue issue, const Line& line, std::size_t seq);
/// The fault of an issue at a place of the file (both from 1; 0 = not known).
base::Fault fault_at(Issue issue, std::uint64_t line, std::uint32_t column);

/// Something about a receipt that a person has to look at. The two numbers are data of the receipt
/// and therefore not in the fault's words: what the rule gives, and what the receipt says.
struct Finding {
  Issue issue;
  base::Fault fault;
  std::int64_t expected = 0;
  std::int64_t found = 0;
};

}  // namespace kenpo::format::claim
