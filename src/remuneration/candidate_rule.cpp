#include "remuneration/candidate_rule.h"

#include <algorithm>

namespace kenpo::remuneration {

namespace {

using base::Month;
using base::Result;
using eligibility::NotifiedPay;
using eligibility::YesNo;

constexpr int candidate_june = 6;
constexpr int months_of_revision = 3;
constexpr int raised = 1;

const StandardRemuneration* held_in(const std::vector<StandardRemuneration>& decisions,
                                    Month month) {
  const StandardRemuneration* held = nullptr;
  for (const auto& one : decisions) {
    if (one.from <= month && (held == nullptr || held->from < one.from)) held = &one;
  }
  return held;
}

bool decided_already(const std::vector<StandardRemuneration>& decisions, Month from) {
  for (const auto& one : decisions) {
    if (one.from == from && one.kind != DeterminationKind::regular) return true;
  }
  return false;
}

/// The first of the three months that a notification tells of.
std::optional<Month> first_told(const NotifiedPay& pay) {
  switch (pay.form) {
    case eligibility::PayForm::regular:
      return Month::make(pay.on.year(), pay.months.front().month);
    case eligibility::PayForm::revision:
      return pay.on.in_month().plus(-months_of_revision);
    case eligibility::PayForm::pay_report:
      return pay.on.in_month();
    case eligibility::PayForm::acquisition:
    case eligibility::PayForm::bonus:
      break;
  }
  return std::nullopt;
}

/// The pay of one month without back pay, as it was told last; nullopt: nobody has told it.
std::optional<RevisionMonth> pay_of(Month month, const std::vector<NotifiedPay>& told) {
  std::optional<RevisionMonth> found;
  for (const auto& one : told) {
    const auto first = first_told(one);
    if (!first || one.capped == YesNo::yes || month < *first) continue;
    const auto at = static_cast<std::size_t>(month.since(*first));
    if (at >= one.months.size()) continue;
    const auto& made = one.months[at];
    if (made.base_days == 0 && made.pay == base::Yen()) continue;
    const auto back_pay = one.back_pay_month == made.month ? one.back_pay : base::Yen();
    found = RevisionMonth{made.base_days, made.pay - back_pay};
  }
  return found;
}

struct MonthsOfRevision {
  RevisionInput input;
  int known = 0;
};

/// The months from the change on as far as they are known; later ones are taken to be like their
/// average, which leaves the average as it is.
MonthsOfRevision input_of(const NotifiedPay& pay, Month changed,
                          const std::vector<NotifiedPay>& told,
                          const StandardRemuneration& before) {
  MonthsOfRevision made;
  auto& input = made.input;
  input.changed = changed;
  input.worker = pay.short_hours == YesNo::yes
                     ? Worker::short_hours
                     : (pay.part_time == YesNo::yes ? Worker::part_time : Worker::ordinary);
  input.standard = before.standard;
  input.monthly = before.monthly;
  input.fixed_pay = pay.direction == raised ? FixedPay::up : FixedPay::down;
  base::Yen sum;
  int fewest = 0;
  for (int at = 0; at < months_of_revision; ++at) {
    const auto month = pay_of(changed.plus(at), told);
    if (!month) break;
    input.months[static_cast<std::size_t>(at)] = *month;
    fewest = at == 0 ? month->base_days : std::min(fewest, month->base_days);
    sum += month->pay;
    ++made.known;
  }
  for (auto at = made.known; made.known > 0 && at < months_of_revision; ++at) {
    input.months[static_cast<std::size_t>(at)] = {fewest,
                                                  (base::Share(sum) / made.known).truncated()};
  }
  return made;
}

}  // namespace

std::optional<Month> month_of_change(const NotifiedPay& pay) {
  if (!pay.change_month || pay.direction == 0) return std::nullopt;
  if (pay.form == eligibility::PayForm::pay_report) return pay.on.in_month();
  // Made by 10 July: a later month is not yet known, or of the year before.
  if (pay.form != eligibility::PayForm::regular || *pay.change_month > candidate_june) {
    return std::nullopt;
  }
  return Month::make(pay.on.year(), *pay.change_month);
}

// 健康保険法43条; 昭36.1.26保発4号
Result<std::optional<Candidate>> candidate_from(
    const NotifiedPay& pay, const std::vector<NotifiedPay>& told,
    const std::vector<StandardRemuneration>& decisions) {
  const auto changed = month_of_change(pay);
  if (!changed || pay.capped == YesNo::yes) return std::optional<Candidate>();
  const auto from = changed->plus(months_of_revision);
  const auto* before = held_in(decisions, from.plus(-1));
  if (before == nullptr || decided_already(decisions, from)) return std::optional<Candidate>();
  auto months = input_of(pay, *changed, told, *before);
  if (months.known == 0) return std::optional<Candidate>();
  Candidate candidate;
  candidate.kind =
      months.known == months_of_revision ? CandidateKind::certain : CandidateKind::expected;
  candidate.input = months.input;
  auto decision = KENPO_TRY(determine_revision(candidate.input));
  if (!decision.value.grade) return std::optional<Candidate>();
  candidate.from = from;
  candidate.average = decision.value.average;
  candidate.present = before->standard;
  candidate.present_grade = before->grade;
  candidate.standard = decision.value.grade->standard;
  candidate.grade = decision.value.grade->number;
  candidate.lines = lines_of(decision.basis);
  return std::optional(std::move(candidate));
}

}  // namespace kenpo::remuneration
