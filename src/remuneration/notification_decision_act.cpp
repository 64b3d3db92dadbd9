#include "remuneration/notification_decision_act.h"

#include <algorithm>

#include "eligibility/notified_pay_store.h"
#include "remuneration/bonus_rule.h"
#include "remuneration/needless_regular_act.h"
#include "remuneration/regular_round_rule.h"
#include "remuneration/regular_rule.h"
#include "remuneration/revision_rule.h"

namespace kenpo::remuneration {

namespace {

using base::Month;
using base::Result;
using eligibility::NotifiedPay;
using eligibility::WorkKind;
using eligibility::YesNo;

// Months of the calendar as the articles name them, not figures that change.
constexpr int april = 4;
constexpr int june = 6;
constexpr int july_of_round = 7;
constexpr int september = 9;
constexpr int months_used = 3;

Worker worker_of(const NotifiedPay& pay) {
  if (pay.short_hours == YesNo::yes) return Worker::short_hours;
  return pay.part_time == YesNo::yes ? Worker::part_time : Worker::ordinary;
}

/// The decisions about the notification's period, in the order of their months.
Result<std::vector<StandardRemuneration>> decisions_so_far(const LedgerReading& reading,
                                                           const NotifiedPay& pay) {
  auto all =
      KENPO_TRY(remunerations_of(reading.view, reading.access, pay.person, reading.now));
  std::erase_if(all, [&](const StandardRemuneration& one) { return one.period != pay.period; });
  return all;
}

/// The decision in force in the month; nullptr before the first.
const StandardRemuneration* in_force(const std::vector<StandardRemuneration>& decisions,
                                     Month month) {
  const StandardRemuneration* held = nullptr;
  for (const auto& decision : decisions) {
    if (decision.from <= month) held = &decision;
  }
  return held;
}

/// What bonuses add to each month of the regular determination.
struct BonusPart {
  law::Decision<base::Yen> monthly;
  bool undecided = false;  // paid four times or more, and nobody said whether it is pay
};

/// 健康保険法3条5項・6項: which bonuses are pay is decided for the establishment, year by year.
Result<BonusPart> paid_as_bonus(const LedgerReading& reading, const NotifiedPay& pay, int year) {
  const auto end = base::Month::make(year, july_of_round)->first_day();
  const auto begin = base::Month::make(year - 1, july_of_round)->first_day();
  const auto* decision = find_bonus_pay(reading.bonus_pay, pay.establishment, year);
  std::vector<BonusPayment> payments;
  for (const auto& one :
       KENPO_TRY(eligibility::bonuses_of(reading.view, reading.access, pay.person, begin,
                                         end.plus_days(-1)))) {
    if (one.period != pay.period || one.state == eligibility::PayState::cancelled) continue;
    if (decision != nullptr && !decision->holds(one.on.month())) continue;
    payments.push_back({one.on, one.amount});
  }
  if (payments.empty()) return BonusPart{};
  if (decision != nullptr) return BonusPart{share_of_bonuses(year, payments)};
  BonusPart part{KENPO_TRY(bonus_as_pay(year, payments))};
  part.undecided = part.monthly.value > base::Yen();
  return part;
}

StandardRemuneration decision_from(const NotifiedPay& pay, DeterminationKind kind, Month from,
                                   base::Yen monthly, const Grade& grade) {
  return {.person = pay.person,
          .period = pay.period,
          .kind = kind,
          .from = from,
          .monthly = monthly,
          .standard = grade.standard,
          .grade = grade.number,
          .source = pay.id};
}

Result<> keep_decision(const Deciding& deciding, const StandardRemuneration& decision) {
  if (decision.kind == DeterminationKind::revision) {
    KENPO_TRY(
        end_needless_regular(deciding.transaction, deciding.access, decision, deciding.now));
  }
  return put(deciding.transaction, deciding.access, decision, deciding.now);
}

Result<> keep_basis(const Deciding& deciding, const NotifiedPay& pay,
                    const std::vector<law::Basis>& basis) {
  return put_basis(deciding.transaction, deciding.access, pay.person, pay.id.text(),
                   lines_of(basis));
}

/// Pay of the notification as the regular determination takes it.
RegularInput regular_input(const NotifiedPay& pay, const eligibility::InsuredPeriod& period,
                           int year) {
  RegularInput input;
  input.year = year;
  input.worker = worker_of(pay);
  for (std::size_t at = 0; at < pay.months.size(); ++at) {
    const auto& month = pay.months[at];
    input.months[at] = {month.base_days, month.pay,
                        pay.back_pay_month == month.month ? pay.back_pay : base::Yen()};
  }
  const auto acquired = period.acquired.in_month();
  if (pay.joined_midway == YesNo::yes && acquired.year() == year && acquired.month() >= april &&
      acquired.month() <= june) {
    input.partial_entry = acquired.month();
  }
  return input;
}

/// Those whom art 41(3) and the forms leave out of the regular determination.
bool outside_regular(const NotifiedPay& pay, const eligibility::InsuredPeriod& period,
                     const std::vector<StandardRemuneration>& decisions, int year) {
  if (pay.revision_expected == YesNo::yes || !employed_for_regular(period, year)) return true;
  return std::ranges::any_of(decisions, [&](const StandardRemuneration& decision) {
    return replaces_regular(decision, year);
  });
}

}  // namespace

Result<std::optional<eligibility::InsuredPeriod>> period_of(const LedgerReading& reading,
                                                            const NotifiedPay& pay) {
  const auto periods =
      KENPO_TRY(eligibility::periods_of(reading.view, reading.access, pay.person, reading.now));
  const auto found = std::ranges::find(periods, pay.period, &eligibility::InsuredPeriod::id);
  return found == periods.end() ? std::optional<eligibility::InsuredPeriod>() : *found;
}

bool needs_other_workplaces(const NotifiedPay& pay, const eligibility::InsuredPeriod& period) {
  const bool both = pay.two_workplaces == YesNo::yes || period.two_workplaces == YesNo::yes;
  return both && pay.form != eligibility::PayForm::bonus;
}

// 健康保険法42条
Result<Verdict> decide_acquisition(const Deciding& deciding, const NotifiedPay& pay) {
  if (pay.capped == YesNo::yes) return Verdict(WorkKind::amount_capped);
  auto graded = KENPO_TRY(explain_grade(pay.on, pay.amount));
  std::vector<law::Basis> basis{
      {{"資格取得日", "Acquired"}, "健康保険法42条1項", pay.on},
      {{"届け出られた報酬月額", "Monthly remuneration notified"}, "健康保険法42条1項", pay.amount}};
  for (auto& line : graded.basis) basis.push_back(std::move(line));
  KENPO_TRY(keep_decision(deciding, decision_from(pay, DeterminationKind::acquisition,
                                                  pay.on.in_month(), pay.amount, graded.value)));
  KENPO_TRY(keep_basis(deciding, pay, basis));
  return Verdict();
}

// 健康保険法41条
Result<RegularOutcome> work_out_regular(const LedgerReading& reading, const NotifiedPay& pay) {
  RegularOutcome outcome;
  const auto for_people = [&](WorkKind kind) {
    outcome.verdict = kind;
    return outcome;
  };
  const auto period = KENPO_TRY(period_of(reading, pay));
  if (!period) return for_people(WorkKind::pay_after_loss);
  if (needs_other_workplaces(pay, *period)) return for_people(WorkKind::two_workplaces);
  const Month from = pay.on.in_month();
  if (pay.capped == YesNo::yes) return for_people(WorkKind::amount_capped);
  if (pay.annual_average == YesNo::yes) return for_people(WorkKind::annual_average);
  const auto decisions = KENPO_TRY(decisions_so_far(reading, pay));
  const bool april_to_june = pay.months.front().month == april && pay.months.back().month == june;
  if (from.month() != september || !april_to_june ||
      outside_regular(pay, *period, decisions, from.year())) {
    return for_people(WorkKind::not_determined);
  }
  auto input = regular_input(pay, *period, from.year());
  const auto* before = in_force(decisions, from.plus(-1));
  if (before != nullptr) input.previous_standard = before->standard;
  const auto bonus = KENPO_TRY(paid_as_bonus(reading, pay, from.year()));
  if (bonus.undecided) {
    auto lines = bonus.monthly.basis;
    lines.push_back({{"賞与が報酬に当たるかを事業所ごとに決めていない",
                      "Whether its bonuses are pay was not decided for the establishment"},
                     "健康保険法3条5項・6項",
                     true});
    outcome.basis = encode_basis(lines_of(lines));
    return for_people(WorkKind::not_determined);
  }
  input.bonus_as_pay = bonus.monthly.value;
  auto decision = KENPO_TRY(determine_regular(input));
  decision.basis.insert(decision.basis.begin(), bonus.monthly.basis.begin(),
                        bonus.monthly.basis.end());
  outcome.basis = encode_basis(lines_of(decision.basis));
  if (!decision.value.grade) return for_people(WorkKind::not_determined);
  const auto monthly = decision.value.average.value_or(
      before != nullptr ? before->monthly : decision.value.grade->standard);
  outcome.decision =
      decision_from(pay, DeterminationKind::regular, from, monthly, *decision.value.grade);
  if (std::ranges::find(decisions, from, &StandardRemuneration::from) != decisions.end()) {
    outcome.takes = Takes::place_of_another;
  }
  return outcome;
}

Result<Verdict> keep_regular(const Deciding& deciding, const NotifiedPay& pay,
                             const RegularOutcome& outcome) {
  if (!outcome.basis.empty()) {
    KENPO_TRY(put_basis(deciding.transaction, deciding.access, pay.person, pay.id.text(),
                        outcome.basis));
  }
  if (!outcome.decision) return outcome.verdict;
  if (outcome.takes == Takes::free_place) {
    KENPO_TRY(add(deciding.transaction, deciding.access, *outcome.decision, deciding.now));
  } else {
    KENPO_TRY(keep_decision(deciding, *outcome.decision));
  }
  return outcome.verdict;
}

// 健康保険法43条
Result<Verdict> decide_revision(const Deciding& deciding, const NotifiedPay& pay) {
  const Month from = pay.on.in_month();
  if (pay.capped == YesNo::yes) return Verdict(WorkKind::amount_capped);
  const auto decisions = KENPO_TRY(decisions_so_far(deciding.reading(), pay));
  const auto* before = in_force(decisions, from.plus(-1));
  if (before == nullptr) return Verdict(WorkKind::not_determined);
  constexpr FixedPay directions[] = {FixedPay::none, FixedPay::up, FixedPay::down};
  RevisionInput input{.changed = from.plus(-months_used),
                      .worker = worker_of(pay),
                      .standard = before->standard,
                      .monthly = before->monthly,
                      .fixed_pay = directions[std::clamp(pay.direction, 0, 2)],
                      .months = {}};
  for (std::size_t at = 0; at < pay.months.size(); ++at) {
    const auto& month = pay.months[at];
    if (month.month != input.changed.plus(static_cast<int>(at)).month()) {
      return Verdict(WorkKind::not_determined);
    }
    const auto back_pay = pay.back_pay_month == month.month ? pay.back_pay : base::Yen();
    input.months[at] = {month.base_days, month.pay - back_pay};
  }
  const auto decision = KENPO_TRY(determine_revision(input));
  KENPO_TRY(keep_basis(deciding, pay, decision.basis));
  if (!decision.value.revised || !decision.value.grade) {
    return Verdict(WorkKind::revision_not_met);
  }
  KENPO_TRY(keep_decision(
      deciding, decision_from(pay, DeterminationKind::revision, decision.value.from,
                              decision.value.average, *decision.value.grade)));
  return Verdict();
}

}  // namespace kenpo::remuneration
