#include "format/claim/issue.h"

namespace kenpo::format::claim {

namespace {

using base::Plain;
using base::Words;

Words words(const char* ja, const char* en) { return {Plain::name(ja), Plain::name(en)}; }

/// The rule of a field in numbers, where the row of the issue leaves it to the layout.
Words rule_in_numbers(Issue issue, const Line& line, std::size_t seq) {
  if (line.rule == nullptr || line.rule->row == nullptr) return {};
  const RecordRule& rule = *line.rule;
  if (issue == Issue::fields_count) {
    const auto id = Plain::name(rule.row->id);
    return {id + " は " + rule.fields_count + " 項目ですが、この行は " + line.fields_count +
                " 項目です。",
            id + " has " + rule.fields_count + " fields, this line " + line.fields_count + "."};
  }
  if (seq < 2 || seq > fields_limit) return {};
  const FieldRule& field = rule.fields[seq - 1];
  const std::size_t size = line.field(seq).size();
  if (issue == Issue::too_long) {
    return {Plain("最大 ") + field.max_bytes + " バイトですが、" + size + " バイトあります。",
            Plain("At most ") + field.max_bytes + " bytes, but " + size + "."};
  }
  if (issue == Issue::length_not_fixed) {
    return {Plain("必ず ") + field.max_bytes + " バイトですが、" + size + " バイトです。",
            Plain("Always ") + field.max_bytes + " bytes, but " + size + "."};
  }
  return {};
}

}  // namespace

base::Fault fault_at(Issue issue, std::uint64_t line, std::uint32_t column) {
  const IssueRow& row = row_of(issue);
  base::Fault fault{words(row.what_ja, row.what_en), words(row.why_ja, row.why_en),
                    words(row.mend_ja, row.mend_en), {}};
  fault.place.line = line;
  fault.place.column = column;
  return fault;
}

base::Fault fault_of(Issue issue, const Line& line, std::size_t seq) {
  base::Fault fault = fault_at(issue, line.number, line.column(seq));
  if (fault.why.empty()) fault.why = rule_in_numbers(issue, line, seq);
  if (line.record != Record::unknown) fault.place.field = Plain::name(id_of(line.record));
  if (seq >= 2) {
    if (!fault.place.field.empty()) fault.place.field += " ";
    fault.place.field += line.rule == nullptr ? Plain("レコード識別情報")
                                              : field_name(*line.rule, seq);
  }
  return fault;
}

}  // namespace kenpo::format::claim
