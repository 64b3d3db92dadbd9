#include "eligibility/number_counter_store.h"

namespace kenpo::eligibility {

using base::Result;

Result<int> highest_number(const store::View& view, const base::EstablishmentId& establishment) {
  const auto found = KENPO_TRY(store::find<number_counter_table>(
      view, store::no_personal_data, {"establishment = $1"}, {establishment},
      [](const store::Record<number_counter_table>& record) {
        return record.get<int>("highest");
      }));
  return found.value_or(0);
}

Result<> set_highest_number(store::Transaction& transaction,
                            const base::EstablishmentId& establishment, int highest) {
  std::optional<store::RowId> row;
  KENPO_TRY(store::each<number_counter_table>(
      transaction, store::no_personal_data, {"establishment = $1"}, {establishment},
      [&](const store::Record<number_counter_table>& record) { row = record.row(); }));
  store::Draft<number_counter_table> draft;
  draft.set("establishment", establishment).set("highest", highest);
  if (row) {
    return store::replace<number_counter_table>(transaction, store::no_personal_data, *row, draft);
  }
  KENPO_TRY(store::insert<number_counter_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

}  // namespace kenpo::eligibility
