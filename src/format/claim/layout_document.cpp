#include "format/claim/layout_document.h"

#include "format/claim/codes.h"
#include "format/claim/layout.h"

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
};

const char* mode_name(Mode mode) {
  switch (mode) {
    case Mode::digits: return "数字";
    case Mode::decimal: return "数字（小数点可）";
    case Mode::latin: return "英数";
    case Mode::kanji: return "漢字";
    case Mode::mixed: return "英数又は漢字";
    case Mode::month: return "年月";
    case Mode::date: return "年月日";
    case Mode::free: return "不明";
  }
  return "";
}

std::string field_row(const FieldRow& field, std::size_t seq) {
  std::string row = "| " + std::to_string(seq);
  if (field.repeat > 1) row += "–" + std::to_string(seq + field.repeat - 1u);
  row += std::string(" | ") + field.name + " | " + mode_name(field.mode) + " | ";
  row += field.max_bytes == 0 ? std::string("-") : std::to_string(field.max_bytes);
  row += field.length == Length::fixed ? " 固定" : "";
  row += field.need == Need::required ? " | 必須 | " : " | | ";
  for (const SetName& set : set_names) {
    if (set.set == field.codes) row += set.name;
  }
  return row + " |\n";
}

std::string record_section(const RecordRow& record) {
  std::string text = "\n### " + std::string(record.id) + " " + record.title + "\n\n";
  text += "| 項目 | 名称 | モード | 最大バイト | 必須 | コード表 |\n|---|---|---|---|---|---|\n";
  std::size_t seq = 2;
  for (const FieldRow& field : record.fields) {
    text += field_row(field, seq);
    seq += field.repeat;
  }
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
  for (const RecordRow& record : records()) text += record_section(record);
  text += "\n## Code tables\n";
  for (const SetName& set : set_names) text += code_section(set);
  return text;
}

}  // namespace kenpo::format::claim
