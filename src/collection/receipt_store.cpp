#include "collection/receipt_store.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;

Receipt receipt_from(const store::Record<receipt_table>& record) {
  return {.id = record.get<FundId>("receipt"),
          .received_on = record.get<base::Date>("received_on"),
          .amount = record.get<Yen>("amount"),
          .origin = record.get<ReceiptOrigin>("origin"),
          .payer = record.get<std::string>("payer"),
          .payer_code = record.get<std::string>("payer_code"),
          .remark = record.get<std::string>("remark"),
          .entered_at = record.get<base::Moment>("entered_at")};
}

Allocation allocation_from(const store::Record<allocation_table>& record) {
  Allocation made{.id = record.get<FundId>("allocation"),
                  .source_kind = record.get<SourceKind>("source_kind"),
                  .source = record.get<FundId>("source"),
                  .target_kind = record.get<TargetKind>("target_kind"),
                  .target = record.get<std::optional<FundId>>("target"),
                  .amount = record.get<Yen>("amount"),
                  .on = record.get<base::Date>("counts_on"),
                  .reason = record.get<MatchReason>("reason"),
                  .by = record.get<std::optional<base::StaffId>>("decided_by"),
                  .decided_at = record.get<base::Moment>("made_at")};
  const auto kind = record.get<std::optional<DebtKind>>("debt_kind");
  if (kind) {
    made.debt = DebtKey{*kind, record.get<std::optional<PayerId>>("payer").value(),
                        record.get<std::optional<base::Month>>("month").value()};
  }
  return made;
}

Result<std::vector<Receipt>> with_allocated(const store::View& view,
                                            std::vector<Receipt> receipts) {
  for (auto& receipt : receipts) {
    receipt.allocated = KENPO_TRY(allocated_from(view, receipt.id));
  }
  return receipts;
}

}  // namespace

Result<> add(store::Transaction& transaction, const ReceiptAccess& access, const Receipt& receipt,
             std::string_view same) {
  store::Draft<receipt_table> draft(base::PersonId::draw());
  draft.set("receipt", receipt.id)
      .set("received_on", receipt.received_on)
      .set("amount", receipt.amount)
      .set("origin", receipt.origin)
      .set_blind("same_blind", same)
      .set("entered_at", receipt.entered_at)
      .set("payer", receipt.payer)
      .set("payer_code", receipt.payer_code)
      .set("remark", receipt.remark);
  KENPO_TRY(store::insert<receipt_table>(transaction, access, draft));
  return add(transaction, entries_of(receipt));
}

Result<bool> is_known(const store::View& view, const ReceiptAccess& access,
                      std::string_view same) {
  const auto count = KENPO_TRY(store::count<receipt_table>(
      view, access, {"same_blind = $1"}, {store::blind<receipt_table>(view, same)}));
  return count > 0;
}

Result<bool> has_receipt(const store::View& view, const ReceiptAccess& access,
                         base::Date received_on, base::Yen amount) {
  const auto count = KENPO_TRY(store::count<receipt_table>(
      view, access, {"received_on = $1 AND amount = $2"}, {received_on, amount}));
  return count > 0;
}

Result<std::optional<Receipt>> find_receipt(const store::View& view, const ReceiptAccess& access,
                                            const FundId& id) {
  auto found = KENPO_TRY(
      store::find<receipt_table>(view, access, {"receipt = $1"}, {id}, receipt_from));
  if (found) found->allocated = KENPO_TRY(allocated_from(view, id));
  return found;
}

Result<std::vector<Receipt>> list_receipts(const store::View& view, const ReceiptAccess& access,
                                           std::int64_t skipped, std::int64_t count) {
  auto listed = KENPO_TRY(store::list<receipt_table>(
      view, access, {"row_id > $1", "ORDER BY received_on DESC, row_id DESC LIMIT $2 OFFSET $3"},
      {std::int64_t{0}, count, skipped}, receipt_from));
  return with_allocated(view, std::move(listed));
}

Result<std::int64_t> count_receipts(const store::View& view, const ReceiptAccess& access) {
  return store::count<receipt_table>(view, access, {"row_id > $1"}, {std::int64_t{0}});
}

Result<> learn_name(store::Transaction& transaction, const ReceiptAccess& access,
                    const PayerId& payer, std::string_view name, base::Moment now) {
  if (name.empty()) return base::Done{};
  for (const auto& known : KENPO_TRY(payers_named(transaction, access, name))) {
    if (known == payer) return base::Done{};
  }
  store::Draft<payer_name_table> draft(person_of(payer));
  draft.set("payer", payer).set_blind("name_blind", name).set("learned_at", now);
  KENPO_TRY(store::insert<payer_name_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<PayerId>> payers_named(const store::View& view, const ReceiptAccess& access,
                                          std::string_view name) {
  if (name.empty()) return std::vector<PayerId>{};
  return store::list<payer_name_table>(
      view, access, {"name_blind = $1"}, {store::blind<payer_name_table>(view, name)},
      [](const store::Record<payer_name_table>& record) {
        return record.get<PayerId>("payer");
      });
}

Result<> add(store::Transaction& transaction, const Allocation& allocation,
             const BookAmount& books) {
  store::Draft<allocation_table> draft;
  const auto& debt = allocation.debt;
  draft.set("allocation", allocation.id)
      .set("source_kind", allocation.source_kind)
      .set("source", allocation.source)
      .set("target_kind", allocation.target_kind)
      .set("debt_kind", debt ? std::optional(debt->kind) : std::nullopt)
      .set("payer", debt ? std::optional(debt->payer) : std::nullopt)
      .set("month", debt ? std::optional(debt->month) : std::nullopt)
      .set("target", allocation.target)
      .set("amount", allocation.amount)
      .set("counts_on", allocation.on)
      .set("reason", allocation.reason)
      .set("decided_by", allocation.by)
      .set("made_at", allocation.decided_at);
  KENPO_TRY(store::insert<allocation_table>(transaction, store::no_personal_data, draft));
  return add(transaction, entries_of(allocation, books));
}

Result<std::vector<Allocation>> list_allocations(const store::View& view) {
  return store::list<allocation_table>(view, store::no_personal_data,
                                       {"row_id > $1", "ORDER BY row_id"}, {std::int64_t{0}},
                                       allocation_from);
}

Result<std::vector<Allocation>> allocations_from(const store::View& view, const FundId& source) {
  return store::list<allocation_table>(view, store::no_personal_data,
                                       {"source = $1", "ORDER BY row_id"}, {source},
                                       allocation_from);
}

Result<std::vector<Allocation>> allocations_of_payer(const store::View& view,
                                                     const PayerId& payer) {
  return store::list<allocation_table>(view, store::no_personal_data,
                                       {"payer = $1", "ORDER BY row_id"}, {payer},
                                       allocation_from);
}

Result<Yen> allocated_from(const store::View& view, const FundId& source) {
  return store::sum<allocation_table>(view, store::no_personal_data, "amount", {"source = $1"},
                                      {source});
}

Result<> add(store::Transaction& transaction, const std::vector<CashEntry>& entries) {
  for (const auto& entry : entries) {
    store::Draft<cash_entry_table> draft;
    draft.set("book", entry.book)
        .set("account", entry.account)
        .set("amount", entry.amount)
        .set("event", entry.event)
        .set("posted_at", entry.posted_at);
    KENPO_TRY(store::insert<cash_entry_table>(transaction, store::no_personal_data, draft));
  }
  return base::Done{};
}

Result<std::map<std::pair<Book, CashAccount>, Yen>> balances(const store::View& view) {
  std::map<std::pair<Book, CashAccount>, Yen> sums;
  constexpr int accounts_count = static_cast<int>(CashAccount::voluntary);
  for (int book = 1; book <= books_count; ++book) {
    for (int account = 1; account <= accounts_count; ++account) {
      const auto sum = KENPO_TRY(store::sum<cash_entry_table>(
          view, store::no_personal_data, "amount", {"book = $1 AND account = $2"},
          {book, account}));
      sums[{static_cast<Book>(book), static_cast<CashAccount>(account)}] = sum;
    }
  }
  return sums;
}

}  // namespace kenpo::collection
