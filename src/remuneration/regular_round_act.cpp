#include "remuneration/regular_round_act.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "eligibility/insured_period_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/regular_round_rule.h"
#include "remuneration/regular_round_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::InsuredPeriod;
using eligibility::Ledger;
using eligibility::PayForm;
using eligibility::PayState;

constexpr auto of_determination = notice::Purpose::standard_remuneration_determination;
constexpr int applies_from_month = 9;

base::Date applies_from(int year) { return *base::Date::make(year, applies_from_month, 1); }

/// What is known of a period that may need a determination.
struct RoundPeriod {
  base::EstablishmentId establishment;
  bool employed = false;
  bool replaced = false;
  bool decided = false;
  bool regular = false;  // a regular determination stands
  std::optional<PayState> notified = {};
};
using RoundPeriods = std::unordered_map<eligibility::PeriodId, RoundPeriod>;

void count_into(RoundRow& row, const RoundPeriod& period) {
  const bool due = period.employed && !period.replaced;
  if (!due) {
    const bool was_decided = period.notified && *period.notified == PayState::decided;
    row.needless += period.notified && !was_decided ? 1 : 0;
    row.replaced += period.replaced && (was_decided || period.regular) ? 1 : 0;
    row.doubled += period.replaced && period.regular ? 1 : 0;
    return;
  }
  ++row.due;
  if (period.decided) {
    ++row.decided;
  } else if (!period.notified) {
    ++row.missing;
  } else if (*period.notified == PayState::for_people) {
    ++row.for_people;
  } else {
    ++row.waiting;
  }
}

Result<RoundPeriods> round_periods(const store::View& view, const RemunerationAccess& access,
                                   const notice::Recorder& recorder, int year) {
  RoundPeriods periods;
  KENPO_TRY(eligibility::each_period(view, access, [&](const InsuredPeriod& period) {
    if (!recorder.in_scope(period.establishment)) return;
    periods.emplace(period.id,
                    RoundPeriod{period.establishment, employed_for_regular(period, year)});
  }));
  KENPO_TRY(each_remuneration(view, access, *base::Month::make(year, applies_from_month),
                              [&](const StandardRemuneration& decision) {
                                const auto at = periods.find(decision.period);
                                if (at == periods.end()) return;
                                at->second.replaced =
                                    at->second.replaced || replaces_regular(decision, year);
                                at->second.decided =
                                    at->second.decided || is_of_september(decision, year);
                                at->second.regular =
                                    at->second.regular ||
                                    (is_of_september(decision, year) &&
                                     decision.kind == DeterminationKind::regular);
                              }));
  KENPO_TRY(each_notified_state(view, access, PayForm::regular, applies_from(year),
                                [&](const NotifiedState& notified) {
                                  const auto at = periods.find(notified.period);
                                  if (at != periods.end()) at->second.notified = notified.state;
                                }));
  return periods;
}

/// The people of an establishment who are due and were not notified.
Result<std::vector<InsuredPeriod>> missing_periods(const store::View& view,
                                                   const RemunerationAccess& access, int year,
                                                   const base::EstablishmentId& establishment,
                                                   base::Moment now) {
  std::vector<InsuredPeriod> missing;
  for (const auto& person : KENPO_TRY(eligibility::people_of(view, access, establishment))) {
    const auto decisions = KENPO_TRY(remunerations_of(view, access, person, now));
    for (auto& period : KENPO_TRY(eligibility::periods_of(view, access, person, now))) {
      if (period.establishment != establishment || !employed_for_regular(period, year)) continue;
      const bool settled = std::ranges::any_of(decisions, [&](const StandardRemuneration& one) {
        return one.period == period.id &&
               (replaces_regular(one, year) || is_of_september(one, year));
      });
      if (settled) continue;
      if (KENPO_TRY(was_notified(view, access, person, period.id, PayForm::regular,
                                 applies_from(year)))) {
        continue;
      }
      missing.push_back(std::move(period));
    }
  }
  return missing;
}

}  // namespace

Result<RegularRound> show_regular_round(Ledger& ledger, const notice::Acting& acting, int year) {
  const auto work =
      [&](const notice::Permit<remuneration_round_show>& permit) -> Result<RegularRound> {
    const RemunerationAccess access(permit.grant<of_determination>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto periods = KENPO_TRY(round_periods(view, access, permit.recorder(), year));
    std::map<base::EstablishmentId, RoundRow> rows;
    RegularRound round{.year = year, .total = {.establishment = base::EstablishmentId::draw()}};
    for (const auto& [id, period] : periods) {
      auto& row =
          rows.try_emplace(period.establishment, RoundRow{period.establishment}).first->second;
      count_into(row, period);
      count_into(round.total, period);
    }
    for (const auto& [establishment, row] : rows) {
      if (row.due + row.needless + row.replaced > 0) round.rows.push_back(row);
    }
    std::ranges::sort(round.rows, [](const RoundRow& left, const RoundRow& right) {
      return std::pair(right.missing, right.due) < std::pair(left.missing, left.due);
    });
    return round;
  };
  return ledger.gate.perform<remuneration_round_show>(acting, work);
}

Result<MissingPage> show_missing(Ledger& ledger, const notice::Acting& acting, int year,
                                 const base::EstablishmentId& establishment, std::int64_t skipped) {
  const auto work =
      [&](const notice::Permit<remuneration_round_show>& permit) -> Result<MissingPage> {
    if (!permit.recorder().in_scope(establishment)) return notice::out_of_scope_fault();
    const RemunerationAccess access(permit.grant<of_determination>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto missing = KENPO_TRY(missing_periods(view, access, year, establishment, now));
    MissingPage page{{}, static_cast<std::int64_t>(missing.size())};
    const auto last = std::min(page.count, skipped + missing_of_a_page);
    for (auto at = skipped; at < last; ++at) {
      const auto& period = missing[static_cast<std::size_t>(at)];
      page.people.push_back(
          {period.person, period.id,
           KENPO_TRY(eligibility::insured_name(view, access, period.person, period.id, now)),
           period.acquired});
    }
    return page;
  };
  return ledger.gate.perform<remuneration_round_show>(acting, work);
}

Result<std::int64_t> ask_for_missing(Ledger& ledger, const notice::Acting& acting, int year,
                                     const base::EstablishmentId& establishment) {
  const auto work =
      [&](const notice::Permit<remuneration_round_ask>& permit) -> Result<std::int64_t> {
    if (!permit.recorder().in_scope(establishment)) return notice::out_of_scope_fault();
    const RemunerationAccess access(permit.grant<of_determination>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    const auto month = *base::Month::make(year, applies_from_month);
    std::int64_t opened = 0;
    for (const auto& period :
         KENPO_TRY(missing_periods(transaction, access, year, establishment, now))) {
      const auto kind = eligibility::WorkKind::not_determined;
      if (KENPO_TRY(eligibility::has_open_item(transaction, period.person, kind, month))) continue;
      KENPO_TRY(eligibility::add(transaction,
                                 eligibility::WorkItem{.kind = kind,
                                                       .person = period.person,
                                                       .establishment = establishment,
                                                       .case_id = base::CaseId::draw(),
                                                       .month = month,
                                                       .due = now.day().plus_days(ask_due_days),
                                                       .opened_at = now}));
      ++opened;
    }
    if (opened > 0) KENPO_TRY(transaction.commit(permit.recorder()));
    return opened;
  };
  return ledger.gate.perform<remuneration_round_ask>(acting, work);
}

}  // namespace kenpo::remuneration
