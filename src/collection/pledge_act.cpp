#include "collection/pledge_act.h"

#include <algorithm>

#include "collection/allocation_act.h"
#include "collection/arrears_store.h"
#include "collection/debt_act.h"
#include "collection/pledge_store.h"
#include "collection/receipt_store.h"
#include "eligibility/work_item_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Result;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault pledge_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

template <const notice::Operation& operation>
MemberAccess pledge_access(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

Result<Pledge> known_pledge(const store::View& view, const PledgeId& id) {
  auto found = KENPO_TRY(find_pledge(view, id));
  if (found) return std::move(*found);
  return pledge_fault({"その納付誓約はありません。", "There is no such pledge."},
                      {"一覧から選び直してください。", "Choose it from the list."});
}

/// A step about each debt: the pledge stands among what was done about it.
Result<> add_steps(store::Transaction& transaction, const Pledge& pledge, Measure measure,
                   const std::optional<base::StaffId>& by, base::Moment now) {
  for (const auto& one : pledge.debts) {
    KENPO_TRY(add(transaction, ArrearsStep{.debt = one.debt,
                                           .measure = measure,
                                           .on = pledge.pledged_on,
                                           .until = pledge.instalments.back().due,
                                           .amount = one.rest,
                                           .by = by,
                                           .recorded_at = now}));
  }
  return base::Done{};
}

Result<> agree(const staff::Execution& execution) {
  const auto id = PledgeId::parse(execution.change.subject);
  if (!id) return pledge_fault({"提案が読めません。", "The proposal cannot be read."}, {});
  const auto pledge = KENPO_TRY(known_pledge(execution.transaction, *id));
  if (pledge.state() != PledgeState::proposed ||
      digest_of(pledge) != execution.change.after("digest")) {
    return pledge_fault({"提案のときの納付誓約ではありません。",
                         "It is not the pledge that was proposed."},
                        {"未納・滞納の画面で確かめてください。", "Look at the payer's page."});
  }
  const auto now = execution.gate.clock().now();
  const auto by = std::get<base::StaffId>(execution.acting.actor);
  KENPO_TRY(add(execution.transaction, PledgeStep{.pledge = *id,
                                                  .kind = PledgeStepKind::agreed,
                                                  .on = now.day(),
                                                  .by = by,
                                                  .at = now}));
  return add_steps(execution.transaction, pledge, Measure::instalments, by, now);
}

std::string label_of(std::string_view field) {
  if (field == "payer") return "納付者";
  if (field == "debts") return "対象の請求の数";
  if (field == "total") return "対象の請求の残りの合計(円)";
  if (field == "plan") return "分割の計画";
  if (field == "pledged_on") return "誓約の日";
  if (field == "digest") return "計画の照合値";
  return std::string(field);
}

/// The debts of a pledge that stands are not pledged a second time.
Result<> check_free(const Pledge& pledge, const std::vector<PledgeView>& others) {
  for (const auto& other : others) {
    if (!other.pledge.stands()) continue;
    for (const auto& one : other.pledge.debts) {
      if (std::ranges::find(pledge.debts, one.debt, &PledgedDebt::debt) == pledge.debts.end()) {
        continue;
      }
      return pledge_fault({"この請求には納付誓約があります。", "Another pledge is about it."},
                          {"先の誓約を取り下げるか取り消してください。",
                           "Withdraw or cancel that one first."});
    }
  }
  return base::Done{};
}

Result<Pledge> keep_pledge(Ledger& ledger, const notice::Acting& acting, Pledge pledge) {
  return store::write_under<pledge_propose>(
      ledger, acting,
      [&](const Permit<pledge_propose>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Pledge> {
        const auto access = pledge_access(permit);
        const auto payer =
            KENPO_TRY(load_payer(transaction, access, permit.recorder(), pledge.payer, now));
        std::vector<Debt> debts;
        for (const auto& one : payer.debts) debts.push_back(one.debt);
        KENPO_TRY(check_pledge(pledge, debts, now.day()));
        KENPO_TRY(check_free(pledge, payer.pledges));
        pledge.by = staff_in(acting);
        pledge.made_at = now;
        KENPO_TRY(add(transaction, pledge));
        // The written pledge acknowledges the debts, whatever is decided about its plan.
        KENPO_TRY(add_steps(transaction, pledge, Measure::promise, pledge.by, now));
        return pledge;
      });
}

/// Once for the month of the first instalment that was missed.
Result<bool> open_item(store::Transaction& transaction, const Pledge& pledge, bool employer,
                       const PledgeStanding& standing, base::Moment now) {
  constexpr auto kind = eligibility::WorkKind::pledge_broken;
  eligibility::WorkItem item{.kind = kind,
                             .case_id = *base::CaseId::parse(pledge.id.text()),
                             .month = standing.broken_since->in_month(),
                             .due = now.day(),
                             .opened_at = now};
  // Of any state: an item that was settled is not opened again for the same instalment.
  for (int state = 1; state <= static_cast<int>(eligibility::WorkState::finished); ++state) {
    const auto known = KENPO_TRY(eligibility::list_work_items(
        transaction, {.kind = kind,
                      .state = static_cast<eligibility::WorkState>(state),
                      .case_id = item.case_id}));
    if (std::ranges::find(known, item.month, &eligibility::WorkItem::month) != known.end()) {
      return false;
    }
  }
  if (employer) {
    item.establishment = establishment_of(pledge.payer);
  } else {
    item.person = person_of(pledge.payer);
  }
  KENPO_TRY(eligibility::add(transaction, item));
  return true;
}

}  // namespace

staff::ApprovalKind pledge_kind() {
  using notice::Role;
  staff::ApprovalKind kind;
  kind.name = pledge_kind_name;
  kind.japanese = "納付誓約の決裁";
  kind.proposers = static_cast<notice::RoleMask>(notice::mask_of(Role::premium_clerk) |
                                                 notice::mask_of(Role::executive_director));
  // Only who may see the payer's debts may decide on them.
  kind.approvers = kind.proposers;
  kind.within = agree;
  kind.label = label_of;
  // Who it is, the second person reads on the payer's page: no name stands in a proposal.
  kind.words = [](std::string_view field, std::string_view value) {
    return field == "payer" ? std::string("「提案の中身を全部読む」で確かめます") : std::string(value);
  };
  kind.address = [](const staff::Change& change) {
    return "/arrears/" + std::string(change.after("payer"));
  };
  return kind;
}

Result<base::CaseId> propose_pledge(Ledger& ledger, staff::Approvals& approvals,
                                    const notice::Acting& acting, Pledge pledge,
                                    const std::string& reason) {
  const auto kept = KENPO_TRY(keep_pledge(ledger, acting, std::move(pledge)));
  return approvals.propose(
      acting, {.kind = pledge_kind_name,
               .reason = reason,
               .change = {std::string(kept.id.text()),
                          {{"payer", "", std::string(kept.payer.text())},
                           {"debts", "", std::to_string(kept.debts.size())},
                           {"total", "", kept.total().grouped()},
                           {"pledged_on", "", kept.pledged_on.iso()},
                           {"plan", "", plan_words(kept)},
                           {"digest", "", digest_of(kept)}}}});
}

Result<PledgeState> end_pledge(Ledger& ledger, const notice::Acting& acting,
                               const PayerId& payer, const PledgeId& id) {
  return store::write_under<pledge_end>(
      ledger, acting,
      [&](const Permit<pledge_end>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<PledgeState> {
        const auto shown = KENPO_TRY(
            load_payer(transaction, pledge_access(permit), permit.recorder(), payer, now));
        auto pledge = KENPO_TRY(known_pledge(transaction, id));
        if (pledge.payer != payer || !pledge.stands()) {
          return pledge_fault({"この納付誓約は終わっています。", "The pledge is over."},
                              {"いまの状態を確かめてください。", "Look at its state."});
        }
        const PledgeStep step{.pledge = id,
                              .kind = pledge.state() == PledgeState::agreed
                                          ? PledgeStepKind::cancelled
                                          : PledgeStepKind::withdrawn,
                              .on = now.day(),
                              .by = staff_in(acting),
                              .at = now};
        KENPO_TRY(add(transaction, step));
        pledge.steps.push_back(step);
        return pledge.state();
      });
}

Result<WatchedPledges> watch_pledges(Ledger& ledger, const notice::Acting& acting) {
  return store::write_under<pledge_watch>(
      ledger, acting,
      [&](const Permit<pledge_watch>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<WatchedPledges> {
        const auto access = pledge_access(permit);
        PayerNames names(transaction, access, now);
        WatchedPledges watched;
        for (const auto& pledge : KENPO_TRY(standing_pledges(transaction))) {
          if (pledge.state() != PledgeState::agreed) continue;
          ++watched.agreed;
          const auto allocations = KENPO_TRY(allocations_of_payer(transaction, pledge.payer));
          const auto standing = standing_of(pledge, allocations, now.day());
          if (standing.keeping != PledgeKeeping::broken) continue;
          ++watched.broken;
          const bool employer = KENPO_TRY(names.is_employer(pledge.payer));
          const bool opened =
              KENPO_TRY(open_item(transaction, pledge, employer, standing, now));
          watched.opened += opened ? 1 : 0;
        }
        return watched;
      });
}

Result<std::pair<PayerView, PledgeView>> show_pledge(Ledger& ledger, const notice::Acting& acting,
                                                     const PayerId& payer, const PledgeId& id) {
  auto shown = KENPO_TRY(show_payer(ledger, acting, payer));
  const auto found = std::ranges::find_if(
      shown.pledges, [&](const PledgeView& one) { return one.pledge.id == id; });
  if (found == shown.pledges.end()) {
    return pledge_fault({"その納付誓約はありません。", "There is no such pledge."},
                        {"一覧から選び直してください。", "Choose it from the list."});
  }
  auto pledge = *found;
  return std::pair{std::move(shown), std::move(pledge)};
}

}  // namespace kenpo::collection
