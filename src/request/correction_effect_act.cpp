#include "request/correction_effect_act.h"

#include <algorithm>

#include "eligibility/insured_period_store.h"
#include "premium/change_effect_act.h"
#include "request/case_act.h"
#include "request/fault.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

bool may(const RequestOffice& office, const notice::Operation& operation,
         const base::StaffId& staff) {
  return office.gate.ruling(operation, staff).refusal == notice::Refusal::none;
}

base::Fault not_of_this_case() {
  return refusal({"この請求では資格の期間を訂正できません。", "This case corrects no period."},
                 {"決定と通知の済んだ訂正等の請求で、本人の資格の期間がいります"
                  "(個人情報保護法34条)。",
                  "It takes a decided request under art. 34 and a period of the person's."},
                 {"請求の状態と資格の期間を確かめてください。", "Check the case and the period."});
}

premium::ChangeNeighbours neighbours_of(const RequestOffice& office) {
  return office.neighbours ? *office.neighbours : premium::ChangeNeighbours{};
}

/// The case under its own statute: kind and state are looked at before anything is computed.
Result<CaseFile> correction_case(RequestOffice& office, const notice::Acting& acting,
                                 const base::CaseId& id) {
  const auto work = [&](const Permit<correction_show_operation>& permit) -> Result<CaseFile> {
    const auto view = KENPO_TRY(office.database.read());
    auto file = KENPO_TRY(need_case(view, RequestAccess(permit), id));
    if (!is_correction(file.request.kind) || file.request.held == Held::no) {
      return not_of_this_case();
    }
    return file;
  };
  return office.gate.perform<correction_show_operation>(acting, work);
}

Result<> check_own_period(RequestOffice& office, const notice::Acting& acting,
                          const base::CaseId& id, const eligibility::PeriodId& period) {
  const auto periods = KENPO_TRY(periods_of_case(office, acting, id));
  if (std::ranges::find(periods, period, &eligibility::InsuredPeriod::id) != periods.end()) {
    return base::Done{};
  }
  return not_of_this_case();
}

/// The step of the case, in the transaction that saves the period: both or none.
Result<> write_period_step(const Permit<correction_apply_operation>& permit,
                           store::Transaction& transaction, const base::CaseId& id,
                           const premium::SavedChange& saved, const notice::Acting& acting) {
  const RequestAccess access(permit);
  const auto file = KENPO_TRY(need_case(transaction, access, id));
  KENPO_TRY(write_step(
      transaction, access, file,
      {.event = Event::execute,
       .words = "資格の期間を訂正した。訂正の番号 " + std::string(saved.id.text())},
      acting, saved.decided_at));
  // The change's own leaf is written by its commit; this one stands before it.
  return permit.recorder().make_durable();
}

}  // namespace

bool may_see_premiums(const RequestOffice& office, const base::StaffId& staff) {
  return may(office, premium::premium_change_preview, staff);
}

bool may_correct_periods(const RequestOffice& office, const base::StaffId& staff) {
  return may(office, correction_periods_operation, staff) &&
         may(office, premium::premium_change_save, staff) &&
         may(office, correction_apply_operation, staff);
}

Result<std::optional<premium::ChangeEffect>> birth_effect(RequestOffice& office,
                                                          const notice::Acting& acting,
                                                          const Correction& correction) {
  using Effect = std::optional<premium::ChangeEffect>;
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  const bool seen = staff != nullptr && may_see_premiums(office, *staff) &&
                    correction.before.born != correction.after.born;
  if (!seen) return Effect();
  auto ledger = office.ledger();
  auto effect = KENPO_TRY(premium::preview_change(
      ledger, acting,
      {.person = correction.before.id,
       .detail = premium::BirthCorrection{.born = correction.after.born}},
      neighbours_of(office)));
  return Effect(std::move(effect));
}

Result<std::vector<eligibility::InsuredPeriod>> periods_of_case(RequestOffice& office,
                                                                const notice::Acting& acting,
                                                                const base::CaseId& id) {
  using Periods = std::vector<eligibility::InsuredPeriod>;
  const auto file = KENPO_TRY(correction_case(office, acting, id));
  const auto work = [&](const Permit<correction_periods_operation>& permit) -> Result<Periods> {
    const auto view = KENPO_TRY(office.database.read());
    const auto now = office.gate.clock().now();
    const eligibility::MemberAccess access(permit.grant<notice::Purpose::member_administration>());
    Periods held;
    for (const auto& person : KENPO_TRY(people_of(view, file.request, now))) {
      for (auto& period : KENPO_TRY(eligibility::periods_of(view, access, person, now))) {
        if (permit.recorder().in_scope(period.establishment)) held.push_back(std::move(period));
      }
    }
    return held;
  };
  return office.gate.perform<correction_periods_operation>(acting, work);
}

Result<premium::ChangeEffect> preview_period(RequestOffice& office, const notice::Acting& acting,
                                             const base::CaseId& id,
                                             const premium::PeriodCorrection& correction) {
  const auto file = KENPO_TRY(correction_case(office, acting, id));
  KENPO_TRY(check_own_period(office, acting, id, correction.period));
  auto ledger = office.ledger();
  return premium::preview_change(ledger, acting, {file.request.person, correction},
                                 neighbours_of(office));
}

// 個人情報保護法34条2項
Result<premium::SavedChange> correct_period(RequestOffice& office, const notice::Acting& acting,
                                            const base::CaseId& id,
                                            const premium::PeriodCorrection& correction,
                                            base::Yen expected) {
  const auto file = KENPO_TRY(correction_case(office, acting, id));
  KENPO_TRY(check_own_period(office, acting, id, correction.period));
  KENPO_TRY(after(standing_of(file), Event::execute));
  const auto work =
      [&](const Permit<correction_apply_operation>& permit) -> Result<premium::SavedChange> {
    auto ledger = office.ledger();
    return premium::save_change(
        ledger, acting,
        {.change = {file.request.person, correction},
         .reason = "個人情報保護法34条の訂正。請求の番号 " + std::string(id.text()),
         .expected = expected,
         .together = [&](store::Transaction& transaction, const premium::SavedChange& saved) {
           return write_period_step(permit, transaction, id, saved, acting);
         }});
  };
  return office.gate.perform<correction_apply_operation>(acting, work);
}

}  // namespace kenpo::request
