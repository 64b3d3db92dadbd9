#include "format/grant_application/grant_application.h"

namespace kenpo::format::grant_application {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

std::string cell(const std::string& text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

void add_line(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) out += ',';
    out += cell(cells[at]);
  }
  out += "\r\n";
}

std::string yen(base::Yen amount) { return std::to_string(amount.amount()); }

}  // namespace

std::string write(const File& file) {
  std::string out(mark);
  add_line(out, {std::string(layout_name), file.insurer_number, std::to_string(file.year),
                 file.made_on.iso()});
  add_line(out, {"連番", "記号", "番号", "枝番", "診療年月", "区分", "請求年月", "種類", "医療機関",
                 "診療実日数", "医療費", "1人1か月の医療費", "基準額を超える額", "検索番号",
                 "電子レセプト番号"});
  for (const auto& row : file.rows) {
    add_line(out, {std::to_string(row.serial), row.symbol, row.number, row.branch,
                   row.treated_in.iso(), row.special ? "特別" : "一般", row.claimed_in.iso(),
                   row.service, row.institution, std::to_string(row.days), yen(row.cost),
                   yen(row.month_cost), yen(row.excess), row.search_number,
                   row.management_number});
  }
  return out;
}

}  // namespace kenpo::format::grant_application
