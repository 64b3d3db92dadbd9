#include "safeguard/register_board_page.h"

#include "safeguard/register_board_act.h"

namespace kenpo::safeguard {

using base::Result;

Result<std::vector<desk::Task>> register_tasks(store::Database& database, base::Moment now) {
  using desk::ChipKind;
  const auto board = KENPO_TRY(register_board(database, now));
  const auto count = [](std::int64_t number) { return desk::grouped(number) + "件"; };
  std::vector<desk::Task> tasks;
  tasks.push_back({.title = "持ち運び",
                   .hint = "戻りの予定を過ぎたもの",
                   .address = "/carryings",
                   .kind = board.carryings_overdue > 0 ? ChipKind::problem : ChipKind::done,
                   .state = "期限切れ " + count(board.carryings_overdue)});
  tasks.push_back({.title = "印刷した書類",
                   .hint = "投函・引渡し・廃棄の記録がないもの",
                   .address = "/printed-papers",
                   .kind = board.papers_here > 0 ? ChipKind::waiting : ChipKind::done,
                   .state = "手元に " + count(board.papers_here)});
  if (board.stock_due) {
    const bool over = *board.stock_due <= now.day();
    tasks.push_back({.title = "棚卸し",
                     .hint = "期限 " + board.stock_due->iso(),
                     .address = "/stock-checks",
                     .kind = over ? ChipKind::problem : ChipKind::done,
                     .state = over ? "期限です" : "期限内"});
  }
  tasks.push_back({.title = "渡したデータの消去",
                   .hint = "決裁待ち " + count(board.exports_waiting) + "、期限が近いもの " +
                           count(board.exports_due),
                   .address = "/exports",
                   .kind = board.exports_overdue > 0 ? ChipKind::problem
                           : board.exports_due > 0   ? ChipKind::waiting
                                                     : ChipKind::done,
                   .state = "期限切れ " + count(board.exports_overdue)});
  return tasks;
}

}  // namespace kenpo::safeguard
