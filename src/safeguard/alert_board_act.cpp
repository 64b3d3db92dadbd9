#include "safeguard/alert_board_act.h"

#include <algorithm>

#include "notice/log_reader.h"
#include "safeguard/alert_store.h"
#include "safeguard/incident_rule.h"
#include "safeguard/incident_store.h"
#include "safeguard/inspection_rule.h"
#include "safeguard/inspection_store.h"
#include "safeguard/review_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

/// The last inspection; before the first one, the day of the first leaf under the checkpoint.
Result<base::Date> inspected_last(const store::View& view, const std::string& log_directory,
                                  notice::Gate& gate, base::Moment now) {
  if (const auto last = KENPO_TRY(last_inspection(view))) return last->run_at.day();
  const auto published = gate.log().state().published;
  if (published == 0) return now.day();
  const auto first = KENPO_TRY(notice::read_leaves(log_directory, published, 0, 1));
  return first.empty() ? now.day() : first.front().leaf.time.day();
}

}  // namespace

Result<WatchBoard> watch_board(store::Database& database, const std::string& log_directory,
                               notice::Gate& gate, base::Moment now) {
  const auto view = KENPO_TRY(database.read());
  const auto today = now.day();
  WatchBoard board;
  board.alerts_open = KENPO_TRY(count_open_alerts(view));
  board.alerts_escalated = KENPO_TRY(count_alerts(view, AlertState::escalated));
  board.reviews_overdue = KENPO_TRY(count_overdue_reviews(view, today));
  const auto reviews = KENPO_TRY(list_reviews(view));
  for (int subject = 1; subject <= review_subjects_count; ++subject) {
    const auto wanted = static_cast<ReviewSubject>(subject);
    if (std::ranges::find(reviews, wanted, &ReviewItem::subject) == reviews.end()) {
      board.reviews_unplanned.push_back(wanted);
    }
  }
  for (const auto& incident : KENPO_TRY(list_incidents(view))) {
    if (incident.state != IncidentState::closed) ++board.incidents_open;
    if (overdue(incident, today)) ++board.incidents_overdue;
  }
  const auto interval = KENPO_TRY(setting(view, WatchSetting::inspection_interval, today));
  const auto last = KENPO_TRY(inspected_last(view, log_directory, gate, now));
  const auto schedule = inspection_schedule(last, interval, today);
  board.inspection_overdue = schedule.overdue;
  board.inspection_due = schedule.due_on;
  return board;
}

}  // namespace kenpo::safeguard
