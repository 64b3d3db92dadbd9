// The layout of claims files (レセプト電算処理): every record and field of 医科 and of the rows that the
// reviewing organisation adds for insurers. The checks and docs/formats/claim.md come from it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/plain.h"

namespace kenpo::format::claim {

/// Who sends the file.
enum class Form : std::uint8_t {
  insurer,   // the reviewing organisation to the insurer: 11_RECODEINFO_MED.CSV, with a prefix
  provider,  // the provider to the reviewing organisation: RECEIPTC.UKE, 0x1A at the end
};

/// The record ids in the order of `records()`.
enum class Record : std::uint8_t {
  ir, re, ho, ko, sn, jd, mf, gr, sy, si, iy, to, co, sj, ti, tr, ts, go,
  ni, kh, mn, jy, ex, rc, on, hi, hr, hg, md,
  unknown,
};
inline constexpr std::size_t records_count = static_cast<std::size_t>(Record::unknown);

/// Modes of the specification (記録条件仕様), and dates, which it writes as 数字.
enum class Mode : std::uint8_t {
  digits,   // 数字
  decimal,  // 数字 with one decimal point
  latin,    // 英数: JIS X 0201
  kanji,    // 漢字: two-byte characters only
  mixed,    // 英数又は漢字: one or the other, never both
  month,    // YYYYMM, or GYYMM of files up to 2020
  date,     // YYYYMMDD, or GYYMMDD of files up to 2020
  free,     // not known: any character
};

enum class Length : std::uint8_t { fixed, variable };
enum class Need : std::uint8_t { required, optional };

/// Which values a field may have; codes.h holds the rows.
enum class CodeSet : std::uint8_t {
  none, data_kind, reviewer, prefecture, point_table, sex, ward, burden_class, remark, work_reason,
  reduction, outcome, treatment, payer_set, confirmation, visit, window_charge, statement,
  correction,
};

/// `repeat` equal fields that follow each other (the 31 days). A length of 0 = not limited.
struct FieldRow {
  const char* name;
  Mode mode;
  std::uint16_t max_bytes;
  Length length = Length::variable;
  Need need = Need::optional;
  CodeSet codes = CodeSet::none;
  std::uint8_t repeat = 1;
};

/// How the number of fields is judged.
enum class Count : std::uint8_t { exact, at_least };

struct RecordRow {
  std::string_view id;
  const char* title;
  std::span<const FieldRow> fields;  // without the record id, which is field 1
  Count count = Count::exact;
};

/// Every record, in the order of `Record`.
std::span<const RecordRow> records();
inline const RecordRow& row_of(Record record) {
  return records()[static_cast<std::size_t>(record)];
}

/// The record of an id of two capital letters; `unknown` for any other.
Record record_of(std::string_view id);

/// Fields of a record, the id counted.
inline constexpr std::size_t fields_limit = 64;  // TO has 48, the longest; the checks use 64 bits

/// A field as the checks use it.
struct FieldRule {
  Mode mode = Mode::free;
  CodeSet codes = CodeSet::none;
  bool fixed = false;
  std::uint16_t max_bytes = 0;
};

/// A record as the checks use it. Field n is at n - 1, the id at 0.
struct RecordRule {
  std::array<FieldRule, fields_limit> fields;
  std::uint64_t required = 0;  // bit n - 1: field n may not be empty
  std::uint64_t texts = 0;     // bit n - 1: kanji or mixed
  std::uint8_t fields_count = 0;
  Count count = Count::exact;
};
const RecordRule& rule_of(Record record);

/// The declared name of field `seq` (the record id is field 1), with the day where fields repeat.
base::Plain field_name(Record record, std::size_t seq);

}  // namespace kenpo::format::claim
