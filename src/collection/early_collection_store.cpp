#include "collection/early_collection_store.h"

namespace kenpo::collection {

namespace {

using base::Result;

EarlyCollection early_from(const store::Record<early_collection_table>& record) {
  return {.id = record.get<EarlyCollectionId>("early"),
          .debt = {record.get<DebtKind>("debt_kind"), record.get<PayerId>("payer"),
                   record.get<base::Month>("month")},
          .ground = record.get<EarlyGround>("ground"),
          .due_before = record.get<base::Date>("due_before"),
          .due = record.get<base::Date>("due"),
          .amount = record.get<base::Yen>("amount"),
          .proposed_by = record.get<base::StaffId>("proposed_by"),
          .released_by = record.get<base::StaffId>("released_by"),
          .released_at = record.get<base::Moment>("released_at")};
}

}  // namespace

Result<> add(store::Transaction& transaction, const EarlyCollection& early) {
  store::Draft<early_collection_table> draft;
  draft.set("early", early.id)
      .set("debt_kind", early.debt.kind)
      .set("payer", early.debt.payer)
      .set("month", early.debt.month)
      .set("ground", early.ground)
      .set("due_before", early.due_before)
      .set("due", early.due)
      .set("amount", early.amount)
      .set("proposed_by", early.proposed_by)
      .set("released_by", early.released_by)
      .set("released_at", early.released_at);
  KENPO_TRY(store::insert<early_collection_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<EarlyCollection>> list_early_collections(const store::View& view) {
  return store::list<early_collection_table>(view, store::no_personal_data,
                                             {"row_id > $1", "ORDER BY row_id"},
                                             {std::int64_t{0}}, early_from);
}

Result<std::vector<EarlyCollection>> early_collections_of(const store::View& view,
                                                          const PayerId& payer) {
  return store::list<early_collection_table>(view, store::no_personal_data,
                                             {"payer = $1", "ORDER BY row_id"}, {payer},
                                             early_from);
}

}  // namespace kenpo::collection
