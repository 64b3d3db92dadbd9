#include "safeguard/passage_watch_store.h"

#include <algorithm>
#include <optional>

namespace kenpo::safeguard {

namespace {

using base::Result;
using store::no_personal_data;

enum class DayNote : std::uint8_t { came_in = 1, compared = 2, told = 3 };

Result<> add_note(store::Transaction& transaction, base::Date day, DayNote kind, base::Moment now,
                  std::optional<base::StaffId> staff, std::uint64_t uses) {
  store::Draft<passage_watch_table> draft;
  draft.set("day", day).set("kind", kind).set("at", now).set("staff", staff).set("uses", uses);
  KENPO_TRY(store::insert<passage_watch_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

}  // namespace

Result<> note_passages(store::Transaction& transaction, base::Date day, base::Moment now) {
  // One note is enough until the day is compared.
  if (!KENPO_TRY(days_to_compare(transaction, day, day.plus_days(1))).empty()) return base::Done{};
  return add_note(transaction, day, DayNote::came_in, now, std::nullopt, 0);
}

Result<> note_comparison(store::Transaction& transaction, base::Date day, base::Moment now) {
  return add_note(transaction, day, DayNote::compared, now, std::nullopt, 0);
}

Result<> note_told(store::Transaction& transaction, base::Date day, const base::StaffId& staff,
                   std::uint64_t uses, base::Moment now) {
  return add_note(transaction, day, DayNote::told, now, staff, uses);
}

Result<std::vector<base::Date>> days_to_compare(const store::View& view, base::Date since,
                                                base::Date until) {
  // The last note of a day decides, in the order in which they were written.
  std::map<base::Date, DayNote> last;
  KENPO_TRY(store::each<passage_watch_table>(
      view, no_personal_data, {"day >= $1 AND day < $2", "ORDER BY row_id"}, {since, until},
      [&](const store::Record<passage_watch_table>& record) {
        const auto kind = record.get<DayNote>("kind");
        if (kind != DayNote::told) last[record.get<base::Date>("day")] = kind;
      }));
  std::vector<base::Date> days;
  for (const auto& [day, kind] : last) {
    if (kind == DayNote::came_in) days.push_back(day);
  }
  return days;
}

Result<std::map<base::StaffId, std::uint64_t>> told_of(const store::View& view, base::Date day) {
  std::map<base::StaffId, std::uint64_t> told;
  KENPO_TRY(store::each<passage_watch_table>(
      view, no_personal_data, {"day = $1"}, {day},
      [&](const store::Record<passage_watch_table>& record) {
        const auto staff = record.get<std::optional<base::StaffId>>("staff");
        if (staff) told[*staff] += record.get<std::uint64_t>("uses");
      }));
  return told;
}

}  // namespace kenpo::safeguard
