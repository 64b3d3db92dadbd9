#include "safeguard/register_board_act.h"

#include <algorithm>

#include "law/book.h"
#include "safeguard/carrying_store.h"
#include "safeguard/export_store.h"
#include "safeguard/register_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

/// The day so many months later; the month's last day where it has no such day.
base::Date months_later(base::Date day, std::int64_t months) {
  const auto month = day.in_month().plus(static_cast<int>(months));
  const auto over = day.since(day.in_month().first_day());
  const auto moved = month.first_day().plus_days(over);
  return moved.in_month() == month ? moved : month.last_day();
}

Result<std::optional<base::Date>> stock_due(const store::View& view, std::size_t items,
                                            base::Date today) {
  if (items == 0) return std::optional<base::Date>();
  const auto checks = KENPO_TRY(list_checks(view));
  if (checks.empty()) return std::optional(today);
  const auto months =
      KENPO_TRY(law::Book::carried().count("safeguard.stock_check.every", today)).value;
  return std::optional(months_later(checks.front().at.day(), months));
}

}  // namespace

Result<RegisterBoard> register_board(store::Database& database, base::Moment now) {
  const auto view = KENPO_TRY(database.read());
  const auto today = now.day();
  const auto announced =
      KENPO_TRY(law::Book::carried().count("safeguard.export.announced_before", today)).value;
  RegisterBoard board;
  board.carryings_overdue = KENPO_TRY(count_overdue_carryings(view, now));
  const auto items = KENPO_TRY(list_items(view));
  board.papers_here =
      std::ranges::count_if(items, [](const Item& item) { return item.print.has_value(); });
  const auto by_hand = items.size() - static_cast<std::size_t>(board.papers_here);
  board.stock_due = KENPO_TRY(stock_due(view, by_hand, today));
  for (const auto& entry : KENPO_TRY(list_exports(view))) {
    const auto state = state_of(entry, today, static_cast<int>(announced));
    if (state == ExportState::awaiting_release) ++board.exports_waiting;
    if (state == ExportState::deletion_due) ++board.exports_due;
    if (state == ExportState::overdue) ++board.exports_overdue;
  }
  return board;
}

}  // namespace kenpo::safeguard
