#include "benefit/payment_act.h"

#include <algorithm>

#include "base/hash.h"
#include "benefit/high_cost_store.h"
#include "collection/allocation_act.h"
#include "collection/credit_store.h"
#include "collection/payout_act.h"
#include "collection/receipt_act.h"
#include "eligibility/insured_period_store.h"
#include "store/under.h"

namespace kenpo::benefit {

namespace of_paying {

using base::PersonId;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

base::Fault payment_fault(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

template <const notice::Operation& operation>
BenefitAccountAccess account_access(const Permit<operation>& permit) {
  return BenefitAccountAccess(permit.template grant<notice::Purpose::benefit_payment>());
}
template <const notice::Operation& operation>
PayableAccess payable_access(const Permit<operation>& permit) {
  return PayableAccess(
      permit.template grant<notice::Purpose::benefit_examination_and_payment>());
}
template <const notice::Operation& operation>
eligibility::MemberAccess payee_access(const Permit<operation>& permit) {
  return eligibility::MemberAccess(
      permit.template grant<notice::Purpose::member_administration>());
}

/// The name as of the latest period; refused outside the handler's scope.
Result<eligibility::InsuredName> payee(const notice::Recorder& recorder, const store::View& view,
                                       const eligibility::MemberAccess& access,
                                       const PersonId& person, base::Moment now) {
  const auto periods = KENPO_TRY(eligibility::periods_of(view, access, person, now));
  if (periods.empty() || !recorder.in_scope(periods.back().establishment)) {
    return notice::out_of_scope_fault();
  }
  return eligibility::insured_name(view, access, person, periods.back().id, now);
}

Result<std::string> bytes_of(const store::View& view, const BenefitAccountAccess& access,
                             const collection::PayingAccount& from,
                             const std::vector<PaymentLine>& lines, base::Date pay_on) {
  std::vector<collection::Payout> payouts;
  for (const auto& line : lines) {
    const auto account = KENPO_TRY(find_account(view, access, line.account));
    if (!account) {
      return payment_fault({"口座のない支払があります。", "A payment has no account."},
                           {"消去された人の支払を除いて作り直してください。",
                            "The payee was erased: make the file again."});
    }
    payouts.push_back({account->account, line.amount});
  }
  return collection::payout_file(from, payouts, pay_on);
}

Result<PaymentBatch> known_file(const store::View& view, const PaymentBatchId& id) {
  const auto found = KENPO_TRY(find_payment_batch(view, id));
  if (found) return *found;
  return payment_fault({"その振込ファイルはありません。", "There is no such file."},
                       {"一覧から選び直してください。", "Choose it from the list."});
}

Result<> release_file(const staff::Execution& execution) {
  const auto id = PaymentBatchId::parse(execution.change.subject);
  if (!id) return payment_fault({"提案が読めません。", "The proposal cannot be read."}, {});
  const auto batch = KENPO_TRY(known_file(execution.transaction, *id));
  if (batch.last || !batch.sealed || batch.sha256 != execution.change.after("file_hash")) {
    return payment_fault({"提案のときの振込ファイルではありません。",
                          "It is not the file that was proposed."},
                         {"作り直してください。", "Make it again."});
  }
  KENPO_TRY(safeguard::release_export(execution, *batch.sealed,
                                      execution.change.after("archive_hash")));
  const auto now = execution.gate.clock().now();
  return put_step(execution.transaction, *id, PaymentStep::released, now.day(), now);
}

/// What waits and has an account, as lines of a file.
Result<std::vector<PaymentLine>> lines_waiting(const store::View& view,
                                               const PayableAccess& payables,
                                               const BenefitAccountAccess& accounts) {
  std::vector<PaymentLine> lines;
  for (const auto& each : KENPO_TRY(list_payable(view, payables, payments_of_a_file_limit))) {
    const auto account = KENPO_TRY(account_of(view, accounts, each.insured));
    if (!account) continue;
    lines.push_back({each.award, each.insured, account->id, each.establishment, each.amount});
  }
  return lines;
}

struct Gathered {
  PaymentBatch batch;
  safeguard::MadeExport made;
};
Result<Gathered> gather(const safeguard::RegisterOffice& office,
                        const Permit<benefit_payment_gather>& permit,
                        store::Transaction& transaction, const Acting& acting,
                        const collection::TransferOrder& order, base::Moment now) {
  KENPO_TRY(collection::whole_society(permit.recorder()));
  const auto from = KENPO_TRY(collection::paying_account(transaction));
  if (!from) {
    return payment_fault({"振込元の口座が登録されていません。", "No account to pay from."},
                         {"還付の画面で先に登録してください。", "Enter it on the page of refunds."});
  }
  if (order.pay_on < now.day()) {
    return payment_fault({"振込日が過ぎています。", "The day has passed."},
                         {"きょう以後の日にしてください。", "Choose a later day."});
  }
  const auto accounts = account_access(permit);
  const auto lines = KENPO_TRY(lines_waiting(transaction, payable_access(permit), accounts));
  if (lines.empty()) {
    return payment_fault({"振り込める支給がありません。", "Nothing can be paid."},
                         {"支給を決定し、支払先の口座を登録してください。",
                          "Decide an award and enter the account first."});
  }
  auto bytes = KENPO_TRY(bytes_of(transaction, accounts, *from, lines, order.pay_on));
  PaymentBatch batch{.pay_on = order.pay_on,
                     .count = static_cast<std::int64_t>(lines.size()),
                     .sha256 = base::sha256_hex(bytes),
                     .made_at = now};
  const auto made = KENPO_TRY(safeguard::enter_export(
      office, transaction, permit, acting,
      collection::transfer_draft("給付の振込ファイル", *from, order, std::move(bytes),
                                 lines.size())));
  batch.sealed = made.id;
  for (const auto& line : lines) {
    batch.total += line.amount;
    KENPO_TRY(remove(transaction, payable_access(permit), line.award));
  }
  KENPO_TRY(put(transaction, accounts, batch, lines));
  return Gathered{batch, made};
}

}  // namespace of_paying

using namespace of_paying;

staff::ApprovalKind benefit_kind() {
  using notice::Role;
  staff::ApprovalKind kind;
  kind.name = benefit_release_kind;
  kind.japanese = "給付の振込の決裁";
  kind.proposers = static_cast<notice::RoleMask>(notice::mask_of(Role::benefit_clerk) |
                                                 notice::mask_of(Role::accountant));
  kind.approvers = static_cast<notice::RoleMask>(notice::mask_of(Role::accountant) |
                                                 notice::mask_of(Role::executive_director));
  kind.within = release_file;
  kind.label = collection::transfer_label;
  return kind;
}

Result<AccountView> show_benefit_account(Ledger& ledger, const Acting& acting,
                                         const PersonId& person) {
  return store::read_under<benefit_account_show>(
      ledger, acting,
      [&](const Permit<benefit_account_show>& permit,
          const store::View& view) -> Result<AccountView> {
        const auto now = ledger.gate.clock().now();
        return AccountView{
            .insured = KENPO_TRY(
                payee(permit.recorder(), view, payee_access(permit), person, now)),
            .account = KENPO_TRY(account_of(view, account_access(permit), person))};
      });
}

Result<> enter_benefit_account(Ledger& ledger, const Acting& acting, const PersonId& person,
                               collection::RefundAccount account, const std::string& evidence) {
  account = KENPO_TRY(collection::spelled_account(std::move(account)));
  return store::write_under<benefit_account_enter>(
      ledger, acting,
      [&](const Permit<benefit_account_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(payee(permit.recorder(), transaction, payee_access(permit), person, now));
        return put(transaction, account_access(permit),
                   BenefitAccount{.person = person,
                                  .from = now.day(),
                                  .account = account,
                                  .evidence = evidence},
                   now);
      });
}

Result<PaymentPage> list_benefit_payments(Ledger& ledger, const Acting& acting,
                                          std::int64_t most) {
  return store::read_under<benefit_payment_list>(
      ledger, acting,
      [&](const Permit<benefit_payment_list>& permit,
          const store::View& view) -> Result<PaymentPage> {
        KENPO_TRY(collection::whole_society(permit.recorder()));
        const auto now = ledger.gate.clock().now();
        PaymentPage page{
            .count = KENPO_TRY(count_payable(view, payable_access(permit))),
            .batches = KENPO_TRY(list_payment_batches(view, payment_files_shown_limit)),
            .from = KENPO_TRY(collection::paying_account(view))};
        for (auto& each : KENPO_TRY(list_payable(view, payable_access(permit), most))) {
          auto name = KENPO_TRY(
              payee(permit.recorder(), view, payee_access(permit), each.insured, now));
          const auto account = KENPO_TRY(account_of(view, account_access(permit), each.insured));
          page.waiting.push_back({std::move(each), std::move(name), account.has_value()});
        }
        return page;
      });
}

Result<collection::MadeTransfer> gather_benefit_payments(const safeguard::RegisterOffice& office,
                                                         staff::Approvals& approvals,
                                                         const Acting& acting,
                                                         const collection::TransferOrder& order) {
  const auto [batch, made] = KENPO_TRY(store::write_under<benefit_payment_gather>(
      office, acting,
      [&](const Permit<benefit_payment_gather>& permit, store::Transaction& transaction,
          base::Moment now) { return gather(office, permit, transaction, acting, order, now); }));
  const auto entry = KENPO_TRY(safeguard::show_export(office, acting, made.id));
  const auto approval = KENPO_TRY(approvals.propose(
      acting, {.kind = benefit_release_kind,
               .reason = "給付を振り込むため",
               .change = {std::string(batch.id.text()),
                          collection::transfer_fields(
                              {batch.count, batch.total, batch.pay_on, batch.sha256}, entry)}}));
  return collection::MadeTransfer{made, approval};
}

Result<> drop_benefit_file(Ledger& ledger, const Acting& acting, const PaymentBatchId& id) {
  return store::write_under<benefit_payment_withdraw>(
      ledger, acting,
      [&](const Permit<benefit_payment_withdraw>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(collection::whole_society(permit.recorder()));
        const auto batch = KENPO_TRY(known_file(transaction, id));
        if (batch.last) {
          return payment_fault({"この振込ファイルは取り下げられません。", "It cannot be taken back."},
                               {"決裁の前のファイルを選んでください。", "Choose one not released."});
        }
        for (const auto& line : KENPO_TRY(lines_of(transaction, account_access(permit), id))) {
          KENPO_TRY(put(transaction, payable_access(permit),
                        Payable{line.award, line.insured, line.establishment, line.amount}, now));
        }
        return put_step(transaction, id, PaymentStep::dropped, now.day(), now);
      });
}

Result<> record_benefit_payment(Ledger& ledger, const Acting& acting, const PaymentBatchId& id,
                                base::Date paid_on) {
  return store::write_under<benefit_payment_record>(
      ledger, acting,
      [&](const Permit<benefit_payment_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(collection::whole_society(permit.recorder()));
        const auto batch = KENPO_TRY(known_file(transaction, id));
        if (batch.last != PaymentStep::released || paid_on > now.day()) {
          return payment_fault(
              {"振込を記録できません。", "It cannot be recorded."},
              {"決裁された、まだ記録していないファイルの、きょうまでの日にしてください。",
               "A released file, not recorded yet, a day until today."});
        }
        const AwardAccess awards = payable_access(permit);
        for (const auto& line : KENPO_TRY(lines_of(transaction, account_access(permit), id))) {
          const auto award = KENPO_TRY(find_award(transaction, awards, line.award));
          if (!award) continue;  // erased
          KENPO_TRY(put(transaction, awards, *award,
                        AwardEvent{.step = AwardStep::paid,
                                   .on = paid_on,
                                   .at = now,
                                   .by = collection::staff_in(acting)}));
        }
        return put_step(transaction, id, PaymentStep::paid, paid_on, now);
      });
}

}  // namespace kenpo::benefit
