#include "collection/early_collection_act.h"

#include <algorithm>
#include <utility>

#include "collection/arrears_act.h"
#include "collection/debt_act.h"
#include "collection/debt_charge_rule.h"
#include "collection/early_collection_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault early_fault(base::Words what, base::Words why, base::Words mend) {
  return collection_fault(std::move(what), std::move(why), std::move(mend));
}

base::Fault unreadable() {
  return early_fault({"提案が読めません。", "The proposal cannot be read."}, {},
                     {"納付者の画面から、もう一度求めてください。", "Ask again."});
}

std::optional<EarlyGround> ground_in(std::string_view text) {
  for (int at = 1; at <= early_grounds_count; ++at) {
    const auto ground = static_cast<EarlyGround>(at);
    if (wording(ground).ja.text() == text) return ground;
  }
  return std::nullopt;
}

/// What was proposed, as the second person saw it.
Result<EarlyCollection> early_in(const staff::Execution& execution) {
  const auto& change = execution.change;
  const auto debt = parse_debt(change.subject);
  const auto ground = ground_in(change.after("ground"));
  const auto before = Date::parse(change.before("due"));
  const auto due = Date::parse(change.after("due"));
  std::int64_t yen = 0;
  for (const char byte : change.after("amount")) {
    if (byte == ',') continue;
    if (byte < '0' || byte > '9') return unreadable();
    yen = yen * 10 + (byte - '0');
  }
  if (!debt || !ground || !before || !due) return unreadable();
  return EarlyCollection{.debt = *debt,
                         .ground = *ground,
                         .due_before = *before,
                         .due = *due,
                         .amount = Yen(yen),
                         .proposed_by = execution.approval.proposer,
                         .released_by = std::get<base::StaffId>(execution.acting.actor),
                         .released_at = execution.gate.clock().now()};
}

Result<> bring_into_force(const staff::Execution& execution) {
  const auto early = KENPO_TRY(early_in(execution));
  const auto known = KENPO_TRY(early_collections_of(execution.transaction, early.debt.payer));
  if (std::ranges::find(known, early.debt, &EarlyCollection::debt) != known.end()) {
    return early_fault({"この請求は、繰上徴収を決めています。", "It was brought forward before."}, {},
                       {"納付者の画面を確かめてください。", "Look at the page of the payer."});
  }
  if (early.due < early.released_at.day()) {
    return early_fault({"新しい納付期限が過ぎました。", "The new due date has passed."}, {},
                       {"却下して、後の日で求め直してください。", "Refuse it and ask anew."});
  }
  return add(execution.transaction, early);
}

std::string early_label_of(std::string_view field) {
  if (field == "ground") return "理由（健康保険法172条）";
  if (field == "due") return "納付期限";
  if (field == "amount") return "請求の残り（円）";
  return std::string(field);
}

}  // namespace

// 健康保険法172条
Result<> check_early(const Debt& debt, Date due, Date today) {
  if (!bears_charge(debt.key) || debt.rest() <= Yen()) {
    return early_fault({"繰上徴収の対象は、未納の保険料です。", "Only an open premium."},
                       {"健康保険法172条", "Art 172"},
                       {"残りのある保険料の請求を選んでください。", "Choose an open premium."});
  }
  if (debt.due_before) {
    return early_fault({"この請求は、繰上徴収を決めています。", "It was brought forward before."}, {},
                       {"納付者の画面を確かめてください。", "Look at the page of the payer."});
  }
  if (debt.due < today) {
    return early_fault({"納付期限が過ぎています。", "It is overdue."},
                       {"繰上徴収は、納期前の保険料についてします（健康保険法172条）。",
                        "Only what is not due yet is brought forward (art 172)."},
                       {"督促状を発行してください（180条）。", "Issue a reminder (art 180)."});
  }
  if (due < today || debt.due <= due) {
    return early_fault({"新しい納付期限は、きょうから今の納付期限の前日までです。",
                        "The new due date is from today to the day before the present one."},
                       {base::Plain("今の納付期限は") + base::Plain(debt.due) + "です。",
                        base::Plain("It is due on ") + base::Plain(debt.due) + "."},
                       {"日付を直してください。", "Choose another day."});
  }
  return base::Done{};
}

staff::ApprovalKind early_collection_kind() {
  using notice::Role;
  staff::ApprovalKind kind;
  kind.name = early_collection_kind_name;
  kind.japanese = "繰上徴収";
  kind.proposers = static_cast<notice::RoleMask>(notice::mask_of(Role::premium_clerk) |
                                                 notice::mask_of(Role::executive_director));
  kind.approvers = kind.proposers;
  kind.within = bring_into_force;
  kind.label = early_label_of;
  kind.address = [](const staff::Change& change) {
    const auto debt = parse_debt(change.subject);
    return debt ? "/arrears/" + std::string(debt->payer.text()) : std::string("/arrears");
  };
  return kind;
}

Result<base::CaseId> propose_early_collection(Ledger& ledger, staff::Approvals& approvals,
                                              const notice::Acting& acting,
                                              const EarlyOrder& order) {
  auto asked = store::read_under<early_collection_ask>(
      ledger, acting,
      [&](const Permit<early_collection_ask>& permit, const store::View& view) -> Result<Debt> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto now = ledger.gate.clock().now();
        const auto payer =
            KENPO_TRY(load_payer(view, access, permit.recorder(), order.debt.payer, now));
        const auto found = KENPO_TRY(debt_of_payer(payer, order.debt));
        KENPO_TRY(check_early(found, order.due, now.day()));
        return found;
      });
  const auto debt = KENPO_TRY(std::move(asked));
  return approvals.propose(
      acting, {.kind = early_collection_kind_name,
               .reason = order.reason,
               .change = {debt_text(debt.key),
                          {{"ground", "", wording(order.ground).ja.text()},
                           {"due", debt.due.iso(), order.due.iso()},
                           {"amount", "", debt.rest().grouped()}}}});
}

}  // namespace kenpo::collection
