#include "collection/arrears_act.h"

#include <algorithm>
#include <map>

#include "collection/allocation_act.h"
#include "collection/arrears_store.h"
#include "collection/debt_act.h"
#include "collection/debt_charge_rule.h"
#include "collection/early_collection_store.h"
#include "collection/pledge_rule.h"
#include "collection/pledge_store.h"
#include "collection/receipt_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/scope.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

template <const notice::Operation& operation>
MemberAccess arrears_access(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

base::Fault arrears_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

/// An employer within the handler's range; a member for handlers of the whole society.
Result<bool> in_range(PayerNames& names, const notice::Recorder& recorder,
                      const PayerId& payer) {
  if (!KENPO_TRY(names.is_employer(payer))) return eligibility::unlimited(recorder);
  return recorder.in_scope(establishment_of(payer));
}

Result<> check_range(PayerNames& names, const notice::Recorder& recorder, const PayerId& payer) {
  if (KENPO_TRY(in_range(names, recorder, payer))) return base::Done{};
  return notice::out_of_scope_fault();
}

/// What the steps and payments about a debt renew.
Renewals renewals_of(const Debt& debt, const std::vector<ArrearsStep>& steps,
                     const std::vector<Allocation>& allocations) {
  Renewals renewals;
  for (const auto& step : steps) {
    if (step.debt != debt.key) continue;
    if (step.measure == Measure::reminder) renewals.reminders.push_back(step.on);
    const bool promised =
        step.measure == Measure::promise || step.measure == Measure::instalments;
    if (promised) renewals.acknowledged.push_back(step.on);
  }
  for (const auto& one : allocations) {
    if (one.debt == debt.key && one.amount > Yen()) renewals.acknowledged.push_back(one.on);
  }
  return renewals;
}

Result<DebtView> view_of(const Debt& debt, const std::vector<ArrearsStep>& steps,
                         const std::vector<Allocation>& allocations, Date today) {
  DebtView view{.debt = debt, .age = age_of(debt, today)};
  view.lapses = KENPO_TRY(lapses_on(debt, renewals_of(debt, steps, allocations)));
  view.reminded_until = reminder_deadline(debt, steps);
  view.charge_waived = charge_waiver(debt, steps) != nullptr;
  if (bears_charge(debt.key) && debt.due < today) {
    // Rates of a year to come are not published: the charge is then not shown.
    auto charge = charge_on(debt, steps, allocations, today);
    if (charge.ok()) view.charge = std::move(charge).value();
  }
  return view;
}

/// When the right to collect one of the payer's debts lapses.
law::Decision<Date> lapses_of(const PayerView& payer, const DebtKey& key) {
  const auto found = std::ranges::find(payer.debts, key,
                                       [](const DebtView& one) { return one.debt.key; });
  KENPO_REQUIRE(found != payer.debts.end());
  return found->lapses;
}

Result<> check_step(const ArrearsStep& step, const PayerView& payer, const Debt& debt,
                    Date today) {
  if (step.measure == Measure::reminder) {
    return arrears_fault({"督促状は、督促状の発行で記録します。", "A reminder has its own act."},
                         {"督促状の発行を使ってください。", "Issue a reminder."});
  }
  if (step.measure > Measure::disposition) {
    return arrears_fault({"延滞金の免除は、別の画面で決めます。", "A waiver has its own act."},
                         {"「延滞金を徴収しない決定」を使ってください。", "Use the waiver."});
  }
  if (step.on > today) {
    return arrears_fault({"措置の日がきょうより後です。", "The day is to come."},
                         {"日付を確かめてください。", "Check the day."});
  }
  if (debt.rest() <= Yen()) {
    return arrears_fault({"納付済みです。", "It is paid."},
                         {"未納の請求を選んでください。", "Choose what is not paid."});
  }
  const bool dated = step.measure == Measure::promise || step.measure == Measure::instalments ||
                     step.measure == Measure::postponement;
  if (dated && (!step.until || *step.until < step.on)) {
    return arrears_fault({"約束か猶予の期日が必要です。", "The day promised is missing."},
                         {"措置の日より後の期日を入れてください。", "Enter a later day."});
  }
  if (step.measure != Measure::disposition) return base::Done{};
  KENPO_TRY(check_not_lapsed(lapses_of(payer, step.debt), today));
  return check_disposition(debt, payer.steps, payer.pledges, step.on);
}

/// The most overdue first; a member's name is read for those on the page alone.
Result<ArrearsPage> page_of(std::map<PayerId, PayerArrears> payers, PayerNames& names,
                            Slice slice) {
  ArrearsPage page{.count = static_cast<std::int64_t>(payers.size())};
  std::vector<PayerArrears> listed;
  for (auto& [payer, row] : payers) {
    page.overdue += row.overdue;
    page.open += row.overdue + row.by_age.at(static_cast<std::size_t>(DebtAge::not_due));
    listed.push_back(std::move(row));
  }
  std::ranges::sort(listed, std::greater{}, [](const PayerArrears& row) {
    return std::pair(row.overdue, row.payer);
  });
  const auto first = std::min(slice.skipped, page.count);
  const auto last = std::min(first + slice.count, page.count);
  for (auto at = first; at < last; ++at) {
    auto& row = listed[static_cast<std::size_t>(at)];
    row.name = KENPO_TRY(names.name(row.payer));
    page.payers.push_back(std::move(row));
  }
  return page;
}

}  // namespace

Result<Debt> debt_of_payer(const PayerView& payer, const DebtKey& key) {
  std::vector<Debt> debts;
  for (const auto& one : payer.debts) debts.push_back(one.debt);
  return known_debt(debts, key);
}

Result<PayerView> load_payer(const store::View& view, const MemberAccess& access,
                             const notice::Recorder& recorder, const PayerId& payer,
                             base::Moment now) {
  PayerNames names(view, access, now);
  KENPO_TRY(check_range(names, recorder, payer));
  PayerView shown{.payer = payer,
                  .name = KENPO_TRY(names.name(payer)),
                  .employer = KENPO_TRY(names.is_employer(payer))};
  if (shown.employer) {
    const auto place = KENPO_TRY(eligibility::find_establishment(view, establishment_of(payer)));
    if (place) shown.postal_code = place->postal_code;
    if (place) shown.address = place->address;
  }
  shown.steps = KENPO_TRY(steps_of_payer(view, access, payer));
  const auto allocations = KENPO_TRY(allocations_of_payer(view, payer));
  for (auto& pledge : KENPO_TRY(pledges_of_payer(view, payer))) {
    auto standing = standing_of(pledge, allocations, now.day());
    shown.pledges.push_back({std::move(pledge), std::move(standing)});
  }
  shown.early = KENPO_TRY(early_collections_of(view, payer));
  std::map<DebtKey, Yen> decided;
  for (const auto& step : KENPO_TRY(late_charge_steps_of(view, payer))) {
    decided[step.demand] += step.amount;
  }
  for (const auto& debt : KENPO_TRY(load_debts_of(view, access, payer))) {
    auto made = KENPO_TRY(view_of(debt, shown.steps, allocations, now.day()));
    if (const auto found = decided.find(debt.key); found != decided.end()) {
      made.charge_decided = found->second;
    }
    made.stage = stage_of(debt, shown.steps, shown.pledges, now.day());
    shown.debts.push_back(std::move(made));
  }
  return shown;
}

Result<ArrearsPage> list_arrears(Ledger& ledger, const notice::Acting& acting, Slice slice) {
  return store::read_under<arrears_list>(
      ledger, acting,
      [&](const Permit<arrears_list>& permit, const store::View& view) -> Result<ArrearsPage> {
        const auto access = arrears_access(permit);
        const auto now = ledger.gate.clock().now();
        PayerNames names(view, access, now);
        const auto steps = KENPO_TRY(list_steps(view));
        const auto allocations = KENPO_TRY(list_allocations(view));
        std::map<PayerId, PayerArrears> payers;
        for (const auto& debt : open_debts(KENPO_TRY(load_debts(view, access)))) {
          const auto& payer = debt.key.payer;
          if (!KENPO_TRY(in_range(names, permit.recorder(), payer))) continue;
          auto& row =
              payers.try_emplace(payer, PayerArrears{.payer = payer, .name = {}}).first->second;
          const auto age = age_of(debt, now.day());
          row.by_age.at(static_cast<std::size_t>(age)) += debt.rest();
          if (age == DebtAge::not_due) continue;
          const auto renewals = renewals_of(debt, steps, allocations);
          const auto lapses = KENPO_TRY(lapses_on(debt, renewals)).value;
          const bool due = KENPO_TRY(reminder_is_due(debt, renewals, now.day()));
          if (due && now.day() < lapses) ++row.reminders_due;
          const bool first = row.overdue == Yen();
          row.overdue += debt.rest();
          row.oldest_due = first ? debt.due : std::min(row.oldest_due, debt.due);
          row.lapses = first ? lapses : std::min(row.lapses, lapses);
        }
        for (const auto& step : steps) {
          const auto found = payers.find(step.debt.payer);
          if (found == payers.end()) continue;
          found->second.last_measure = step.measure;
          found->second.measured_on = step.on;
        }
        return page_of(std::move(payers), names, slice);
      });
}

Result<PayerView> show_payer(Ledger& ledger, const notice::Acting& acting, const PayerId& payer) {
  return store::read_under<arrears_show>(
      ledger, acting,
      [&](const Permit<arrears_show>& permit, const store::View& view) -> Result<PayerView> {
        return load_payer(view, arrears_access(permit), permit.recorder(), payer,
                          ledger.gate.clock().now());
      });
}

Result<> record_step(Ledger& ledger, const notice::Acting& acting, ArrearsStep step) {
  return store::write_under<arrears_record>(
      ledger, acting,
      [&](const Permit<arrears_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = arrears_access(permit);
        const auto payer = KENPO_TRY(
            load_payer(transaction, access, permit.recorder(), step.debt.payer, now));
        const auto debt = KENPO_TRY(debt_of_payer(payer, step.debt));
        KENPO_TRY(check_step(step, payer, debt, now.day()));
        step.by = staff_in(acting);
        step.recorded_at = now;
        return add(transaction, access, step);
      });
}

// 健康保険法180条
Result<> issue_reminder(Ledger& ledger, const notice::Acting& acting, const DebtKey& key,
                        Date deadline) {
  return store::write_under<reminder_issue>(
      ledger, acting,
      [&](const Permit<reminder_issue>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = arrears_access(permit);
        const auto payer =
            KENPO_TRY(load_payer(transaction, access, permit.recorder(), key.payer, now));
        const auto debt = KENPO_TRY(debt_of_payer(payer, key));
        KENPO_TRY(check_reminder(debt, now.day(), deadline));
        KENPO_TRY(check_not_lapsed(lapses_of(payer, key), now.day()));
        return add(transaction, access,
                   ArrearsStep{.debt = key,
                               .measure = Measure::reminder,
                               .on = now.day(),
                               .until = deadline,
                               .amount = debt.rest(),
                               .by = staff_in(acting),
                               .recorded_at = now});
      });
}

Result<Reminder> show_reminder(Ledger& ledger, const notice::Acting& acting, const PayerId& payer,
                               const StepId& step) {
  auto shown = KENPO_TRY(show_payer(ledger, acting, payer));
  const auto found = std::ranges::find(shown.steps, step, &ArrearsStep::id);
  if (found == shown.steps.end() || found->measure != Measure::reminder) {
    return arrears_fault({"その督促状はありません。", "There is no such reminder."},
                         {"一覧から選び直してください。", "Choose it from the list."});
  }
  const auto issued = *found;
  const auto debt = KENPO_TRY(debt_of_payer(shown, issued.debt));
  return Reminder{.payer = std::move(shown), .debt = debt, .step = issued};
}

}  // namespace kenpo::collection
