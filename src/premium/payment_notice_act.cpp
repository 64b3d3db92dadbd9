#include "premium/payment_notice_act.h"

#include <algorithm>
#include <map>
#include <utility>

#include "eligibility/establishment_store.h"
#include "premium/closing_store.h"
#include "premium/levy_ledger_store.h"

namespace kenpo::premium {

namespace {

using base::EstablishmentId;
using base::Month;
using base::Result;
using eligibility::Ledger;

base::Fault notice_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

base::Fault not_levied(Month month) {
  return notice_fault({base::Plain(month) + "は調定していません",
                       base::Plain(month) + " was not levied"},
                      {"納入告知は調定した月だけにあります", "Only a levied month has a notice"},
                      {"先にその月の調定を実行してください", "Levy the month first"});
}

base::Fault unknown_establishment() {
  return notice_fault({"事業所が見つかりません", "There is no such establishment"},
                      {"台帳にない事業所です", "The ledger does not have it"},
                      {"事業所の一覧から選び直してください", "Choose it from the list"});
}

base::Fault nothing_to_pay() {
  return notice_fault({"納入の告知をする額がありません", "There is nothing to notify"},
                      {"この月の請求額は0円以下です", "The bill of the month is zero or less"},
                      {"差し引く額は翌月以後の保険料に充てます（健康保険法164条2項）",
                       "It is set off against later premiums (art 164(2))"});
}

void add_credit(Billed& billed, const LedgerEntry& entry) {
  if (entry.account == Account::basic) billed.basic -= entry.amount;
  if (entry.account == Account::specific) billed.specific -= entry.amount;
  if (entry.account == Account::adjustment) billed.adjustment -= entry.amount;
  if (entry.account == Account::care) billed.care -= entry.amount;
  if (entry.account == Account::child) billed.child -= entry.amount;
}

Result<PaymentNotice> notice_of(const store::View& view,
                                const eligibility::Establishment& establishment, Month month,
                                base::Moment now) {
  PaymentNotice notice{.establishment = establishment,
                       .month = month,
                       .due = due_date(month),
                       .shown_at = now};
  std::map<Month, Billed> months;
  for (const auto& entry : KENPO_TRY(entries_billed(view, month, establishment.id))) {
    add_credit(months[entry.month], entry);
  }
  for (const auto& [of_month, billed] : months) {
    notice.total += billed.total();
    if (of_month == month) {
      notice.this_month = billed;
    } else {
      notice.earlier.push_back({of_month, billed});
    }
  }
  Billed last;
  for (const auto& entry : KENPO_TRY(entries_billed(view, month.plus(-1), establishment.id))) {
    add_credit(last, entry);
  }
  notice.last_month = last.total();
  notice.causes = KENPO_TRY(causes_of(view, month, establishment.id));
  if (const auto issued = KENPO_TRY(find_issued(view, month, establishment.id))) {
    notice.issued_at = issued->issued_at;
    notice.due = issued->due;
  }
  return notice;
}

Result<> check_levied(const store::View& view, Month month) {
  const auto runs = KENPO_TRY(list_runs(view));
  if (std::ranges::find(runs, month, &LevyRun::month) == runs.end()) return not_levied(month);
  return base::Done{};
}

Result<eligibility::Establishment> in_scope(const store::View& view,
                                            const notice::Recorder& recorder,
                                            const EstablishmentId& id) {
  const auto found = KENPO_TRY(eligibility::find_establishment(view, id));
  if (!found) return unknown_establishment();
  if (!recorder.in_scope(id)) return notice::out_of_scope_fault();
  return *found;
}

}  // namespace

Result<PaymentNotice> show_payment_notice(Ledger& ledger, const notice::Acting& acting,
                                          const EstablishmentId& establishment, Month month) {
  const auto work =
      [&](const notice::Permit<payment_notice_show>& permit) -> Result<PaymentNotice> {
    const auto view = KENPO_TRY(ledger.database.read());
    const auto found = KENPO_TRY(in_scope(view, permit.recorder(), establishment));
    KENPO_TRY(check_levied(view, month));
    auto notice = KENPO_TRY(notice_of(view, found, month, ledger.gate.clock().now()));
    notice.released = check_released(view, month).ok();
    return notice;
  };
  return ledger.gate.perform<payment_notice_show>(acting, work);
}

Result<std::vector<PaymentNotice>> list_payment_notices(Ledger& ledger,
                                                        const notice::Acting& acting,
                                                        Month month) {
  const auto work = [&](const notice::Permit<payment_notice_show>& permit)
      -> Result<std::vector<PaymentNotice>> {
    const auto view = KENPO_TRY(ledger.database.read());
    KENPO_TRY(check_levied(view, month));
    const bool released = check_released(view, month).ok();
    std::vector<PaymentNotice> notices;
    for (const auto& one : KENPO_TRY(eligibility::list_establishments(view))) {
      if (!permit.recorder().in_scope(one.id)) continue;
      auto notice = KENPO_TRY(notice_of(view, one, month, ledger.gate.clock().now()));
      notice.released = released;
      if (notice.total != base::Yen()) notices.push_back(std::move(notice));
    }
    return notices;
  };
  return ledger.gate.perform<payment_notice_show>(acting, work);
}

Result<PaymentNotice> issue_payment_notice(Ledger& ledger, const notice::Acting& acting,
                                           const EstablishmentId& establishment, Month month) {
  const auto work =
      [&](const notice::Permit<payment_notice_issue>& permit) -> Result<PaymentNotice> {
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto found = KENPO_TRY(in_scope(transaction, permit.recorder(), establishment));
    KENPO_TRY(check_levied(transaction, month));
    const auto now = ledger.gate.clock().now();
    auto notice = KENPO_TRY(notice_of(transaction, found, month, now));
    if (notice.issued_at) return notice;
    if (notice.total <= base::Yen()) return nothing_to_pay();
    KENPO_TRY(check_released(transaction, month));
    KENPO_TRY(add(transaction, IssuedNotice{.establishment = establishment,
                                            .billed = month,
                                            .issued_at = now,
                                            .due = notice.due,
                                            .total = notice.total}));
    KENPO_TRY(transaction.commit_without_personal_data());
    notice.released = true;
    notice.issued_at = now;
    return notice;
  };
  return ledger.gate.perform<payment_notice_issue>(acting, work);
}

Result<> check_levy_ledger(Ledger& ledger, const notice::Acting& acting) {
  const auto work = [&](const notice::Permit<payment_notice_show>&) -> Result<> {
    const auto view = KENPO_TRY(ledger.database.read());
    for (const auto kind : {LedgerKind::health, LedgerKind::child_support}) {
      if (KENPO_TRY(balance_of(view, kind)) == base::Yen()) continue;
      return notice_fault({"調定の仕訳の貸借が合いません", "The levy's ledger does not balance"},
                          {"借方と貸方の合計が違います", "Debits and credits differ"},
                          {"データの検査を実行し、システム担当に連絡してください",
                           "Run the check of the data and tell the system operator"});
    }
    return base::Done{};
  };
  return ledger.gate.perform<payment_notice_show>(acting, work);
}

}  // namespace kenpo::premium
