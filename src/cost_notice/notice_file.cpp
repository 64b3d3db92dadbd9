#include "cost_notice/notice_file.h"

namespace kenpo::cost_notice {

namespace {

/// A cell between quotation marks; what begins like a formula is led by an apostrophe, so that no
/// program of tables takes it for one.
std::string cell(const std::string& text) {
  std::string made = "\"";
  if (!text.empty() && std::string("=+-@").find(text.front()) != std::string::npos) made += '\'';
  for (const char letter : text) {
    if (letter == '"') made += '"';
    made += letter;
  }
  return made + '"';
}

std::string number(base::Yen amount) { return std::to_string(amount.amount()); }

}  // namespace

std::string notice_file(const CostNotice& notice) {
  std::string text =
      "\xEF\xBB\xBF"
      "被保険者の氏名,診療月,受診した人,医療機関等,種類,入院,日数,医療費,健保負担,公費負担,"
      "支払った額\r\n";
  for (const auto& line : notice.lines) {
    const auto& amounts = line.amounts;
    text += cell(notice.insured_name) + "," + line.month.iso() + "," + cell(line.patient) + "," +
            cell(line.institution) + "," + claim::wording(line.service) + "," +
            (line.inpatient ? "入院" : "") + "," + std::to_string(line.days) + "," +
            number(amounts.cost) + "," + number(amounts.insured) + "," +
            number(amounts.public_aid) + "," + number(amounts.paid) + "\r\n";
  }
  return text;
}

}  // namespace kenpo::cost_notice
