#include "staff/handler_print.h"

#include <bit>

#include "base/era.h"

namespace kenpo::staff {

namespace {

std::string roles_text(const NamedHandler& named) {
  std::string text;
  for (const auto& each : named.handler.assignments) {
    if (!text.empty()) text += "、";
    text += std::string(notice::wording(each.role)) + "(" + each.from.iso() + "〜" +
            (each.to ? each.to->iso() : "") + ")";
  }
  return text;
}

notice::PairMask pairs_of_roles(const NamedHandler& named, const notice::RoleMatrix& roles,
                                base::Date day) {
  notice::PairMask pairs = 0;
  for (const auto& each : named.handler.assignments) {
    if (each.holds_on(day)) pairs |= roles.of(each.role);
  }
  return pairs;
}

}  // namespace

std::string pair_numbers(notice::PairMask pairs) {
  std::string numbers;
  for (; pairs != 0; pairs &= pairs - 1) {
    if (!numbers.empty()) numbers += "・";
    numbers += std::to_string(std::countr_zero(pairs) + 1);
  }
  return numbers;
}

// 公表事項2 組織的安全管理措置
base::Result<print::Printed> print_handlers(std::span<const NamedHandler> handlers,
                                            const notice::RoleMatrix& roles,
                                            const ListPaper& paper) {
  const auto day = paper.at.day();
  print::Sheet sheet({.title = "取扱者名簿", .author = paper.society_name, .made_at = paper.at},
                     print::Watermark{paper.drawn_by, paper.at});
  sheet.footer(paper.society_name + "　取扱者名簿　" + day.iso());
  sheet.title("取扱者名簿");
  sheet.paragraph(base::era_long(day).value_or(day.iso()) + "現在", print::Align::right);
  sheet.paragraph(
      "個人データを取り扱う職員と、取り扱う個人データの範囲です。組の番号は、公表事項の"
      "利用目的の順です。");
  print::Table table;
  table.columns = {{2}, {5}, {3}, {2}};
  table.head = {"氏名", "役割と期間", "組", "範囲"};
  for (const auto& named : handlers) {
    const auto places = named.handler.establishments.size();
    table.rows.push_back(
        {{named.name, roles_text(named), pair_numbers(pairs_of_roles(named, roles, day)),
          places == 0 ? "全部" : std::to_string(places) + "事業所"}});
  }
  sheet.table(table);
  sheet.facts({{"人数", std::to_string(handlers.size()) + "人"},
               {"責任者の確認", paper.signature.empty() ? "まだです" : paper.signature},
               {"名簿の指紋", paper.list_sha256},
               {"個人情報の苦情窓口", paper.complaint_desk}});
  return sheet.finish();
}

}  // namespace kenpo::staff
