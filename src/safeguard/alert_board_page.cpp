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

/// A subject without a day is never overdue: it is told, so that nobody takes silence for review.
desk::Task review_task(const WatchBoard& board) {
  std::string unplanned;
  for (const auto subject : board.reviews_unplanned) {
    unplanned += (unplanned.empty() ? "" : "、") + wording(subject).ja.text();
  }
  const bool overdue = board.reviews_overdue > 0;
  const auto kind = overdue ? ChipKind::problem
                            : (unplanned.empty() ? ChipKind::done : ChipKind::waiting);
  return {.title = "見直し",
          .hint = unplanned.empty() ? "設定、部品、ガイドライン" : "日が決まっていない：" + unplanned,
          .address = "/reviews",
          .kind = kind,
          .state = overdue || unplanned.empty() ? "期限切れ " + board_count(board.reviews_overdue)
                                                : "日を決める"};
}

}  // namespace

base::Result<std::vector<desk::Task>> watch_tasks(store::Database& database,
                                                  const std::string& log_directory,
                                                  notice::Gate& gate, base::Moment now) {
  const auto board = KENPO_TRY(watch_board(database, log_directory, gate, now));
  std::vector<desk::Task> tasks;
  tasks.push_back({.title = "兆候の警報",
                   .hint = "うち常務理事へ " + board_count(board.alerts_escalated),
                   .address = "/alerts",
                   .kind = board_kind(board.alerts_open, board.alerts_escalated),
                   .state = "確認待ち " + board_count(board.alerts_open)});
  tasks.push_back({.title = "漏えい等の事案",
                   .hint = "報告の期限切れ " + board_count(board.incidents_overdue),
                   .address = "/incidents",
                   .kind = board_kind(board.incidents_open, board.incidents_overdue),
                   .state = "対応中 " + board_count(board.incidents_open)});
  tasks.push_back({.title = "自己点検",
                   .hint = "期限 " + board.inspection_due.iso(),
                   .address = "/inspection",
                   .kind = board.inspection_overdue ? ChipKind::problem : ChipKind::done,
                   .state = board.inspection_overdue ? "期限切れ" : "期限内"});
  tasks.push_back(review_task(board));
  return tasks;
}

}  // namespace kenpo::safeguard
