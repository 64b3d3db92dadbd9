#include "collection/refund_act.h"

#include <algorithm>

#include "base/hash.h"
#include "collection/allocation_act.h"
#include "collection/credit_store.h"
#include "collection/debt_act.h"
#include "collection/payout_act.h"
#include "collection/receipt_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Permit;

base::Fault refund_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

template <const notice::Operation& operation>
AccountAccess account_access(const Permit<operation>& permit) {
  return AccountAccess(permit.template grant<notice::Purpose::premium_refund>());
}

/// The refunds of a file in one order, so that the same refunds make the same bytes.
Result<std::string> bytes_of(const store::View& view, const AccountAccess& access,
                             const PayingAccount& from, std::vector<Refund> refunds,
                             base::Date pay_on) {
  std::ranges::sort(refunds, {}, &Refund::id);
  std::vector<Payout> payouts;
  for (const auto& refund : refunds) {
    const auto account = KENPO_TRY(find_account(view, access, refund.id));
    if (!account) {
      return refund_fault({"口座のない還付があります。", "A refund has no account."},
                          {"消去された人の還付を除いてください。",
                           "The payee was erased: leave it out."});
    }
    payouts.push_back({*account, refund.amount});
  }
  return payout_file(from, payouts, pay_on);
}

std::vector<Refund> refunds_in(const std::vector<Refund>& refunds, const BatchId& batch) {
  std::vector<Refund> found;
  std::ranges::copy_if(refunds, std::back_inserter(found),
                       [&](const Refund& one) { return one.batch == batch; });
  return found;
}

Result<RefundBatch> known_batch(const store::View& view, const BatchId& id) {
  const auto found = KENPO_TRY(find_batch(view, id));
  if (found) return *found;
  return refund_fault({"その振込ファイルはありません。", "There is no such file."},
                      {"一覧から選び直してください。", "Choose it from the list."});
}

Result<> release_refunds(const staff::Execution& execution) {
  const auto id = BatchId::parse(execution.change.subject);
  if (!id) return refund_fault({"提案が読めません。", "The proposal cannot be read."}, {});
  const auto batch = KENPO_TRY(known_batch(execution.transaction, *id));
  if (batch.state() != BatchState::proposed || !batch.sealed ||
      batch.sha256 != execution.change.after("file_hash")) {
    return refund_fault({"提案のときの振込ファイルではありません。",
                         "It is not the file that was proposed."},
                        {"作り直してください。", "Make it again."});
  }
  KENPO_TRY(safeguard::release_export(execution, *batch.sealed,
                                      execution.change.after("archive_hash")));
  const auto now = execution.gate.clock().now();
  return add_step(execution.transaction, *id, BatchStep::released, now.day(), now);
}

/// The refunds that no file holds yet, as many as one may hold.
Result<std::vector<Refund>> refunds_waiting(const store::View& view) {
  std::vector<Refund> waiting;
  for (const auto& refund : KENPO_TRY(list_refunds(view))) {
    if (!refund.batch && waiting.size() < batch_refunds_limit) waiting.push_back(refund);
  }
  if (!waiting.empty()) return waiting;
  return refund_fault({"振り込む還付がありません。", "No refund waits."},
                      {"還付を決定してから作ってください。", "Decide a refund first."});
}

struct Gathered {
  RefundBatch batch;
  safeguard::MadeExport made;
};
Result<Gathered> gather(const safeguard::RegisterOffice& office,
                        const Permit<refund_gather>& permit, store::Transaction& transaction,
                        const notice::Acting& acting, const TransferOrder& order,
                        base::Moment now) {
  KENPO_TRY(whole_society(permit.recorder()));
  const auto from = KENPO_TRY(paying_account(transaction));
  if (!from) {
    return refund_fault({"振込元の口座が登録されていません。", "No account to pay from."},
                        {"先に登録してください。", "Enter it first."});
  }
  if (order.pay_on < now.day()) {
    return refund_fault({"振込日が過ぎています。", "The day has passed."},
                        {"きょう以後の日にしてください。", "Choose a later day."});
  }
  const auto waiting = KENPO_TRY(refunds_waiting(transaction));
  auto bytes =
      KENPO_TRY(bytes_of(transaction, account_access(permit), *from, waiting, order.pay_on));
  RefundBatch batch{.pay_on = order.pay_on,
                    .count = static_cast<std::int64_t>(waiting.size()),
                    .sha256 = base::sha256_hex(bytes),
                    .made_at = now};
  const auto made = KENPO_TRY(safeguard::enter_export(
      office, transaction, permit, acting,
      transfer_draft("還付の振込ファイル", *from, order, std::move(bytes), waiting.size())));
  batch.sealed = made.id;
  std::vector<FundId> ids;
  for (const auto& refund : waiting) {
    batch.total += refund.amount;
    ids.push_back(refund.id);
  }
  KENPO_TRY(add(transaction, batch, ids));
  return Gathered{batch, made};
}

}  // namespace

staff::ApprovalKind refund_kind() {
  using notice::Role;
  staff::ApprovalKind kind;
  kind.name = refund_release_kind;
  kind.japanese = "還付の振込の決裁";
  kind.proposers = static_cast<notice::RoleMask>(notice::mask_of(Role::premium_clerk) |
                                                 notice::mask_of(Role::accountant));
  kind.approvers = static_cast<notice::RoleMask>(notice::mask_of(Role::accountant) |
                                                 notice::mask_of(Role::executive_director));
  kind.within = release_refunds;
  kind.label = transfer_label;
  return kind;
}

Result<RefundPage> list_refunds(Ledger& ledger, const notice::Acting& acting, Slice slice) {
  return store::read_under<refund_list>(
      ledger, acting,
      [&](const Permit<refund_list>& permit, const store::View& view) -> Result<RefundPage> {
        KENPO_TRY(whole_society(permit.recorder()));
        const eligibility::MemberAccess access(
            permit.grant<notice::Purpose::premium_collection>());
        PayerNames names(view, access, ledger.gate.clock().now());
        RefundPage page{.refunds = {},
                        .batches = KENPO_TRY(list_batches(view)),
                        .account = KENPO_TRY(paying_account(view))};
        if (page.batches.size() > batches_shown_limit) page.batches.resize(batches_shown_limit);
        for (const auto& refund : KENPO_TRY(list_refunds(view))) {
          page.waiting += refund.batch ? 0 : 1;
          if (page.count++ < slice.skipped) continue;
          if (page.count > slice.skipped + slice.count) continue;
          page.refunds.emplace_back(refund, KENPO_TRY(names.name(refund.payer)));
        }
        return page;
      });
}

Result<Refund> decide_refund(Ledger& ledger, const notice::Acting& acting, const FundId& credit_id,
                             RefundAccount account) {
  account = KENPO_TRY(spelled_account(std::move(account)));
  return store::write_under<refund_decide>(
      ledger, acting,
      [&](const Permit<refund_decide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Refund> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto credit = KENPO_TRY(known_credit(transaction, credit_id));
        if (credit.rest() <= Yen()) {
          return refund_fault({"還付する額が残っていません。", "Nothing is left."},
                              {"過誤納の一覧を確かめてください。", "Look at the list."});
        }
        const Refund refund{.payer = credit.payer,
                            .credit = credit.id,
                            .cause = credit.cause,
                            .amount = credit.rest(),
                            .decided_on = now.day(),
                            .decided_at = now};
        KENPO_TRY(add(transaction, refund));
        KENPO_TRY(add_account(transaction, account_access(permit), refund, account, now));
        KENPO_TRY(add(transaction,
                      Allocation{.source_kind = SourceKind::credit,
                                 .source = credit.id,
                                 .target_kind = TargetKind::refund,
                                 .target = refund.id,
                                 .amount = refund.amount,
                                 .on = now.day(),
                                 .reason = MatchReason::clerk,
                                 .by = staff_in(acting),
                                 .decided_at = now},
                      BookAmount{}));
        return refund;
      });
}

Result<> enter_paying_account(Ledger& ledger, const notice::Acting& acting,
                              PayingAccount account) {
  account = KENPO_TRY(spelled_account(std::move(account)));
  return store::write_under<paying_account_enter>(
      ledger, acting,
      [&](const Permit<paying_account_enter>&, store::Transaction& transaction,
          base::Moment now) -> Result<> { return put(transaction, account, now); });
}

Result<MadeTransfer> gather_refunds(const safeguard::RegisterOffice& office,
                                    staff::Approvals& approvals, const notice::Acting& acting,
                                    const TransferOrder& order) {
  const auto [batch, made] = KENPO_TRY(store::write_under<refund_gather>(
      office, acting,
      [&](const Permit<refund_gather>& permit, store::Transaction& transaction,
          base::Moment now) { return gather(office, permit, transaction, acting, order, now); }));
  const auto entry = KENPO_TRY(safeguard::show_export(office, acting, made.id));
  const auto approval = KENPO_TRY(approvals.propose(
      acting, {.kind = refund_release_kind,
               .reason = "還付を振り込むため",
               .change = {std::string(batch.id.text()),
                          transfer_fields({batch.count, batch.total, batch.pay_on, batch.sha256},
                                          entry)}}));
  return MadeTransfer{made, approval};
}

Result<> drop_file(Ledger& ledger, const notice::Acting& acting, const BatchId& id) {
  return store::write_under<refund_withdraw>(
      ledger, acting,
      [&](const Permit<refund_withdraw>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto batch = KENPO_TRY(known_batch(transaction, id));
        if (batch.state() != BatchState::proposed) {
          return refund_fault({"この振込ファイルは取り下げられません。", "It cannot be taken back."},
                              {"決裁の前のファイルを選んでください。", "Choose one not released."});
        }
        return add_step(transaction, id, BatchStep::dropped, now.day(), now);
      });
}

Result<> record_payment(Ledger& ledger, const notice::Acting& acting, const BatchId& id,
                        base::Date paid_on) {
  return store::write_under<refund_pay>(
      ledger, acting,
      [&](const Permit<refund_pay>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto batch = KENPO_TRY(known_batch(transaction, id));
        if (batch.state() != BatchState::released || paid_on > now.day()) {
          return refund_fault({"振込を記録できません。", "It cannot be recorded."},
                              {"決裁された、まだ記録していないファイルの、きょうまでの日にしてください。",
                               "A released file, not recorded yet, a day until today."});
        }
        const auto refunds = KENPO_TRY(list_refunds(transaction));
        for (const auto& refund : refunds_in(refunds, id)) {
          KENPO_TRY(add(transaction, entries_of_payment(refund, now)));
        }
        return add_step(transaction, id, BatchStep::paid, paid_on, now);
      });
}

}  // namespace kenpo::collection
