#include "request/package_print.h"

#include "base/era.h"
#include "request/column_words.h"

namespace kenpo::request {

namespace {

using print::Align;

/// Longer values stand whole in the machine-readable half.
constexpr std::size_t printed_bytes_limit = 600;

std::string short_value(const ShownValue& value) {
  if (value.redacted) {
    return "不開示(" + std::string(article(value.redacted->ground)) + ")";
  }
  if (value.text.size() <= printed_bytes_limit) return value.text;
  return "(長い記録です。同封のデータファイルにあります。" + std::to_string(value.text.size()) +
         "バイト)";
}

std::string row_words(const ShownRow& row) {
  std::string words = "記録 " + std::to_string(row.row);
  if (row.decided_at.empty()) return words;
  words += "　有効 " + row.valid_from + "〜" + row.valid_to + "　決定 " + row.decided_at;
  if (!row.withdrawn_at.empty()) words += "　取消し " + row.withdrawn_at;
  return words;
}

std::string redaction_label(const Redaction& redaction) {
  if (redaction.column.empty()) return "記録 " + std::to_string(redaction.row) + " の全部";
  return "記録 " + std::to_string(redaction.row) + " の" +
         std::string(column_words(redaction.column));
}

void put_table(print::Sheet& sheet, const ShownTable& table) {
  sheet.heading(table.japanese + "(" + std::to_string(table.rows.size()) + "件)");
  sheet.note(table.category);
  for (const auto& row : table.rows) {
    print::Table values;
    values.columns = {{1, Align::left}, {3, Align::left}};
    values.head = {row_words(row), ""};
    for (const auto& value : row.values) values.rows.push_back({{value.label, short_value(value)}});
    sheet.table(values);
  }
}

void put_uses(print::Sheet& sheet, const PackageContent& content) {
  sheet.heading("利用の記録(" + std::to_string(content.uses.size()) + "件)");
  sheet.note("あなたの情報が、いつ、どの役割の人に、どの利用目的で使われたかの記録です。");
  print::Table uses;
  uses.columns = {{3, Align::left}, {2, Align::left}, {5, Align::left}, {1, Align::left}};
  uses.head = {"日時", "役割", "利用目的", "結果"};
  for (const auto& use : content.uses) {
    uses.rows.push_back({{use.at, use.role, use.purposes, use.outcome}});
  }
  sheet.table(uses);
}

void put_not_disclosed(print::Sheet& sheet, const PackageContent& content) {
  if (content.redactions.empty() && content.withheld.empty() && !content.individual_number_held) {
    return;
  }
  sheet.heading("開示しない部分と理由");
  for (const auto& redaction : content.redactions) {
    sheet.paragraph("・" + redaction_label(redaction) + "：" +
                    std::string(wording(redaction.ground)) + "(" +
                    std::string(article(redaction.ground)) + ")。" + redaction.words);
  }
  for (const auto& table : content.withheld) {
    sheet.paragraph("・" + table.japanese + "：" + table.reason);
  }
  if (content.individual_number_held) {
    sheet.paragraph(
        "・個人番号：保有しています。番号は、番号法による安全のため、窓口で本人確認のうえ"
        "お見せします。");
  }
}

}  // namespace

std::string day_words(base::Date day) { return base::era_long(day).value_or(day.iso()); }

std::vector<std::string> addressee(const Case& request) {
  const auto& name = request.asker_name.empty() ? request.name : request.asker_name;
  return {request.postal_code.empty() ? "" : "〒" + request.postal_code, request.address,
          name + "　様"};
}

base::Result<print::Printed> print_package(const PackageContent& content,
                                           const LetterSender& sender) {
  print::Sheet sheet(
      {.title = "保有個人データ開示書", .sender = sender, .made_at = content.made_at});
  sheet.footer(sender.society + "　保有個人データ開示書");
  sheet.address_block(addressee(content.request));
  sheet.paragraph(day_words(content.made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("保有個人データ開示書");
  sheet.paragraph("ご請求のあった保有個人データを、次のとおり開示します(個人情報保護法33条)。");
  sheet.facts({{"請求の番号", std::string(content.request.id.text())},
               {"請求の到達日", day_words(content.request.arrived)},
               {"記録の件数", std::to_string(content.rows()) + "件"},
               {"公表事項", "第" + std::to_string(content.notice_version) + "版"}});
  sheet.note("「記号1」などの語は、記録どうしのつながりを示すためのもので、ほかの人を示しません。");
  put_not_disclosed(sheet, content);
  for (const auto& table : content.tables) put_table(sheet, table);
  put_uses(sheet, content);
  return sheet.finish();
}

base::Result<print::Printed> print_purposes(const PurposeNotice& notice,
                                            const LetterSender& sender) {
  print::Sheet sheet(
      {.title = "利用目的通知書", .sender = sender, .made_at = notice.made_at});
  sheet.footer(sender.society + "　利用目的通知書");
  sheet.address_block(addressee(notice.request));
  sheet.paragraph(day_words(notice.made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("利用目的通知書");
  sheet.paragraph(
      "あなたの保有個人データの利用目的を、次のとおり通知します"
      "(個人情報保護法32条2項)。公表事項 第" +
      std::to_string(notice.notice_version) + "版によります。");
  print::Table table;
  table.columns = {{4, Align::left}, {4, Align::left}, {1, Align::right}, {1, Align::right}};
  table.head = {"個人情報の類型", "利用目的", "保有", "利用"};
  for (const auto& line : notice.lines) {
    table.rows.push_back({{line.category, line.purpose, std::to_string(line.rows) + "件",
                           std::to_string(line.uses) + "回"}});
  }
  sheet.table(table);
  sheet.note(
      "保有は、その類型であなたについて保有している記録の件数、利用は、その利用目的で使われた"
      "記録の回数です。");
  return sheet.finish();
}

}  // namespace kenpo::request
