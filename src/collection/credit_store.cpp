#include "collection/credit_store.h"

#include <algorithm>
#include <limits>
#include <set>

#include "collection/receipt_store.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;

Credit credit_from(const store::Record<credit_table>& record) {
  return {.id = record.get<FundId>("credit"),
          .payer = record.get<PayerId>("payer"),
          .cause = record.get<CreditCause>("cause"),
          .arose_on = record.get<base::Date>("arose_on"),
          .month = record.get<base::Month>("month"),
          .amount = record.get<Yen>("amount"),
          .child = record.get<Yen>("child"),
          .decided_at = record.get<base::Moment>("made_at")};
}

Refund refund_from(const store::Record<refund_table>& record) {
  return {.id = record.get<FundId>("refund"),
          .payer = record.get<PayerId>("payer"),
          .credit = record.get<FundId>("credit"),
          .cause = record.get<CreditCause>("cause"),
          .amount = record.get<Yen>("amount"),
          .decided_on = record.get<base::Date>("decided_on"),
          .decided_at = record.get<base::Moment>("made_at")};
}

RefundBatch batch_from(const store::Record<refund_batch_table>& record) {
  return {.id = record.get<BatchId>("batch"),
          .pay_on = record.get<base::Date>("pay_on"),
          .count = record.get<std::int64_t>("count"),
          .total = record.get<Yen>("total"),
          .sha256 = record.get<std::string>("sha256"),
          .made_at = record.get<base::Moment>("made_at"),
          .sealed = record.get<std::optional<safeguard::ExportId>>("export_id")};
}

}  // namespace

Result<> add(store::Transaction& transaction, const Credit& credit) {
  store::Draft<credit_table> draft;
  draft.set("credit", credit.id)
      .set("payer", credit.payer)
      .set("cause", credit.cause)
      .set("arose_on", credit.arose_on)
      .set("month", credit.month)
      .set("amount", credit.amount)
      .set("child", credit.child)
      .set("made_at", credit.decided_at);
  KENPO_TRY(store::insert<credit_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Credit>> find_credit(const store::View& view, const FundId& id) {
  auto found = KENPO_TRY(store::find<credit_table>(view, store::no_personal_data,
                                                   {"credit = $1"}, {id}, credit_from));
  if (found) found->used = KENPO_TRY(allocated_from(view, id));
  return found;
}

Result<std::vector<Credit>> credits_of_payer(const store::View& view, const PayerId& payer) {
  auto credits = KENPO_TRY(store::list<credit_table>(view, store::no_personal_data,
                                                     {"payer = $1", "ORDER BY row_id"}, {payer},
                                                     credit_from));
  for (auto& credit : credits) credit.used = KENPO_TRY(allocated_from(view, credit.id));
  return credits;
}

Result<std::vector<Credit>> list_credits(const store::View& view) {
  return list_credits(view, {.skipped = 0, .count = std::numeric_limits<std::int64_t>::max()});
}

Result<std::vector<Credit>> list_credits(const store::View& view, Slice slice) {
  auto credits = KENPO_TRY(store::list<credit_table>(
      view, store::no_personal_data,
      {"row_id > $1", "ORDER BY row_id DESC LIMIT $2 OFFSET $3"},
      {std::int64_t{0}, slice.count, slice.skipped}, credit_from));
  for (auto& credit : credits) credit.used = KENPO_TRY(allocated_from(view, credit.id));
  return credits;
}

Result<std::int64_t> count_credits(const store::View& view) {
  return store::count<credit_table>(view, store::no_personal_data, {"row_id > $1"},
                                    {std::int64_t{0}});
}

Result<> add(store::Transaction& transaction, const Refund& refund) {
  store::Draft<refund_table> draft;
  draft.set("refund", refund.id)
      .set("payer", refund.payer)
      .set("credit", refund.credit)
      .set("cause", refund.cause)
      .set("amount", refund.amount)
      .set("decided_on", refund.decided_on)
      .set("made_at", refund.decided_at);
  KENPO_TRY(store::insert<refund_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> add_account(store::Transaction& transaction, const AccountAccess& access,
                     const Refund& refund, const RefundAccount& account, base::Moment now) {
  store::Draft<refund_account_table> draft(person_of(refund.payer));
  draft.set("refund", refund.id)
      .set("entered_at", now)
      .set("bank_code", account.bank_code)
      .set("branch_code", account.branch_code)
      .set("kind", std::string(1, account.kind))
      .set("number", account.number)
      .set("holder", account.holder);
  KENPO_TRY(store::insert<refund_account_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<RefundAccount>> find_account(const store::View& view,
                                                  const AccountAccess& access,
                                                  const FundId& refund) {
  return store::find<refund_account_table>(
      view, access, {"refund = $1"}, {refund},
      [](const store::Record<refund_account_table>& record) {
        return RefundAccount{.bank_code = record.get<std::string>("bank_code"),
                             .branch_code = record.get<std::string>("branch_code"),
                             .kind = record.get<std::string>("kind").at(0),
                             .number = record.get<std::string>("number"),
                             .holder = record.get<std::string>("holder")};
      });
}

Result<std::vector<Refund>> list_refunds(const store::View& view) {
  std::map<FundId, BatchId> batches;
  std::set<BatchId> dropped;
  for (const auto& batch : KENPO_TRY(list_batches(view))) {
    if (batch.state() == BatchState::dropped) dropped.insert(batch.id);
  }
  KENPO_TRY(store::each<refund_batch_line_table>(
      view, store::no_personal_data, {"row_id > $1"}, {std::int64_t{0}},
      [&](const store::Record<refund_batch_line_table>& record) {
        const auto batch = record.get<BatchId>("batch");
        if (!dropped.contains(batch)) {
          batches.insert_or_assign(record.get<FundId>("refund"), batch);
        }
      }));
  auto refunds = KENPO_TRY(store::list<refund_table>(view, store::no_personal_data,
                                                     {"row_id > $1", "ORDER BY row_id DESC"},
                                                     {std::int64_t{0}}, refund_from));
  for (auto& refund : refunds) {
    const auto found = batches.find(refund.id);
    if (found != batches.end()) refund.batch = found->second;
  }
  return refunds;
}

Result<> add(store::Transaction& transaction, const RefundBatch& batch,
             const std::vector<FundId>& refunds) {
  store::Draft<refund_batch_table> draft;
  draft.set("batch", batch.id)
      .set("pay_on", batch.pay_on)
      .set("count", batch.count)
      .set("total", batch.total)
      .set("sha256", batch.sha256)
      .set("made_at", batch.made_at)
      .set("export_id", batch.sealed);
  KENPO_TRY(store::insert<refund_batch_table>(transaction, store::no_personal_data, draft));
  for (const auto& refund : refunds) {
    store::Draft<refund_batch_line_table> line;
    line.set("batch", batch.id).set("refund", refund);
    KENPO_TRY(store::insert<refund_batch_line_table>(transaction, store::no_personal_data, line));
  }
  return base::Done{};
}

Result<> add_step(store::Transaction& transaction, const BatchId& batch, BatchStep step,
                  base::Date on, base::Moment now) {
  store::Draft<refund_batch_step_table> draft;
  draft.set("batch", batch).set("step", step).set("on_day", on).set("at", now);
  KENPO_TRY(store::insert<refund_batch_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<RefundBatch>> list_batches(const store::View& view) {
  auto batches = KENPO_TRY(store::list<refund_batch_table>(
      view, store::no_personal_data, {"row_id > $1", "ORDER BY row_id DESC"}, {std::int64_t{0}},
      batch_from));
  KENPO_TRY(store::each<refund_batch_step_table>(
      view, store::no_personal_data, {"row_id > $1", "ORDER BY row_id"}, {std::int64_t{0}},
      [&](const store::Record<refund_batch_step_table>& record) {
        const auto found = std::ranges::find(batches, record.get<BatchId>("batch"),
                                             &RefundBatch::id);
        if (found == batches.end()) return;
        const auto step = record.get<BatchStep>("step");
        if (step == BatchStep::released) found->released_at = record.get<base::Moment>("at");
        if (step == BatchStep::paid) found->paid_on = record.get<base::Date>("on_day");
        if (step == BatchStep::dropped) found->dropped_at = record.get<base::Moment>("at");
      }));
  return batches;
}

Result<std::optional<RefundBatch>> find_batch(const store::View& view, const BatchId& id) {
  for (auto& batch : KENPO_TRY(list_batches(view))) {
    if (batch.id == id) return std::optional(std::move(batch));
  }
  return std::optional<RefundBatch>();
}

Result<> put(store::Transaction& transaction, const PayingAccount& account, base::Moment now) {
  store::Draft<paying_account_table> draft;
  draft.set("client_code", account.client_code)
      .set("client_name", account.client_name)
      .set("bank_code", account.bank_code)
      .set("branch_code", account.branch_code)
      .set("number", account.number)
      .set("made_at", now);
  KENPO_TRY(store::insert<paying_account_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<PayingAccount>> paying_account(const store::View& view) {
  return store::find<paying_account_table>(
      view, store::no_personal_data, {"row_id > $1", "ORDER BY row_id DESC LIMIT 1"},
      {std::int64_t{0}}, [](const store::Record<paying_account_table>& record) {
        return PayingAccount{.client_code = record.get<std::string>("client_code"),
                             .client_name = record.get<std::string>("client_name"),
                             .bank_code = record.get<std::string>("bank_code"),
                             .branch_code = record.get<std::string>("branch_code"),
                             .number = record.get<std::string>("number")};
      });
}

}  // namespace kenpo::collection
