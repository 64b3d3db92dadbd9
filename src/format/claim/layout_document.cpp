#include "format/claim/layout_document.h"

#include "format/claim/codes.h"
#include "format/claim/layout.h"
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace {

struct SetName {
  CodeSet set;
  const char* name;
};
constexpr SetName set_names[] = {
    {CodeSet::data_kind, "データ識別"},       {CodeSet::reviewer, "審査支払機関"},
    {CodeSet::prefecture, "都道府県"},        {CodeSet::point_table, "点数表"},
    {CodeSet::sex, "男女区分"},               {CodeSet::ward, "病棟区分"},
    {CodeSet::burden_class, "負担額区分"},    {CodeSet::remark, "特記事項"},
    {CodeSet::work_reason, "職務上の事由"},   {CodeSet::reduction, "減免区分"},
    {CodeSet::outcome, "転帰区分"},           {CodeSet::treatment, "診療識別"},
    {CodeSet::payer_set, "負担区分"},         {CodeSet::confirmation, "確認区分"},
    {CodeSet::visit, "受診等区分"},           {CodeSet::window_charge, "窓口負担額区分"},
    {CodeSet::statement, "症状詳記区分"},     {CodeSet::correction, "補正区分"},
    {CodeSet::section, "レセプト総括区分"},   {CodeSet::group_outcome, "DPC転帰区分"},
    {CodeSet::group_disease, "傷病名区分"},   {CodeSet::admission, "予定・緊急入院区分"},
    {CodeSet::adjustment, "請求調整区分"},    {CodeSet::stay_period, "入院期間区分"},
    {CodeSet::dosage_form, "剤形"},           {CodeSet::mixing, "混合区分"},
    {CodeSet::return_kind, "返戻区分"},       {CodeSet::request_reason, "理由番号"},
    {CodeSet::request_detail, "理由内容"},    {CodeSet::requester, "申出機関"},
    {CodeSet::review_result, "審査結果"},     {CodeSet::reason_target, "理由対象区分"},
    {CodeSet::search_kind, "縦覧区分"},
};

const char* mode_name(Mode mode) {
  switch (mode) {
    case Mode::digits: return "数字";
    case Mode::decimal: return "数字（小数点可）";
    case Mode::latin: return "英数";
    case Mode::kanji:
    case Mode::kana: return "漢字";
    case Mode::signed_number: return "英数（符号可）";
    case Mode::mixed: return "英数又は漢字";
    case Mode::month: return "年月";
    case Mode::date: return "年月日";
    case Mode::free: return "不明";
  }
  return "";
}

std::string field_row(const FieldRow& field, const std::string& seq) {
  std::string row = "| " + seq + " | " + field.name + " | " + mode_name(field.mode) + " | ";
  row += field.max_bytes == 0 ? std::string("-") : std::to_string(field.max_bytes);
  row += field.length == Length::fixed ? " 固定" : "";
  row += field.need == Need::required ? " | 必須 | " : " | | ";
  for (const SetName& set : set_names) {
    if (set.set == field.codes) row += set.name;
  }
  return row + " |\n";
}

/// 「8, 12, … 52」 where a group of fields repeats, 「3–33」 where one field does.
std::string places(std::size_t seq, const FieldRow& first) {
  std::string text = std::to_string(seq);
  const std::size_t last = seq + (first.repeat - 1u) * first.group;
  if (first.repeat == 1) return text;
  if (first.group > 1) text += ", " + std::to_string(seq + first.group) + ", …";
  return text + (first.group > 1 ? " " : "–") + std::to_string(last);
}

std::string record_section(const RecordRow& record) {
  std::string text = "\n#### " + std::string(record.id) + " " + record.title + "\n\n";
  if (record.older_fields != 0) {
    text += "An older edition ends with field " + std::to_string(record.older_fields) + ".\n\n";
  }
  text += "| 項目 | 名称 | モード | 最大バイト | 必須 | コード表 |\n|---|---|---|---|---|---|\n";
  std::size_t seq = 2;
  for (std::size_t at = 0; at < record.fields.size();) {
    const FieldRow& first = record.fields[at];
    for (std::size_t each = 0; each < first.group; ++each) {
      text += field_row(record.fields[at + each], places(seq + each, first));
    }
    seq += std::size_t{first.repeat} * first.group;
    at += first.group;
  }
  return text;
}

std::string service_section(const ServiceRow& service) {
  std::string text = std::string("\n### ") + service.title + "\n";
  if (!service.records.empty() && !service.medical_records.empty()) {
    text += "\nAs in 医科: " + std::string(service.medical_records) + ".\n";
  }
  const auto own = service.records.empty() ? medical_records : service.records;
  for (const RecordRow& record : own) text += record_section(record);
  return text;
}

std::string code_section(const SetName& set) {
  std::string text = std::string("\n### ") + set.name + "\n\n| コード | 名称 |\n|---|---|\n";
  for (const CodeRow& row : code_rows()) {
    if (row.set == set.set) text += "| " + std::string(row.code) + " | " + row.name + " |\n";
  }
  return text;
}

}  // namespace

std::string layout_document() {
  std::string text(layout_document_begin);
  text += "\n## Records\n\nField 1 is the record id.\n";
  for (const ServiceRow& service : services()) text += service_section(service);
  text += "\n### Of every kind\n";
  for (const RecordRow& record : insurer_records) text += record_section(record);
  text += "\n## Code tables\n";
  for (const SetName& set : set_names) text += code_section(set);
  return text;
}

}  // namespace kenpo::format::claim
