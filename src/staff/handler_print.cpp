#include "staff/handler_print.h"

#include <bit>

#include "base/era.h"

namespace kenpo::staff {

namespace {

std::string roles_text(const NamedHandler& named) {
  std::string text;
  for (const auto& each : named.handler.assignments) {
    if (!text.empty()) text += "\n";
    text += std::string(notice::wording(each.role)) + "　" + each.from.iso() + "〜" +
            (each.to ? each.to->iso() : "");
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

std::string state_text(const NamedHandler& named, base::Date day) {
  if (named.leaves_on) {
    return (*named.leaves_on < day ? "退職 " : "退職の予定 ") + named.leaves_on->iso();
  }
  return named.handler.locked ? "停止" : "有効";
}

}  // namespace

std::string pair_numbers(notice::PairMask pairs) {
  std::string numbers;
  while (pairs != 0) {
    const int first = std::countr_zero(pairs);
    int last = first;
    while ((pairs & notice::PairMask{1} << (last + 1)) != 0) ++last;
    if (!numbers.empty()) numbers += "・";
    numbers += std::to_string(first + 1);
    if (last > first) numbers += (last == first + 1 ? "・" : "〜") + std::to_string(last + 1);
    pairs &= ~((notice::PairMask{1} << (last + 1)) - 1);
  }
  return numbers;
}

// 公表事項2 組織的安全管理措置
base::Result<print::Printed> print_handlers(std::span<const NamedHandler> handlers,
                                            const notice::RoleMatrix& roles,
                                            const ListPaper& paper) {
  const auto day = paper.at.day();
  print::Sheet sheet({.title = "取扱者名簿", .sender = paper.sender, .made_at = paper.at},
                     print::Watermark{paper.drawn_by, paper.at});
  sheet.footer(paper.sender.society + "　取扱者名簿　" + day.iso());
  sheet.title("取扱者名簿");
  sheet.paragraph(base::era_long(day).value_or(day.iso()) + "現在", print::Align::right);
  sheet.paragraph(
      "個人データを取り扱う職員と、取り扱う個人データの範囲です。組の番号は、公表事項の"
      "利用目的の順です。");
  print::Table table;
  table.columns = {{3}, {7}, {4}, {2}, {3}};
  table.head = {"氏名", "役割と期間", "組", "範囲", "状態"};
  for (const auto& named : handlers) {
    const auto places = named.handler.establishments.size();
    table.rows.push_back(
        {{named.name, roles_text(named), pair_numbers(pairs_of_roles(named, roles, day)),
          places == 0 ? "全部" : std::to_string(places) + "事業所", state_text(named, day)}});
  }
  sheet.table(table);
  sheet.facts({{"人数", std::to_string(handlers.size()) + "人"},
               {"責任者の確認", paper.signature.empty() ? "まだです" : paper.signature},
               {"名簿の指紋", paper.list_sha256}});
  return sheet.finish();
}

}  // namespace kenpo::staff
