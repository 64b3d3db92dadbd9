#include "format/claim/layout.h"

#include <vector>

#include "base/require.h"
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace {

// In the order of `Record`.
constexpr std::string_view record_ids[] = {
    "IR", "RE", "HO", "KO", "SN", "JD", "MF", "GR", "SY", "SI", "IY", "TO", "CO", "SJ",
    "TI", "TR", "TS", "GO", "NI", "KH", "MN", "JY", "EX", "RC", "ON", "HI", "HR", "HG",
    "MD", "RT", "JR", "MK", "BU", "SB", "KK", "SK", "GA", "HH", "GT", "CD", "HS", "SS",
    "YK", "SH", "CZ", "TK", "KI", "ST", "HM", "IH", "HJ", "JS", "RJ", "KA",
};
static_assert(std::size(record_ids) == records_count);

constexpr std::string_view all_medical =
    "IR RE HO KO SN JD MF GR SY SI IY TO CO SJ TI TR TS GO";

void add_field(RecordRule& rule, std::size_t at, const FieldRow& field) {
  KENPO_REQUIRE(at < fields_limit);
  rule.fields[at] = {field.mode, field.codes, field.length == Length::fixed, field.max_bytes};
  if (field.need != Need::required) return;
  (at < 64 ? rule.required : rule.required_behind) |= std::uint64_t{1} << at % 64;
}

RecordRule expand(const RecordRow& row, Service service) {
  RecordRule rule;
  rule.row = &row;
  rule.service = service;
  rule.points = row.points;
  rule.older_fields = row.older_fields;
  rule.count = row.count;
  rule.fields_count = 1;  // the record id
  each_field(row.fields, [&](const FieldRow& field, std::size_t seq, unsigned) {
    add_field(rule, seq - 1, field);
    rule.fields_count = static_cast<std::uint8_t>(seq);
  });
  // The codes of 診療識別 in 歯科 are not published with its layout; those of 医科 do not fit.
  if (service == Service::dental) {
    for (FieldRule& field : rule.fields) {
      if (field.codes == CodeSet::treatment) field.codes = CodeSet::none;
    }
  }
  return rule;
}

constexpr std::size_t letters = 26;

struct Index {
  std::array<std::vector<RecordRule>, services_count> rules;
  std::array<Record, letters * letters> ids;

  Index() {
    ids.fill(Record::unknown);
    for (std::size_t at = 0; at < records_count; ++at) {
      const std::string_view id = record_ids[at];
      ids[static_cast<std::size_t>(id[0] - 'A') * letters + static_cast<std::size_t>(id[1] - 'A')] =
          static_cast<Record>(at);
    }
    for (const ServiceRow& row : services()) add(row);
  }

  Record find(std::string_view id) const {
    if (id.size() != 2) return Record::unknown;
    const auto first = static_cast<unsigned>(id[0] - 'A');
    const auto second = static_cast<unsigned>(id[1] - 'A');
    if (first >= letters || second >= letters) return Record::unknown;
    return ids[first * letters + second];
  }

 private:
  void add(const ServiceRow& row) {
    auto& made = rules[static_cast<std::size_t>(row.service)];
    made.resize(records_count + 1);
    for (RecordRule& rule : made) rule.service = row.service;
    const auto put = [&](const RecordRow& record) {
      made[static_cast<std::size_t>(find(record.id))] = expand(record, row.service);
    };
    for (const RecordRow& record : insurer_records) put(record);
    for (const RecordRow& record : medical_records) {
      if (row.medical_records.find(record.id) != std::string_view::npos) put(record);
    }
    for (const RecordRow& record : row.records) put(record);
  }
};

const Index& record_index() {
  static const Index made;
  return made;
}

}  // namespace

std::span<const ServiceRow> services() {
  static const ServiceRow rows[] = {
      {Service::medical, "医科", '1', Record::ir, "MED", {}, all_medical},
      {Service::dpc, "DPC", '1', Record::ir, "DPC", dpc_records,
       "IR SN JD MF GR SY SI IY TO CO SJ TI TR TS GO"},
      {Service::dental, "歯科", '3', Record::ir, "DEN", dental_records,
       "HO KO SN JD MF SI IY TO CO SJ GO"},
      {Service::pharmacy, "調剤", '4', Record::yk, "PHA", pharmacy_records, "SN JD MF GO"},
      {Service::nursing, "訪問看護", '6', Record::hm, "NUR", nursing_records, "SN JD MF CO GO"},
  };
  return rows;
}

Service service_of_table(std::string_view point_table) {
  if (point_table == "3") return Service::dental;
  if (point_table == "4") return Service::pharmacy;
  return point_table == "6" ? Service::nursing : Service::medical;
}

Service service_from(Service before, Record record, std::size_t fields_count,
                     std::string_view point_table) {
  switch (record) {
    case Record::ir: return point_table == "3" ? Service::dental : Service::medical;
    case Record::yk: return Service::pharmacy;
    case Record::hm: return Service::nursing;
    case Record::hi: return service_of_table(point_table);
    case Record::re: {
      if (before != Service::medical && before != Service::dpc) return before;
      const RecordRule& rule = rule_of(Service::dpc, Record::re);
      const bool dpc = fields_count == rule.fields_count || fields_count == rule.older_fields;
      return dpc ? Service::dpc : Service::medical;
    }
    default: return before;
  }
}

Record record_of(std::string_view id) { return record_index().find(id); }

std::string_view id_of(Record record) {
  return record == Record::unknown ? std::string_view{}
                                   : record_ids[static_cast<std::size_t>(record)];
}

std::span<const RecordRule> rules_of(Service service) {
  return record_index().rules[static_cast<std::size_t>(service)];
}

const RecordRule& rule_of(Service service, Record record) {
  return rules_of(service)[static_cast<std::size_t>(record)];
}

base::Plain field_name(const RecordRule& rule, std::size_t seq) {
  if (rule.row == nullptr || seq < 2) return base::Plain("レコード識別情報");
  base::Plain found;
  each_field(rule.row->fields, [&](const FieldRow& field, std::size_t at, unsigned number) {
    if (at != seq) return;
    found = base::Plain::name(field.name);
    if (number != 0) found += base::Plain(number);
  });
  if (!found.empty()) return found;
  return base::Plain("項目") + base::Plain(seq);
}

}  // namespace kenpo::format::claim
