#include "collection/voluntary_release_store.h"

namespace kenpo::collection {

using base::Result;
using store::no_personal_data;

Result<> add(store::Transaction& transaction, const SlipRelease& asked) {
  for (const auto& demand : asked.demands) {
    store::Draft<slip_release_line_table> draft;
    draft.set("release_id", asked.id).set("month", asked.month).set("demand", demand);
    KENPO_TRY(store::insert<slip_release_line_table>(transaction, no_personal_data, draft));
  }
  return base::Done{};
}

Result<std::optional<SlipRelease>> find_slip_release(const store::View& view,
                                                     const SlipReleaseId& id) {
  SlipRelease found{.id = id};
  KENPO_TRY(store::each<slip_release_line_table>(
      view, no_personal_data, {"release_id = $1"}, {id},
      [&](const store::Record<slip_release_line_table>& record) {
        found.month = record.get<base::Month>("month");
        found.demands.push_back(record.get<FundId>("demand"));
      }));
  if (found.demands.empty()) return std::optional<SlipRelease>();
  return std::optional(std::move(found));
}

Result<> release(store::Transaction& transaction, const SlipRelease& asked,
                 const base::StaffId& proposed_by, const base::StaffId& by, base::Moment now) {
  store::Draft<slip_release_table> draft;
  draft.set("release_id", asked.id)
      .set("month", asked.month)
      .set("proposed_by", proposed_by)
      .set("released_by", by)
      .set("released_at", now);
  KENPO_TRY(store::insert<slip_release_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<bool> is_released(const store::View& view, const SlipReleaseId& id) {
  const auto known = KENPO_TRY(store::count<slip_release_table>(view, no_personal_data,
                                                                {"release_id = $1"}, {id}));
  return known > 0;
}

Result<std::set<FundId>> released_in(const store::View& view, base::Month month) {
  std::set<SlipReleaseId> released;
  KENPO_TRY(store::each<slip_release_table>(
      view, no_personal_data, {"month = $1"}, {month},
      [&](const store::Record<slip_release_table>& record) {
        released.insert(record.get<SlipReleaseId>("release_id"));
      }));
  std::set<FundId> demands;
  KENPO_TRY(store::each<slip_release_line_table>(
      view, no_personal_data, {"month = $1"}, {month},
      [&](const store::Record<slip_release_line_table>& record) {
        if (!released.contains(record.get<SlipReleaseId>("release_id"))) return;
        demands.insert(record.get<FundId>("demand"));
      }));
  return demands;
}

}  // namespace kenpo::collection
