#include "collection/voluntary_release_act.h"

#include <algorithm>

#include "collection/demand_store.h"
#include "collection/receipt_store.h"
#include "collection/voluntary_release_store.h"
#include "eligibility/person_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault release_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

/// What was asked for the month before, and at which standard.
SlipLine beside_month_before(VoluntaryDemand demand, const std::vector<VoluntaryDemand>& all) {
  SlipLine line{.demand = std::move(demand)};
  const auto& debt = line.demand.debt;
  if (debt.key.kind == DebtKind::voluntary_prepayment) {
    line.difference = SlipDifference::prepaid;
    return line;
  }
  if (debt.key.kind != DebtKind::voluntary_month) {
    line.difference = SlipDifference::lacking;
    return line;
  }
  line.difference = SlipDifference::joined;
  for (const auto& one : all) {
    const auto& key = one.debt.key;
    if (one.period != line.demand.period || !one.covers(debt.key.month.plus(-1))) continue;
    if (key.kind == DebtKind::voluntary_prepayment) line.difference = SlipDifference::prepaid;
    if (key.kind != DebtKind::voluntary_month) continue;
    line.before = one.debt.total();
    line.difference = one.standard != line.demand.standard ? SlipDifference::standard
                      : line.before != debt.total()        ? SlipDifference::rate
                                                           : SlipDifference::same;
    return line;
  }
  return line;
}

Result<SlipDifferences> differences_in(const store::View& view, const MemberAccess& access,
                                       Month month, base::Moment now) {
  SlipDifferences found{.month = month};
  const auto released = KENPO_TRY(released_in(view, month));
  for (const auto& id : KENPO_TRY(people_asked_in(view, access, month))) {
    const auto person = KENPO_TRY(eligibility::find_person(view, access, id, now));
    const auto all = KENPO_TRY(demands_of(view, access, id));
    for (const auto& demand : all) {
      if (demand.debt.key.month != month) continue;
      auto line = beside_month_before(demand, all);
      line.name = person ? person->name : "消去済み";
      line.released = released.contains(demand.id);
      found.unreleased += line.released ? 0 : 1;
      found.total += demand.debt.total();
      found.before += line.before;
      found.lines.push_back(std::move(line));
    }
  }
  std::ranges::sort(found.lines, {}, [](const SlipLine& line) {
    return std::tuple(line.difference == SlipDifference::same, line.demand.debt.key);
  });
  return found;
}

Result<> let_go(const staff::Execution& execution) {
  const auto id = SlipReleaseId::parse(execution.change.subject);
  std::optional<SlipRelease> asked;
  if (id) asked = KENPO_TRY(find_slip_release(execution.transaction, *id));
  if (!asked) {
    return release_fault({"提案が読めません。", "The proposal cannot be read."},
                         {"任意継続の画面から、もう一度求めてください。", "Ask again."});
  }
  if (KENPO_TRY(is_released(execution.transaction, *id))) {
    return release_fault({"承認済みです。", "It was released."},
                         {"任意継続の画面を確かめてください。", "Look at the page."});
  }
  return release(execution.transaction, *asked, execution.approval.proposer,
                 std::get<base::StaffId>(execution.acting.actor),
                 execution.gate.clock().now());
}

std::string slip_label_of(std::string_view field) {
  if (field == "month") return "請求の月";
  if (field == "slips") return "納付書の数";
  if (field == "different") return "前月と額が違う人の数";
  if (field == "total") return "請求額の合計（円。変更前は前月）";
  return std::string(field);
}

}  // namespace

base::Words wording(SlipDifference difference) {
  switch (difference) {
    case SlipDifference::same: return {"前月と同じ", "As in the month before"};
    case SlipDifference::joined: return {"前月の請求がない", "Nothing was asked the month before"};
    case SlipDifference::prepaid: return {"前納", "Prepayment"};
    case SlipDifference::lacking: return {"前納や訂正の不足額", "Shortfall"};
    case SlipDifference::standard: return {"標準報酬月額の変更", "Another standard"};
    case SlipDifference::rate: return {"料率・介護保険料の変更", "Other rates or care premium"};
  }
  return {};
}

staff::ApprovalKind slip_release_kind() {
  using notice::Role;
  staff::ApprovalKind kind;
  kind.name = slip_release_kind_name;
  kind.japanese = "任意継続の納付書の承認";
  kind.proposers = static_cast<notice::RoleMask>(notice::mask_of(Role::premium_clerk) |
                                                 notice::mask_of(Role::executive_director));
  // Only who may see the differences may decide on them.
  kind.approvers = kind.proposers;
  kind.within = let_go;
  kind.label = slip_label_of;
  kind.address = [](const staff::Change& change) {
    return "/voluntary-differences/" + std::string(change.after("month"));
  };
  return kind;
}

Result<SlipDifferences> show_slip_differences(Ledger& ledger, const notice::Acting& acting,
                                              Month month) {
  return store::read_under<slip_differences_show>(
      ledger, acting,
      [&](const Permit<slip_differences_show>& permit,
          const store::View& view) -> Result<SlipDifferences> {
        KENPO_TRY(whole_society(permit.recorder()));
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        return differences_in(view, access, month, ledger.gate.clock().now());
      });
}

namespace {

/// Notes in `asked` what is laid before the second person, and keeps it.
Result<SlipDifferences> keep_asked(Ledger& ledger, const notice::Acting& acting,
                                   SlipRelease& asked) {
  return store::write_under<slip_release_ask>(
      ledger, acting,
      [&](const Permit<slip_release_ask>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<SlipDifferences> {
        KENPO_TRY(whole_society(permit.recorder()));
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        auto differences = KENPO_TRY(differences_in(transaction, access, asked.month, now));
        for (const auto& line : differences.lines) {
          if (!line.released) asked.demands.push_back(line.demand.id);
        }
        if (asked.demands.empty()) {
          return release_fault({"承認を待つ納付書がありません。", "No slip waits for a release."},
                               {"その月の保険料を請求してください。", "Demand the month first."});
        }
        KENPO_TRY(add(transaction, asked));
        return differences;
      });
}

}  // namespace

Result<base::CaseId> propose_slip_release(Ledger& ledger, staff::Approvals& approvals,
                                          const notice::Acting& acting, Month month,
                                          const std::string& reason) {
  SlipRelease asked{.month = month};
  const auto found = KENPO_TRY(keep_asked(ledger, acting, asked));
  const auto different = std::ranges::count_if(found.lines, [](const SlipLine& line) {
    return !line.released && line.difference != SlipDifference::same;
  });
  return approvals.propose(
      acting, {.kind = slip_release_kind_name,
               .reason = reason,
               .change = {std::string(asked.id.text()),
                          {{"month", "", month.iso()},
                           {"slips", "", std::to_string(asked.demands.size())},
                           {"different", "", std::to_string(different)},
                           {"total", found.before.grouped(), found.total.grouped()}}}});
}

Result<> check_slip_released(const std::set<FundId>& released, const VoluntaryDemand& demand) {
  if (released.contains(demand.id)) return base::Done{};
  return collection_fault(
      {"この納付書は、まだ承認されていません。", "The slip was not released."},
      {"納付書は、前月との差を確かめた人と、別の人の承認のあとに渡します（当組合の決め）。",
       "A slip leaves after one person has checked the differences and another one has released "
       "it (the society's rule)."},
      {"「任意継続の請求額の前月との差」の画面で承認を求めてください。",
       "Ask for the release on the page of differences."});
}

}  // namespace kenpo::collection
