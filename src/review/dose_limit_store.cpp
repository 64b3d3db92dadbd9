#include "review/dose_limit_store.h"

#include <algorithm>
#include <tuple>

namespace kenpo::review {

namespace {

using base::Result;
using LimitRecord = store::Record<dose_limit_table>;

DoseLimit limit_from(const LimitRecord& record) {
  return {.drug = record.get<std::string>("drug"),
          .way = record.get<DoseWay>("way"),
          .from = record.times().valid_from.in_month(),
          .most_hundred_thousandths = record.get<std::optional<std::int64_t>>("most_amount"),
          .most_times = record.get<std::optional<int>>("most_times"),
          .basis = record.get<std::string>("basis"),
          .by = record.get<base::StaffId>("decided_by"),
          .at = record.times().decided_at};
}

}  // namespace

Result<> put(store::Transaction& transaction, const DoseLimit& limit) {
  std::vector<store::RowId> standing;
  KENPO_TRY(store::each<dose_limit_table>(
      transaction, store::no_personal_data, {"drug = $1 AND withdrawn_at = $2"},
      {limit.drug, store::not_withdrawn}, [&](const LimitRecord& record) {
        const auto each = limit_from(record);
        if (each.way == limit.way && each.from == limit.from) standing.push_back(record.row());
      }));
  for (const auto& row : standing) {
    KENPO_TRY(
        store::withdraw<dose_limit_table>(transaction, store::no_personal_data, row, limit.at));
  }
  store::Draft<dose_limit_table> draft(
      store::Times{.valid_from = limit.from.first_day(), .decided_at = limit.at});
  draft.set("drug", limit.drug)
      .set("way", limit.way)
      .set("most_amount", limit.most_hundred_thousandths)
      .set("most_times", limit.most_times)
      .set("basis", limit.basis)
      .set("decided_by", limit.by);
  KENPO_TRY(store::insert<dose_limit_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<DoseLimit>> list_dose_limits(const store::View& view) {
  auto limits = KENPO_TRY(store::list<dose_limit_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY row_id"},
      {store::not_withdrawn}, limit_from));
  std::ranges::sort(limits, {}, [](const DoseLimit& limit) {
    return std::tuple(limit.drug, limit.way, limit.from);
  });
  return limits;
}

}  // namespace kenpo::review
