#include "report/release_act.h"

#include "collection/allocation_act.h"
#include "premium/closing_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/payment_notice_act.h"

namespace kenpo::report {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Permit;
using notice::Role;

constexpr auto proposers = static_cast<notice::RoleMask>(mask_of(Role::premium_clerk) |
                                                         mask_of(Role::executive_director));
/// Only who may see the list of differences may release it.
constexpr auto deciders = static_cast<notice::RoleMask>(mask_of(Role::premium_clerk) |
                                                        mask_of(Role::executive_director));

base::Fault release_fault(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

base::Fault unreadable() {
  return release_fault({"提案の月が読めません。", "The month cannot be read."},
                       {"月の締めの画面から、もう一度求めてください。", "Ask again."});
}

base::Fault not_yet() {
  return release_fault({"先に行う作業が残っているか、すでに承認を求めています。",
                        "Another task has to come first, or it was asked already."},
                       {"月の締めの画面で、いまの状態を確かめてください。", "Look at the board."});
}

base::Fault bills_have_changed() {
  return release_fault({"承認を求めたあとで、請求額が変わりました。",
                        "The bills have changed since the release was asked for."},
                       {"差額の一覧を確かめて、もう一度承認を求めてください。",
                        "Check the differences and ask again."});
}

Yen total_billed(const std::vector<premium::LedgerEntry>& entries) {
  Yen total;
  for (const auto& entry : entries) {
    if (entry.account == premium::Account::receivable) total += entry.amount;
  }
  return total;
}

Result<ReleaseSummary> summary_of(const store::View& view, Month month) {
  const auto board = KENPO_TRY(month_board(view, month, {}));
  ReleaseSummary summary{.month = month, .establishments = board.establishments,
                         .undetermined = board.undetermined};
  summary.digest = KENPO_TRY(premium::bills_digest(view, month));
  for (const auto& run : KENPO_TRY(premium::list_runs(view))) {
    if (run.month == month) summary.people = run.persons;
  }
  summary.billed = total_billed(KENPO_TRY(premium::entries_billed(view, month)));
  summary.last_month = total_billed(KENPO_TRY(premium::entries_billed(view, month.plus(-1))));
  return summary;
}

std::string label_of(std::string_view field) {
  if (field == "establishments") return "事業所の数";
  if (field == "people") return "被保険者の数";
  if (field == "undetermined") return "標準報酬の決定が残る人（従前の標準報酬があればその額で調定）";
  if (field == "billed") return "請求額の合計（円。変更前は前月）";
  if (field == "digest") return "請求額の照合値";
  if (field == "state") return "月の状態";
  return std::string(field);
}

Result<Month> month_of(const staff::Change& change) {
  const auto month = Month::parse(change.subject);
  if (!month) return unreadable();
  return *month;
}

Result<> release(const staff::Execution& execution) {
  const auto month = KENPO_TRY(month_of(execution.change));
  const auto digest = KENPO_TRY(premium::bills_digest(execution.transaction, month));
  if (digest != execution.change.after("digest")) return bills_have_changed();
  return premium::add(execution.transaction,
                      {.billed = month,
                       .digest = digest,
                       .proposed_by = execution.approval.proposer,
                       .released_by = std::get<base::StaffId>(execution.acting.actor),
                       .released_at = execution.gate.clock().now()});
}

Result<> close(const staff::Execution& execution) {
  const auto month = KENPO_TRY(month_of(execution.change));
  const auto board = KENPO_TRY(month_board(execution.transaction, month, {}));
  if (!board.may_ask_closing) return not_yet();
  return premium::add(execution.transaction,
                      {.month = month,
                       .proposed_by = execution.approval.proposer,
                       .closed_by = std::get<base::StaffId>(execution.acting.actor),
                       .closed_at = execution.gate.clock().now()});
}

}  // namespace

staff::ApprovalKind bill_release_kind() {
  return {.name = bill_release_kind_name,
          .japanese = "納入告知の承認",
          .proposers = proposers,
          .approvers = deciders,
          .within = release,
          .label = label_of,
          .address = [](const staff::Change& change) {
            return "/closings/" + change.subject + "/differences";
          }};
}

staff::ApprovalKind month_closing_kind() {
  return {.name = month_closing_kind_name,
          .japanese = "月の締め",
          .proposers = proposers,
          .approvers = deciders,
          .within = close,
          .label = label_of,
          .address = [](const staff::Change& change) { return "/closings/" + change.subject; }};
}

Result<ReleaseSummary> show_release(Ledger& ledger, const notice::Acting& acting, Month month) {
  return ledger.gate.perform<month_board_show>(
      acting, [&](const Permit<month_board_show>&) -> Result<ReleaseSummary> {
        const auto view = KENPO_TRY(ledger.database.read());
        return summary_of(view, month);
      });
}

Result<base::CaseId> propose_release(Ledger& ledger, staff::Approvals& approvals,
                                     const notice::Acting& acting, Month month,
                                     const AskedDecisions& asked, const std::string& reason) {
  const auto board = KENPO_TRY(show_month_board(ledger, acting, month, asked));
  if (!board.may_ask_release) return not_yet();
  const auto summary = KENPO_TRY(show_release(ledger, acting, month));
  return approvals.propose(
      acting, {.kind = bill_release_kind_name,
               .reason = reason,
               .change = {month.iso(),
                          {{"establishments", "", std::to_string(summary.establishments)},
                           {"people", "", std::to_string(summary.people)},
                           {"undetermined", "", std::to_string(summary.undetermined)},
                           {"billed", summary.last_month.grouped(), summary.billed.grouped()},
                           {"digest", "", summary.digest}}}});
}

Result<base::CaseId> propose_closing(Ledger& ledger, staff::Approvals& approvals,
                                     const notice::Acting& acting, Month month,
                                     const AskedDecisions& asked, const std::string& reason) {
  const auto board = KENPO_TRY(show_month_board(ledger, acting, month, asked));
  if (!board.may_ask_closing) return not_yet();
  // A month is closed over books that are right, or not at all.
  KENPO_TRY(premium::check_levy_ledger(ledger, acting));
  KENPO_TRY(collection::check_collection(ledger, acting));
  return approvals.propose(acting, {.kind = month_closing_kind_name,
                                    .reason = reason,
                                    .change = {month.iso(), {{"state", "処理中", "締め"}}}});
}

Result<AskedDecisions> asked_about(staff::Approvals& approvals, const notice::Acting& acting,
                                   Month month, base::Moment now) {
  AskedDecisions asked;
  for (const auto& each : KENPO_TRY(approvals.list(acting))) {
    if (staff::state_of(each, now) != staff::ApprovalState::open) continue;
    const auto change = staff::parse_change(each.text);
    if (!change || change->subject != month.iso()) continue;
    if (each.kind == bill_release_kind_name) asked.release = true;
    if (each.kind == month_closing_kind_name) asked.closing = true;
  }
  return asked;
}

}  // namespace kenpo::report
