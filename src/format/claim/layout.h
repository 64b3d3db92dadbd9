// The layout of claims files (レセプト電算処理): every record and field of each kind of claim, and of the
// rows that the reviewing organisation adds. The checks and docs/formats/claim.md come from it.
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
  returned,  // the reviewing organisation back to the provider (返戻): HEN and SAH, with a prefix
};
/// True where each line begins with データ識別, 行番号, 枝番号.
constexpr bool has_prefix(Form form) { return form != Form::provider; }

/// What a receipt claims for. Each has records of its own (記録条件仕様 of its kind).
enum class Service : std::uint8_t {
  medical,   // 医科
  dpc,       // DPC: hospital days by group of diagnosis
  dental,    // 歯科
  pharmacy,  // 調剤
  nursing,   // 訪問看護
};
inline constexpr std::size_t services_count = 5;

/// The record ids. An id has one meaning in each kind; its fields may differ between kinds.
enum class Record : std::uint8_t {
  ir, re, ho, ko, sn, jd, mf, gr, sy, si, iy, to, co, sj, ti, tr, ts, go,
  ni, kh, mn, jy, ex, rc, on, hi, hr, hg, md, rt, jr, mk,  // of every kind
  bu, sb, kk, sk, ga, hh, gt, cd,                          // DPC
  hs, ss,                                                  // dental
  yk, sh, cz, tk, ki, st,                                  // pharmacy
  hm, ih, hj, js, rj, ka,                                  // home nursing
  unknown,
};
inline constexpr std::size_t records_count = static_cast<std::size_t>(Record::unknown);

/// Modes of the specification (記録条件仕様), and dates, which it writes as 数字.
enum class Mode : std::uint8_t {
  digits,   // 数字
  decimal,  // 数字 with one decimal point
  latin,    // 英数: JIS X 0201
  kanji,    // 漢字: two-byte characters only
  kana,     // 漢字, full-width katakana: the long sound is 0x815B only
  signed_number,  // 英数: digits, with + or - in front
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
  correction, section, group_outcome, group_disease, admission, adjustment, stay_period,
  dosage_form, mixing, return_kind, request_reason, request_detail, requester, review_result,
  reason_target, search_kind,
};
inline constexpr std::size_t code_sets_count = static_cast<std::size_t>(CodeSet::search_kind) + 1;

/// `repeat` equal fields that follow each other (the 31 days); with `group`, so many rows from this
/// one on that follow each other `repeat` times (code and quantity of each addition). A length of
/// 0 = not limited, or not found in a public source.
struct FieldRow {
  const char* name;
  Mode mode;
  std::uint16_t max_bytes;
  Length length = Length::variable;
  Need need = Need::optional;
  CodeSet codes = CodeSet::none;
  std::uint8_t repeat = 1;
  std::uint8_t group = 1;
};

/// Where a line says what it costs: fields of the payers (負担区分), the points (yen in home
/// nursing), how often, of day 1, and of the code that is paid for. 0 = the record has none: borne
/// by the insurance, counted once.
struct PointPlace {
  std::uint8_t payers = 0;
  std::uint8_t points = 0;
  std::uint8_t count = 0;
  std::uint8_t days = 0;
  std::uint8_t code = 0;
};

/// How the number of fields is judged.
enum class Count : std::uint8_t { exact, at_least };

struct RecordRow {
  std::string_view id;
  const char* title;
  std::span<const FieldRow> fields;  // without the record id, which is field 1
  Count count = Count::exact;
  std::span<const PointPlace> points = {};
  std::uint8_t older_fields = 0;  // an older edition ends after so many fields; 0 = there is none
};

/// Calls `take(row, seq, number)` for every field of a record; `seq` from 2, `number` counts equal
/// fields from 1 and is 0 for a field that stands alone.
template <typename Take>
void each_field(std::span<const FieldRow> rows, const Take& take) {
  std::size_t seq = 2;
  for (std::size_t at = 0; at < rows.size(); at += rows[at].group) {
    const std::uint8_t repeat = rows[at].repeat;
    for (unsigned number = 1; number <= repeat; ++number) {
      for (std::size_t each = 0; each < rows[at].group; ++each, ++seq) {
        take(rows[at + each], seq, repeat == 1 ? 0 : number);
      }
    }
  }
}

/// One kind of claim.
struct ServiceRow {
  Service service;
  const char* title;              // 「調剤」
  char point_table;               // 点数表 of its head
  Record head;                    // of a provider's file: IR, YK, HM
  std::string_view file_mark;     // 11_RECODEINFO_<mark>.CSV
  std::span<const RecordRow> records;   // its own
  std::string_view medical_records;     // ids that are as in 医科, divided by spaces
};
std::span<const ServiceRow> services();
inline const ServiceRow& row_of(Service service) {
  return services()[static_cast<std::size_t>(service)];
}

/// The kind of claim from a line on, where `before` was that of the lines in front. `point_table`
/// is 点数表 of a head (IR, YK, HM, HI). 医科 and DPC have the same head and may stand in one file: RE
/// of DPC has two fields more, or as many as its edition of about 2015.
Service service_from(Service before, Record record, std::size_t fields_count,
                     std::string_view point_table);
/// The kind of a 点数表; 医科 for one that is not known.
Service service_of_table(std::string_view point_table);

/// The record of an id of two capital letters; `unknown` for any other.
Record record_of(std::string_view id);
/// The id of a record; empty for `unknown`.
std::string_view id_of(Record record);

/// Fields of a record, the id counted: KI of the pharmacy has 114, the longest. The checks use two
/// words of 64 bits; three bits are left for the prefix.
inline constexpr std::size_t fields_limit = 125;

/// A field as the checks use it.
struct FieldRule {
  Mode mode = Mode::free;
  CodeSet codes = CodeSet::none;
  bool fixed = false;
  std::uint16_t max_bytes = 0;
};

/// A record of one kind of claim as the checks use it. Field n is at n - 1, the id at 0.
struct RecordRule {
  const RecordRow* row = nullptr;  // null: this kind of claim has no such record
  std::span<const PointPlace> points;
  Service service = Service::medical;
  std::uint8_t fields_count = 0;
  std::uint8_t older_fields = 0;
  Count count = Count::exact;
  std::uint64_t required = 0;         // bit n - 1: field n may not be empty
  std::uint64_t required_behind = 0;  // the same for fields 65 on
  std::array<FieldRule, fields_limit> fields;
};
const RecordRule& rule_of(Service service, Record record);

/// The rules of all records of one kind, in the order of `Record`, `unknown` last.
std::span<const RecordRule> rules_of(Service service);

/// The declared name of field `seq` (the record id is field 1), with the day where fields repeat.
base::Plain field_name(const RecordRule& rule, std::size_t seq);

}  // namespace kenpo::format::claim
