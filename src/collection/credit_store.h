// Credits, refunds and their transfer files in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "store/seal.h"

namespace kenpo::collection {

inline constexpr store::Table credit_table{
    .name = "premium_credit",
    .japanese = "過誤納",
    .untimed = store::Untimed::event,
    .clear = {{"credit", store::Kind::id},
              {"payer", store::Kind::id},
              {"cause", store::Kind::integer},
              {"arose_on", store::Kind::date},
              {"month", store::Kind::month},
              {"amount", store::Kind::yen},
              {"child", store::Kind::yen},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"credit"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"payer"}}}};

inline constexpr store::Table refund_table{
    .name = "premium_refund",
    .japanese = "保険料の還付",
    .untimed = store::Untimed::event,
    .clear = {{"refund", store::Kind::id},
              {"payer", store::Kind::id},
              {"credit", store::Kind::id},
              {"cause", store::Kind::integer},
              {"amount", store::Kind::yen},
              {"decided_on", store::Kind::date},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"refund"}, .uniqueness = store::Uniqueness::one}}};

/// The payer, a person or an establishment, is the subject.
inline constexpr store::Table refund_account_table{
    .name = "refund_account",
    .japanese = "還付先の口座",
    .subject = store::Subject::person,
    .category = notice::Category::bank_account,
    .untimed = store::Untimed::part,
    .part_of = "premium_refund",
    .clear = {{"refund", store::Kind::id}, {"entered_at", store::Kind::moment}},
    .personal = {{"bank_code", store::Kind::text},
                 {"branch_code", store::Kind::text},
                 {"kind", store::Kind::text},
                 {"number", store::Kind::text},
                 {"holder", store::Kind::text}},
    .indexes = {{.columns = {"refund"}, .uniqueness = store::Uniqueness::one}},
    .acquired = "entered_at"};
using AccountAccess = store::AccessTo<refund_account_table>;

inline constexpr store::Table refund_batch_table{
    .name = "refund_batch",
    .japanese = "還付の振込ファイル",
    .untimed = store::Untimed::event,
    .clear = {{"batch", store::Kind::id},
              {"pay_on", store::Kind::date},
              {"count", store::Kind::integer},
              {"total", store::Kind::yen},
              {"sha256", store::Kind::text},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"batch"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table refund_batch_line_table{
    .name = "refund_batch_line",
    .japanese = "還付の振込ファイルの明細",
    .untimed = store::Untimed::part,
    .part_of = "refund_batch",
    .clear = {{"batch", store::Kind::id}, {"refund", store::Kind::id}},
    .indexes = {{.columns = {"batch"}},
                {.columns = {"refund"}}}};

/// released, paid, dropped: nothing of the batch is overwritten.
inline constexpr store::Table refund_batch_step_table{
    .name = "refund_batch_step",
    .japanese = "還付の振込の経過",
    .untimed = store::Untimed::event,
    .clear = {{"batch", store::Kind::id},
              {"step", store::Kind::integer},
              {"on_day", store::Kind::date},
              {"at", store::Kind::moment}},
    .indexes = {{.columns = {"batch"}}}};

inline constexpr store::Table paying_account_table{
    .name = "paying_account",
    .japanese = "当組合の振込元の口座",
    .untimed = store::Untimed::event,
    .clear = {{"client_code", store::Kind::text},
              {"client_name", store::Kind::text},
              {"bank_code", store::Kind::text},
              {"branch_code", store::Kind::text},
              {"number", store::Kind::text},
              {"made_at", store::Kind::moment}}};

enum class BatchStep : std::uint8_t { released = 1, paid = 2, dropped = 3 };

base::Result<> add(store::Transaction& transaction, const Credit& credit);
base::Result<std::optional<Credit>> find_credit(const store::View& view, const FundId& id);
/// The newest first.
base::Result<std::vector<Credit>> list_credits(const store::View& view);

base::Result<std::vector<Credit>> list_credits(const store::View& view, Slice slice);
base::Result<std::int64_t> count_credits(const store::View& view);
base::Result<std::vector<Credit>> credits_of_payer(const store::View& view, const PayerId& payer);

base::Result<> add(store::Transaction& transaction, const Refund& refund);
base::Result<> add_account(store::Transaction& transaction, const AccountAccess& access,
                           const Refund& refund, const RefundAccount& account,
                           base::Moment now);
base::Result<std::optional<RefundAccount>> find_account(const store::View& view,
                                                        const AccountAccess& access,
                                                        const FundId& refund);
/// The newest first, each with the batch it stands in.
base::Result<std::vector<Refund>> list_refunds(const store::View& view);

base::Result<> add(store::Transaction& transaction, const RefundBatch& batch,
                   const std::vector<FundId>& refunds);
base::Result<> add_step(store::Transaction& transaction, const BatchId& batch, BatchStep step,
                        base::Date on, base::Moment now);
/// The newest first.
base::Result<std::vector<RefundBatch>> list_batches(const store::View& view);
base::Result<std::optional<RefundBatch>> find_batch(const store::View& view, const BatchId& id);

base::Result<> put(store::Transaction& transaction, const PayingAccount& account,
                   base::Moment now);
/// As it was entered last.
base::Result<std::optional<PayingAccount>> paying_account(const store::View& view);

}  // namespace kenpo::collection
