#include "remuneration/bonus_pay_act.h"

#include <algorithm>
#include <bit>
#include <map>

#include "eligibility/establishment_store.h"
#include "eligibility/work_item_store.h"
#include "law/book.h"
#include "remuneration/bonus_pay_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

namespace {

using base::Date;
using base::Result;
using eligibility::Ledger;
using eligibility::PayForm;
using eligibility::PayState;

constexpr auto of_bonus_pay = notice::Purpose::standard_remuneration_determination;
constexpr int july_of_bonus_pay = 7;
constexpr int september_of_bonus_pay = 9;

Date first_of_july(int year) { return *Date::make(year, july_of_bonus_pay, 1); }

base::Fault bonus_pay_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

Result<int> times_needed(int year) {
  return KENPO_TRY(
             law::Book::carried().count("remuneration.bonus_as_pay.times", first_of_july(year)))
      .value;
}

// 健康保険法3条5項・6項: four times a year or more, or none.
Result<> check_bonus_pay(const BonusPayOrder& order) {
  const int times = KENPO_TRY(times_needed(order.year));
  const int months = std::popcount(order.months);
  if (0 < months && months < times) {
    return bonus_pay_fault(
        {"年4回未満の賞与は報酬になりません", "Fewer than four a year are bonuses"},
        {base::Plain("報酬になるのは年") + times + "回以上支払われるものです",
         base::Plain("Pay is what is paid ") + times + " times a year or more"},
        {"支払月をすべて選ぶか、報酬がないときは一つも選ばないでください",
         "Choose all of its months, or none"});
  }
  if (!order.reason.empty() && order.reason.size() <= bonus_pay_reason_limit_characters * 4) {
    return base::Done{};
  }
  return bonus_pay_fault({"根拠が必要です", "A reason is needed"}, {},
                         {"給与規程など、もとになった定めを書いてください",
                          "Name the rules of pay it was taken from"});
}

Result<base::EstablishmentId> establishment_of(const store::View& view,
                                               const notice::Recorder& recorder,
                                               const std::string& symbol) {
  for (const auto& one : KENPO_TRY(eligibility::list_establishments(view))) {
    if (one.symbol != symbol) continue;
    if (!recorder.in_scope(one.id)) return notice::out_of_scope_fault();
    return one.id;
  }
  return bonus_pay_fault({"この記号の事業所はありません", "No establishment has this symbol"}, {},
                         {"記号を確かめてください", "Check the symbol"});
}

Result<std::int64_t> wait_again(store::Transaction& transaction, const RemunerationAccess& access,
                                const std::vector<eligibility::NotifiedPayId>& ids) {
  std::int64_t again = 0;
  for (const auto& id : ids) {
    const auto pay = KENPO_TRY(eligibility::find_notified_pay(transaction, access, id));
    if (!pay) continue;
    KENPO_TRY(eligibility::set_state(transaction, access, *pay, PayState::waiting));
    ++again;
  }
  return again;
}

/// The items that asked for this decision; what stays undetermined asks again.
Result<> finish_items(store::Transaction& transaction, const RemunerationAccess& access,
                      const BonusPayDecision& decision) {
  const auto month = *base::Month::make(decision.year, september_of_bonus_pay);
  for (const auto& item : KENPO_TRY(eligibility::list_work_items(
           transaction, {.kind = eligibility::WorkKind::not_determined}))) {
    if (item.establishment != decision.establishment || item.month != month) continue;
    KENPO_TRY(eligibility::add(
        transaction, access, item,
        eligibility::WorkMove{.item = item.id,
                              .from = item.state,
                              .to = eligibility::WorkState::finished,
                              .moved_at = decision.decided_at,
                              .moved_by = decision.decided_by,
                              .settled_by = std::string(bonus_pay_decide.japanese)}));
  }
  return base::Done{};
}

/// Regular determinations that waited for it, and every bonus from 1 July on, are decided anew.
Result<std::int64_t> decide_again(store::Transaction& transaction, const RemunerationAccess& access,
                                  const BonusPayDecision& decision) {
  const auto on = *Date::make(decision.year, september_of_bonus_pay, 1);
  const auto july = first_of_july(decision.year);
  auto ids = KENPO_TRY(notified_between(transaction, access, PayForm::regular, PayState::for_people,
                                        decision.establishment, on, on));
  for (const auto& id : KENPO_TRY(notified_between(
           transaction, access, PayForm::bonus, PayState::decided, decision.establishment, july,
           first_of_july(decision.year + 1).plus_days(-1)))) {
    ids.push_back(id);
  }
  return wait_again(transaction, access, ids);
}

}  // namespace

Result<std::vector<BonusPayLine>> show_bonus_pay(Ledger& ledger, const notice::Acting& acting,
                                                 int year) {
  const auto work =
      [&](const notice::Permit<bonus_pay_show>& permit) -> Result<std::vector<BonusPayLine>> {
    const RemunerationAccess access(permit.grant<of_bonus_pay>());
    const auto view = KENPO_TRY(ledger.database.read());
    const int times = KENPO_TRY(times_needed(year));
    std::map<base::EstablishmentId, BonusPayLine> lines;
    const auto line = [&](const base::EstablishmentId& id) -> BonusPayLine& {
      return lines.try_emplace(id, BonusPayLine{.establishment = id}).first->second;
    };
    for (const auto& [id, days] : KENPO_TRY(bonus_days_between(
             view, access, first_of_july(year - 1), first_of_july(year).plus_days(-1)))) {
      if (days >= times) line(id).days = days;
    }
    for (const auto& one : KENPO_TRY(bonus_pay_decisions(view))) {
      if (one.year == year) line(one.establishment).decision = one;
    }
    std::vector<BonusPayLine> found;
    for (auto& [id, one] : lines) {
      if (permit.recorder().in_scope(id)) found.push_back(std::move(one));
    }
    return found;
  };
  return ledger.gate.perform<bonus_pay_show>(acting, work);
}

Result<BonusPayDone> decide_bonus_pay(Ledger& ledger, const notice::Acting& acting,
                                      const BonusPayOrder& order) {
  KENPO_TRY(check_bonus_pay(order));
  const auto work = [&](const notice::Permit<bonus_pay_decide>& permit) -> Result<BonusPayDone> {
    const RemunerationAccess access(permit.grant<of_bonus_pay>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto* staff = std::get_if<base::StaffId>(&acting.actor);
    BonusPayDone done{
        .decision = {.establishment =
                         KENPO_TRY(establishment_of(transaction, permit.recorder(), order.symbol)),
                     .year = order.year,
                     .months = order.months,
                     .reason = order.reason,
                     .decided_at = ledger.gate.clock().now(),
                     .decided_by = staff == nullptr ? std::nullopt : std::optional(*staff)}};
    KENPO_TRY(add(transaction, done.decision));
    KENPO_TRY(finish_items(transaction, access, done.decision));
    done.again = KENPO_TRY(decide_again(transaction, access, done.decision));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return done;
  };
  return ledger.gate.perform<bonus_pay_decide>(acting, work);
}

}  // namespace kenpo::remuneration
