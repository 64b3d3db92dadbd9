#include "remuneration/manual_rule.h"

#include <algorithm>

#include "law/book.h"
#include "remuneration/two_workplaces_rule.h"

namespace kenpo::remuneration {

namespace {

using base::Month;
using base::Result;
using eligibility::InsuredPeriod;
using Outcome = law::Decision<ManualOutcome>;
using Decisions = std::vector<StandardRemuneration>;

constexpr int september_of_regular = 9;

base::Fault manual_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

const StandardRemuneration* standing_in(const Decisions& decisions, Month month) {
  const StandardRemuneration* held = nullptr;
  for (const auto& one : decisions) {
    if (one.from <= month && (held == nullptr || held->from < one.from)) held = &one;
  }
  return held;
}

/// The standard in force the month before; a fault where the rule needs one.
Result<const StandardRemuneration*> needed_before(const Decisions& decisions, Month from) {
  const auto* before = standing_in(decisions, from.plus(-1));
  if (before != nullptr) return before;
  return manual_fault(
      {"従前の標準報酬月額がありません", "There is no present standard"},
      {"改定は、前の月の標準報酬月額と比べて決めます",
       "A revision is compared with the standard of the month before"},
      {"資格取得時の決定を先に登録してください", "Decide the standard at acquisition first"});
}

base::Fault conditions_not_met(const base::Words& what) {
  return manual_fault(
      what,
      {"要件を満たさないため、標準報酬月額は変わりません",
       "The conditions are not met: the standard stays"},
      {"入力した日数・報酬・等級差を確かめてください", "Check days, pay and grades"});
}

base::Yen average_of(const RevisionInput& input) {
  base::Yen sum;
  for (const auto& month : input.months) sum += month.pay;
  constexpr std::int64_t months = 3;
  return (base::Share(sum) / months).truncated();
}

struct ManualDecider {
  const InsuredPeriod& period;
  const Decisions& decisions;

  Result<Outcome> operator()(LeaveEndInput input) const {
    const auto from = leave_end_from(input.ended_on);
    const auto* before = KENPO_TRY(needed_before(decisions, from));
    input.standard = before->standard;
    auto made = KENPO_TRY(determine_leave_end(input));
    if (!made.value.grade) {
      return conditions_not_met(
          {"休業終了時改定の要件を満たしません", "The conditions of the revision are not met"});
    }
    return Outcome{{from, *made.value.average, *made.value.grade}, std::move(made.basis)};
  }
  Result<Outcome> operator()(AnnualRegularInput input) const {
    const auto from = *Month::make(input.ordinary.year, september_of_regular);
    auto made = KENPO_TRY(determine_annual_regular(input));
    if (!made.value.used) {
      return conditions_not_met(
          {"年間平均の要件を満たしません", "The conditions of the yearly average are not met"});
    }
    return Outcome{{from, *made.value.average, *made.value.annual}, std::move(made.basis)};
  }
  Result<Outcome> operator()(AnnualRevisionInput input) const {
    const auto from = input.changed.plus(3);
    const auto* before = KENPO_TRY(needed_before(decisions, from));
    input.standard = before->standard;
    input.monthly = before->monthly;
    auto made = KENPO_TRY(determine_annual_revision(input));
    if (!made.value.revised) {
      return conditions_not_met(
          {"随時改定の要件を満たしません", "The conditions of the revision are not met"});
    }
    if (!made.value.used) {
      return conditions_not_met(
          {"年間平均の要件を満たしません", "The conditions of the yearly average are not met"});
    }
    return Outcome{{from, *made.value.average, *made.value.annual}, std::move(made.basis)};
  }
  Result<Outcome> operator()(RevisionInput input) const {
    const auto from = input.changed.plus(3);
    const auto* before = KENPO_TRY(needed_before(decisions, from));
    input.standard = before->standard;
    input.monthly = before->monthly;
    auto made = KENPO_TRY(determine_revision(input));
    if (!made.value.grade) {
      return conditions_not_met(
          {"随時改定の要件を満たしません", "The conditions of the revision are not met"});
    }
    return Outcome{{from, made.value.average, *made.value.grade}, std::move(made.basis)};
  }
  Result<Outcome> operator()(const WorkplacesInput& input) const {
    std::vector<base::Yen> monthly{input.own};
    for (const auto& other : input.others) monthly.push_back(other.monthly);
    auto made = KENPO_TRY(grade_of_workplaces(input.from, monthly));
    base::Yen sum;
    for (const auto one : monthly) sum += one;
    if (std::ranges::any_of(monthly, [](base::Yen one) { return one <= base::Yen(); })) {
      return conditions_not_met(
          {"報酬月額のない事業所があります", "The pay at a workplace is missing"});
    }
    return Outcome{{input.from, sum, made.value}, std::move(made.basis)};
  }
  // 健康保険法43条1項・44条3項: the days are looked at where the pay changed, the grades on the sum.
  Result<Outcome> operator()(const WorkplacesRevisionInput& input) const {
    const auto places = with_changed(input);
    auto summed = KENPO_TRY((*this)(places));
    const auto* before = KENPO_TRY(needed_before(decisions, places.from));
    auto whole = input.changed;
    whole.standard = before->standard;
    whole.monthly = before->monthly;
    const auto rest = summed.value.monthly - average_of(input.changed);
    for (auto& month : whole.months) month.pay += rest;
    auto made = KENPO_TRY(determine_revision(whole));
    if (!made.value.grade) {
      return conditions_not_met(
          {"合算した額で随時改定の要件を満たしません",
           "The conditions of the revision are not met on the sum"});
    }
    auto basis = std::move(summed.basis);
    for (auto& line : made.basis) basis.push_back(std::move(line));
    return Outcome{{places.from, made.value.average, *made.value.grade}, std::move(basis)};
  }
  Result<Outcome> operator()(const InsurerInput& input) const {
    auto made = KENPO_TRY(explain_grade(input.from.first_day(), input.monthly));
    std::vector<law::Basis> basis{{{"規約の方法による報酬月額", "Amount by the society's charter"},
                                   "健康保険法44条1項・2項",
                                   input.monthly}};
    for (auto& line : made.basis) basis.push_back(std::move(line));
    return Outcome{{input.from, input.monthly, made.value}, std::move(basis)};
  }
};

Result<> check_month(const InsuredPeriod& period, Month from) {
  const bool begun = period.acquired.in_month() <= from;
  const bool going = !period.lost || from <= period.lost->plus_days(-1).in_month();
  if (begun && going) return base::Done{};
  return manual_fault({"適用する月に資格がありません", "Not insured in that month"},
                      {"標準報酬月額は、資格のある月から適用します",
                       "A standard applies from a month of insured status"},
                      {"入力した月と資格の期間を確かめてください", "Check month and period"});
}

}  // namespace

WorkplacesInput with_changed(const WorkplacesRevisionInput& input) {
  auto places = input.places;
  places.from = input.changed.changed.plus(3);
  const auto average = average_of(input.changed);
  if (input.changed_at.empty()) {
    places.own = average;
  } else {
    places.others.push_back({input.changed_at, average});
  }
  return places;
}

Result<Outcome> decide_manual(const InsuredPeriod& period, const Decisions& decisions,
                              const ManualInput& input) {
  // 健康保険法47条・附則3条: their standard follows from the loss and the average alone; what a clerk
  // enters is what the charter gives.
  if (period.status != eligibility::Status::employed &&
      !std::holds_alternative<InsurerInput>(input)) {
    return manual_fault(
        {"任意継続・特例退職にこの決定はありません", "There is no such determination for them"},
        {"任意継続と特例退職の標準報酬月額は47条・附則3条で決まります",
         "Theirs follows from art 47 and 附則3条"},
        {"「任意継続・特例退職の標準報酬」で決定するか、保険者算定で入力してください",
         "Decide it on their own page, or enter an insurer's determination"});
  }
  auto outcome = KENPO_TRY(std::visit(ManualDecider{period, decisions}, input));
  auto& made = outcome.value;
  KENPO_TRY(check_month(period, made.from));
  if (const auto* before = standing_in(decisions, made.from.plus(-1))) {
    made.previous_standard = before->standard;
    const auto old = KENPO_TRY(grade_of_standard(made.from.first_day(), before->standard));
    if (old) made.fallen_grades = old->number - made.grade.number;
  }
  outcome.basis.push_back({{"適用する月", "In force from"}, "健康保険法41条〜44条", made.from});
  return outcome;
}

Result<bool> second_person_needed(base::Date on) {
  const auto row = KENPO_TRY(law::Book::carried().text("remuneration.manual.second_person", on));
  return row.value == "yes";
}

Result<int> attachment_grades(base::Date on) {
  return KENPO_TRY(law::Book::carried().count("remuneration.fall.attachment_grades", on)).value;
}

}  // namespace kenpo::remuneration
