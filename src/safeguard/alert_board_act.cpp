#include "safeguard/alert_board_act.h"

#include "safeguard/alert_store.h"

namespace kenpo::safeguard {

base::Result<WatchBoard> watch_board(store::Database& database, base::Moment) {
  const auto view = KENPO_TRY(database.read());
  WatchBoard board;
  board.alerts_open = KENPO_TRY(count_open_alerts(view));
  board.alerts_escalated = KENPO_TRY(count_alerts(view, AlertState::escalated));
  return board;
}

}  // namespace kenpo::safeguard
