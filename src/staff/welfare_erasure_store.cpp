#include "staff/welfare_erasure_store.h"

#include <utility>

namespace kenpo::staff {

namespace {

using base::Result;
using Row = store::Record<employee_welfare_table>;

WelfareBenefit benefit_of(const Row& record) {
  return {record.get<WelfareKind>("kind"), record.times().valid_from,
          record.get<base::Yen>("amount"), record.get<std::string>("words")};
}

}  // namespace

Result<std::vector<KeptBenefit>> list_all_welfare(const store::View& view,
                                                  const StaffAccess& access) {
  return store::list<employee_welfare_table>(
      view, access, {"kind > 0", "ORDER BY valid_from, row_id"}, {}, [](const Row& record) {
        return KeptBenefit{record.subject(), {}, benefit_of(record), {}};
      });
}

Result<std::int64_t> remove_welfare(
    store::Transaction& transaction, const StaffAccess& access,
    const std::function<Result<bool>(const WelfareBenefit&)>& is_due) {
  const auto rows = KENPO_TRY(store::list<employee_welfare_table>(
      transaction, access, {"kind > 0"}, {},
      [](const Row& record) { return std::pair(record.row(), benefit_of(record)); }));
  std::int64_t removed = 0;
  for (const auto& [row, benefit] : rows) {
    if (!KENPO_TRY(is_due(benefit))) continue;
    KENPO_TRY(store::remove<employee_welfare_table>(transaction, access, row));
    ++removed;
  }
  return removed;
}

Result<> add(store::Transaction& transaction, const WelfareErasure& erasure) {
  store::Draft<welfare_erasure_table> draft;
  draft.set("due_on", erasure.due_on)
      .set("items", erasure.items)
      .set("proposed_by", erasure.proposed_by)
      .set("approved_by", erasure.approved_by)
      .set("approval", erasure.approval)
      .set("erased_at", erasure.at);
  KENPO_TRY(store::insert<welfare_erasure_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<WelfareErasure>> list_welfare_erasures(const store::View& view) {
  return store::list<welfare_erasure_table>(
      view, store::no_personal_data, {"", "ORDER BY erased_at DESC, row_id DESC"}, {},
      [](const store::Record<welfare_erasure_table>& record) {
        return WelfareErasure{.due_on = record.get<base::Date>("due_on"),
                              .items = record.get<std::int64_t>("items"),
                              .proposed_by = record.get<base::StaffId>("proposed_by"),
                              .approved_by = record.get<base::StaffId>("approved_by"),
                              .approval = record.get<base::CaseId>("approval"),
                              .at = record.get<base::Moment>("erased_at")};
      });
}

}  // namespace kenpo::staff
