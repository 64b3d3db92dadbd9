#include "remuneration/candidate_rule.h"

#include <algorithm>

namespace kenpo::remuneration {

namespace {

using base::Month;
using base::Result;
using eligibility::NotifiedPay;
using eligibility::YesNo;

constexpr int candidate_april = 4;
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

/// The months from the change on as far as the form has them; later ones are taken to be like their
/// average, which leaves the average as it is.
RevisionInput input_of(const NotifiedPay& pay, Month changed, const StandardRemuneration& before) {
  RevisionInput input;
  input.changed = changed;
  input.worker = pay.short_hours == YesNo::yes
                     ? Worker::short_hours
                     : (pay.part_time == YesNo::yes ? Worker::part_time : Worker::ordinary);
  input.standard = before.standard;
  input.monthly = before.monthly;
  input.fixed_pay = pay.direction == raised ? FixedPay::up : FixedPay::down;
  base::Yen sum;
  std::int64_t known = 0;
  int fewest = 0;
  for (const auto& month : pay.months) {
    if (month.month < changed.month()) continue;
    const auto back_pay = pay.back_pay_month == month.month ? pay.back_pay : base::Yen();
    auto& made = input.months[static_cast<std::size_t>(known)];
    made = {month.base_days, month.pay - back_pay};
    fewest = known == 0 ? month.base_days : std::min(fewest, month.base_days);
    sum += made.pay;
    ++known;
  }
  for (auto at = static_cast<std::size_t>(known); at < input.months.size(); ++at) {
    input.months[at] = {fewest, (base::Share(sum) / known).truncated()};
  }
  return input;
}

}  // namespace

// 健康保険法43条; 昭36.1.26保発4号
Result<std::optional<Candidate>> candidate_from(
    const NotifiedPay& pay, const std::vector<StandardRemuneration>& decisions) {
  if (!pay.change_month || pay.direction == 0 || pay.capped == YesNo::yes) {
    return std::optional<Candidate>();
  }
  const bool in_form = candidate_april <= *pay.change_month && *pay.change_month <= candidate_june;
  if (!in_form || pay.months.front().month != candidate_april) return std::optional<Candidate>();
  const auto changed = *Month::make(pay.on.year(), *pay.change_month);
  const auto from = changed.plus(months_of_revision);
  const auto* before = held_in(decisions, from.plus(-1));
  if (before == nullptr || decided_already(decisions, from)) return std::optional<Candidate>();
  Candidate candidate;
  candidate.kind =
      *pay.change_month == candidate_april ? CandidateKind::certain : CandidateKind::expected;
  candidate.input = input_of(pay, changed, *before);
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
