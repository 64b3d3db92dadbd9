// Receipts, names of payers and allocations in the store.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/collection_ledger.h"
#include "collection/receipt.h"
#include "store/seal.h"

namespace kenpo::collection {

/// The name may be a person's: each receipt is a subject of its own, because who sent it is not
/// known when it comes.
inline constexpr store::Table receipt_table{
    .name = "receipt",
    .japanese = "入金",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"receipt", store::Kind::id},
              {"received_on", store::Kind::date},
              {"amount", store::Kind::yen},
              {"origin", store::Kind::integer},
              {"same_blind", store::Kind::blind},  // the bank's record, to know it again
              {"entered_at", store::Kind::moment}},
    .personal = {{"payer", store::Kind::text},
                 {"payer_code", store::Kind::text},
                 {"remark", store::Kind::text}},
    .indexes = {{.columns = {"receipt"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"received_on"}},
                {.columns = {"same_blind"}}},
    .acquired = "entered_at"};
using ReceiptAccess = store::AccessTo<receipt_table>;

/// Under which name a payer's money came, learned from the clerk's decisions. Only the keyed hash
/// of the name is kept.
inline constexpr store::Table payer_name_table{
    .name = "payer_name",
    .japanese = "振込依頼人名の記憶",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"payer", store::Kind::id},
              {"name_blind", store::Kind::blind},
              {"learned_at", store::Kind::moment}},
    .indexes = {{.columns = {"name_blind"}}},
    .acquired = "learned_at"};

/// Ids, days and amounts only: whose they are stands in the sealed tables.
inline constexpr store::Table allocation_table{
    .name = "allocation",
    .japanese = "入金の充当",
    .untimed = store::Untimed::event,
    .clear = {{"allocation", store::Kind::id},
              {"source_kind", store::Kind::integer},
              {"source", store::Kind::id},
              {"target_kind", store::Kind::integer},
              {"debt_kind", store::Kind::integer, store::Presence::optional},
              {"payer", store::Kind::id, store::Presence::optional},
              {"month", store::Kind::month, store::Presence::optional},
              {"target", store::Kind::id, store::Presence::optional},
              {"amount", store::Kind::yen},
              {"counts_on", store::Kind::date},
              {"reason", store::Kind::integer},
              {"decided_by", store::Kind::id, store::Presence::optional},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"source"}}, {.columns = {"payer"}}, {.columns = {"target"}}}};

inline constexpr store::Table cash_entry_table{
    .name = "collection_entry",
    .japanese = "徴収の仕訳",
    .untimed = store::Untimed::event,
    .clear = {{"book", store::Kind::integer},
              {"account", store::Kind::integer},
              {"amount", store::Kind::yen},
              {"event", store::Kind::id},
              {"posted_at", store::Kind::moment}},
    .indexes = {{.columns = {"event"}}, {.columns = {"book", "account"}}}};

/// Adds the receipt with its lines of the ledger. `same`: what makes the bank's record itself.
base::Result<> add(store::Transaction& transaction, const ReceiptAccess& access,
                   const Receipt& receipt, std::string_view same);
/// Whether a receipt of the same record is kept.
base::Result<bool> is_known(const store::View& view, const ReceiptAccess& access,
                            std::string_view same);
/// Whether any receipt is of the day and the amount.
base::Result<bool> has_receipt(const store::View& view, const ReceiptAccess& access,
                               base::Date received_on, base::Yen amount);
base::Result<std::optional<Receipt>> find_receipt(const store::View& view,
                                                  const ReceiptAccess& access, const FundId& id);
/// `count` receipts after the first `skipped`, the newest first.
base::Result<std::vector<Receipt>> list_receipts(const store::View& view,
                                                 const ReceiptAccess& access,
                                                 std::int64_t skipped, std::int64_t count);
base::Result<std::int64_t> count_receipts(const store::View& view, const ReceiptAccess& access);

base::Result<> learn_name(store::Transaction& transaction, const ReceiptAccess& access,
                          const PayerId& payer, std::string_view name, base::Moment now);
/// The payers whose money came under the name before.
base::Result<std::vector<PayerId>> payers_named(const store::View& view,
                                                const ReceiptAccess& access,
                                                std::string_view name);

/// Adds the allocation with its lines of the ledger.
base::Result<> add(store::Transaction& transaction, const Allocation& allocation,
                   const BookAmount& books);
/// All of them, in the order of their decisions.
base::Result<std::vector<Allocation>> list_allocations(const store::View& view);
base::Result<std::vector<Allocation>> allocations_from(const store::View& view,
                                                       const FundId& source);
base::Result<std::vector<Allocation>> allocations_of_payer(const store::View& view,
                                                           const PayerId& payer);
base::Result<base::Yen> allocated_from(const store::View& view, const FundId& source);

base::Result<> add(store::Transaction& transaction, const std::vector<CashEntry>& entries);
/// Debits less credits of every account of every book.
base::Result<std::map<std::pair<Book, CashAccount>, base::Yen>> balances(const store::View& view);

}  // namespace kenpo::collection
