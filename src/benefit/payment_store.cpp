#include "benefit/payment_store.h"

namespace kenpo::benefit {

namespace of_payments {

using base::Result;
using base::Yen;

BenefitAccount benefit_account_from(const store::Record<benefit_account_table>& record) {
  const auto kind = record.get<std::string>("kind");
  return {.id = record.get<BenefitAccountId>("account"),
          .person = record.subject(),
          .from = record.times().valid_from,
          .account = {.bank_code = record.get<std::string>("bank_code"),
                      .branch_code = record.get<std::string>("branch_code"),
                      .kind = kind.empty() ? '1' : kind.front(),
                      .number = record.get<std::string>("number"),
                      .holder = record.get<std::string>("holder")},
          .evidence = record.get<std::string>("evidence"),
          .entered_at = record.times().decided_at};
}

PaymentBatch payment_batch_from(const store::Record<payment_batch_table>& record) {
  return {.id = record.get<PaymentBatchId>("batch"),
          .pay_on = record.get<base::Date>("pay_on"),
          .count = record.get<std::int64_t>("count"),
          .total = record.get<Yen>("total"),
          .sha256 = record.get<std::string>("sha256"),
          .made_at = record.get<base::Moment>("made_at"),
          .sealed = record.get<std::optional<safeguard::ExportId>>("export_id")};
}

Result<PaymentBatch> with_last_step(const store::View& view, PaymentBatch batch) {
  KENPO_TRY(store::each<payment_step_table>(
      view, store::no_personal_data, {"batch = $1", "ORDER BY row_id"}, {batch.id},
      [&](const store::Record<payment_step_table>& record) {
        batch.last = record.get<PaymentStep>("step");
      }));
  return batch;
}

Payable payable_from(const store::Record<benefit_payable_table>& record) {
  return {.award = record.get<AwardId>("award"),
          .insured = record.subject(),
          .establishment = record.get<base::EstablishmentId>("establishment"),
          .amount = record.get<Yen>("amount")};
}

}  // namespace of_payments

base::Result<> put(store::Transaction& transaction, const BenefitAccountAccess& access,
                   const BenefitAccount& account, base::Moment now) {
  const auto standing = KENPO_TRY(store::list<benefit_account_table>(
      transaction, access, {"subject_id = $1 AND withdrawn_at = $2"},
      {account.person, store::not_withdrawn},
      [](const store::Record<benefit_account_table>& record) { return record.row(); }));
  for (const auto& row : standing) {
    KENPO_TRY(store::withdraw<benefit_account_table>(transaction, access, row, now));
  }
  store::Draft<benefit_account_table> draft(
      account.person, store::Times{.valid_from = account.from, .decided_at = now});
  draft.set("account", account.id)
      .set("bank_code", account.account.bank_code)
      .set("branch_code", account.account.branch_code)
      .set("kind", std::string(1, account.account.kind))
      .set("number", account.account.number)
      .set("holder", account.account.holder)
      .set("evidence", account.evidence);
  KENPO_TRY(store::insert<benefit_account_table>(transaction, access, draft));
  return base::Done{};
}

base::Result<std::optional<BenefitAccount>> account_of(const store::View& view,
                                                       const BenefitAccountAccess& access,
                                                       const base::PersonId& person) {
  return store::find<benefit_account_table>(view, access,
                                            {"subject_id = $1 AND withdrawn_at = $2"},
                                            {person, store::not_withdrawn},
                                            of_payments::benefit_account_from);
}

base::Result<std::optional<BenefitAccount>> find_account(const store::View& view,
                                                         const BenefitAccountAccess& access,
                                                         const BenefitAccountId& id) {
  return store::find<benefit_account_table>(view, access, {"account = $1"}, {id},
                                            of_payments::benefit_account_from);
}

base::Result<> put(store::Transaction& transaction, const PayableAccess& access,
                   const Payable& payable, base::Moment now) {
  store::Draft<benefit_payable_table> draft(payable.insured);
  draft.set("award", payable.award)
      .set("establishment", payable.establishment)
      .set("amount", payable.amount)
      .set("since", now);
  KENPO_TRY(store::insert<benefit_payable_table>(transaction, access, draft));
  return base::Done{};
}

base::Result<> remove(store::Transaction& transaction, const PayableAccess& access,
                      const AwardId& award) {
  const auto row = KENPO_TRY(store::find<benefit_payable_table>(
      transaction, access, {"award = $1"}, {award},
      [](const store::Record<benefit_payable_table>& record) { return record.row(); }));
  if (row) KENPO_TRY(store::remove<benefit_payable_table>(transaction, access, *row));
  return base::Done{};
}

base::Result<std::vector<Payable>> payable_of(const store::View& view, const PayableAccess& access,
                                              const base::PersonId& insured) {
  return store::list<benefit_payable_table>(view, access, {"subject_id = $1", "ORDER BY row_id"},
                                            {insured}, of_payments::payable_from);
}

base::Result<std::vector<Payable>> list_payable(const store::View& view,
                                                const PayableAccess& access, std::int64_t most) {
  return store::list<benefit_payable_table>(view, access,
                                            {"since >= $1", "ORDER BY row_id LIMIT $2"},
                                            {base::Moment{}, most}, of_payments::payable_from);
}

base::Result<std::int64_t> count_payable(const store::View& view, const PayableAccess& access) {
  return store::count<benefit_payable_table>(view, access, {"since >= $1"}, {base::Moment{}});
}

base::Result<> put(store::Transaction& transaction, const BenefitAccountAccess& access,
                   const PaymentBatch& batch, const std::vector<PaymentLine>& lines) {
  store::Draft<payment_batch_table> draft;
  draft.set("batch", batch.id)
      .set("pay_on", batch.pay_on)
      .set("count", batch.count)
      .set("total", batch.total)
      .set("sha256", batch.sha256)
      .set("made_at", batch.made_at)
      .set("export_id", batch.sealed);
  KENPO_TRY(store::insert<payment_batch_table>(transaction, store::no_personal_data, draft));
  for (const auto& line : lines) {
    store::Draft<payment_line_table> each(line.insured);
    each.set("batch", batch.id)
        .set("award", line.award)
        .set("account", line.account)
        .set("establishment", line.establishment)
        .set("amount", line.amount)
        .set("made_at", batch.made_at);
    KENPO_TRY(store::insert<payment_line_table>(transaction, access, each));
  }
  return base::Done{};
}

base::Result<> put_step(store::Transaction& transaction, const PaymentBatchId& batch,
                        PaymentStep step, base::Date on, base::Moment at) {
  store::Draft<payment_step_table> draft;
  draft.set("batch", batch).set("step", step).set("on_day", on).set("at", at);
  KENPO_TRY(store::insert<payment_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

base::Result<std::vector<PaymentLine>> lines_of(const store::View& view,
                                                const BenefitAccountAccess& access,
                                                const PaymentBatchId& batch) {
  return store::list<payment_line_table>(
      view, access, {"batch = $1", "ORDER BY row_id"}, {batch},
      [](const store::Record<payment_line_table>& record) {
        return PaymentLine{.award = record.get<AwardId>("award"),
                           .insured = record.subject(),
                           .account = record.get<BenefitAccountId>("account"),
                           .establishment = record.get<base::EstablishmentId>("establishment"),
                           .amount = record.get<base::Yen>("amount")};
      });
}

base::Result<std::optional<PaymentBatch>> find_payment_batch(const store::View& view,
                                                             const PaymentBatchId& id) {
  const auto found = KENPO_TRY(store::find<payment_batch_table>(
      view, store::no_personal_data, {"batch = $1"}, {id}, of_payments::payment_batch_from));
  if (!found) return std::optional<PaymentBatch>{};
  return std::optional(KENPO_TRY(of_payments::with_last_step(view, *found)));
}

base::Result<std::vector<PaymentBatch>> list_payment_batches(const store::View& view,
                                                             std::int64_t most) {
  auto batches = KENPO_TRY(store::list<payment_batch_table>(
      view, store::no_personal_data, {"made_at >= $1", "ORDER BY row_id DESC LIMIT $2"},
      {base::Moment{}, most}, of_payments::payment_batch_from));
  for (auto& batch : batches) {
    batch = KENPO_TRY(of_payments::with_last_step(view, std::move(batch)));
  }
  return batches;
}

}  // namespace kenpo::benefit
