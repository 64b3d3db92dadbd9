#include "format/claim/layout.h"

#include <algorithm>
#include <vector>

#include "base/require.h"
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace {

RecordRule expand(const RecordRow& row) {
  RecordRule rule;
  rule.count = row.count;
  std::size_t at = 1;  // 0 is the record id
  for (const FieldRow& field : row.fields) {
    for (int repeat = 0; repeat < field.repeat; ++repeat, ++at) {
      KENPO_REQUIRE(at < fields_limit);
      rule.fields[at] = {field.mode, field.codes, field.length == Length::fixed, field.max_bytes};
      if (field.need == Need::required) rule.required |= std::uint64_t{1} << at;
      if (field.mode == Mode::kanji || field.mode == Mode::mixed) {
        rule.texts |= std::uint64_t{1} << at;
      }
    }
  }
  rule.fields_count = static_cast<std::uint8_t>(at);
  return rule;
}

constexpr std::size_t letters = 26;

struct Index {
  std::array<RecordRule, records_count + 1> rules;
  std::array<Record, letters * letters> ids;

  Index() {
    ids.fill(Record::unknown);
    for (std::size_t at = 0; at < records_count; ++at) {
      const RecordRow& row = records()[at];
      rules[at] = expand(row);
      ids[static_cast<std::size_t>(row.id[0] - 'A') * letters +
          static_cast<std::size_t>(row.id[1] - 'A')] = static_cast<Record>(at);
    }
  }
};

const Index& record_index() {
  static const Index made;
  return made;
}

}  // namespace

std::span<const RecordRow> records() {
  static const std::vector<RecordRow> joined = [] {
    std::vector<RecordRow> rows(medical_records.begin(), medical_records.end());
    rows.insert(rows.end(), insurer_records.begin(), insurer_records.end());
    KENPO_REQUIRE(rows.size() == records_count);
    return rows;
  }();
  return joined;
}

Record record_of(std::string_view id) {
  if (id.size() != 2) return Record::unknown;
  const auto first = static_cast<unsigned>(id[0] - 'A');
  const auto second = static_cast<unsigned>(id[1] - 'A');
  if (first >= letters || second >= letters) return Record::unknown;
  return record_index().ids[first * letters + second];
}

const RecordRule& rule_of(Record record) {
  return record_index().rules[static_cast<std::size_t>(record)];
}

base::Plain field_name(Record record, std::size_t seq) {
  if (record == Record::unknown || seq < 2) return base::Plain("レコード識別情報");
  std::size_t at = 2;
  for (const FieldRow& field : row_of(record).fields) {
    if (seq < at + field.repeat) {
      auto name = base::Plain::name(field.name);
      if (field.repeat > 1) name += base::Plain(seq - at + 1);
      return name;
    }
    at += field.repeat;
  }
  return base::Plain("項目") + base::Plain(seq);
}

}  // namespace kenpo::format::claim
