#include "safeguard/alert_board_page.h"

#include "safeguard/alert_board_act.h"

namespace kenpo::safeguard {

namespace {

using desk::ChipKind;

ChipKind board_kind(std::int64_t open, std::int64_t overdue) {
  if (overdue > 0) return ChipKind::problem;
  return open > 0 ? ChipKind::waiting : ChipKind::done;
}

std::string board_count(std::int64_t count) { return desk::grouped(count) + "件"; }

}  // namespace

base::Result<std::vector<desk::Task>> watch_tasks(store::Database& database, base::Moment now) {
  const auto board = KENPO_TRY(watch_board(database, now));
  std::vector<desk::Task> tasks;
  tasks.push_back({.title = "兆候の警報",
                   .hint = "うち常務理事へ " + board_count(board.alerts_escalated),
                   .address = "/alerts",
                   .kind = board_kind(board.alerts_open, board.alerts_escalated),
                   .state = "確認待ち " + board_count(board.alerts_open)});
  return tasks;
}

}  // namespace kenpo::safeguard
