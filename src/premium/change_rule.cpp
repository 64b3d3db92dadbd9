#include "premium/change_rule.h"

#include <algorithm>

#include "premium/bonus_change_rule.h"
#include "premium/change_dependent_rule.h"
#include "remuneration/grade_rule.h"
#include "remuneration/regular_round_rule.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using eligibility::InsuredPeriod;
using remuneration::BonusDecision;
using remuneration::DeterminationKind;
using remuneration::StandardRemuneration;
using Changed = law::Decision<ChangedFacts>;

base::Fault no_such_fact(base::Words what) {
  return {std::move(what),
          {"台帳にありません", "The ledger does not have it"},
          {"加入者台帳を開き直してから、もう一度選んでください",
           "Open the member's ledger again and choose anew"},
          {}};
}

base::Fault no_change(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

const InsuredPeriod* find_period(const KnownFacts& known, const eligibility::PeriodId& id) {
  const auto found = std::ranges::find(known.periods, id, &InsuredPeriod::id);
  return found == known.periods.end() ? nullptr : &*found;
}

base::Fault no_period() {
  return no_such_fact({"指定された資格がありません", "There is no such period"});
}

/// 健康保険法36条・37条: the standard needs a month that the period has.
Result<> check_standard_month(const InsuredPeriod& period, Month from) {
  const auto acquired = period.acquired.in_month();
  const bool begun = acquired <= from;
  const bool going = !period.lost || from <= period.lost->in_month();
  if (begun && going) return base::Done{};
  return no_change({"適用する月に資格がありません", "Not insured in that month"},
                   {"標準報酬月額は、資格のある月から適用します（健康保険法42条・43条）",
                    "A standard remuneration applies from a month of insured status"},
                   {"適用する月を、資格取得の月から資格喪失の月までの間にしてください",
                    "Choose a month between acquisition and loss"});
}

Result<> check_overlap(const KnownFacts& known, const InsuredPeriod& changed) {
  for (const auto& other : known.periods) {
    if (other.id == changed.id || other.establishment != changed.establishment) continue;
    const bool before = other.lost && *other.lost <= changed.acquired;
    const bool after = changed.lost && *changed.lost <= other.acquired;
    if (before || after) continue;
    return no_change({"同じ事業所の別の資格と期間が重なります",
                      "The period overlaps another one at the same establishment"},
                     {"一つの事業所で同じ日に二つの資格は持てません（健康保険法35条・36条）",
                      "One person has one status at one establishment"},
                     {"資格取得日か資格喪失日を直すか、先に別の資格を訂正してください",
                      "Correct the days, or the other period first"});
  }
  return base::Done{};
}

// 健康保険法35条・36条・42条
Result<Changed> correct_birth(const KnownFacts& known, const BirthCorrection& proposed) {
  const auto too_young = [&](const InsuredPeriod& period) {
    return period.acquired <= proposed.born;
  };
  if (std::ranges::any_of(known.periods, too_young)) {
    return no_change(
        {"生年月日が資格取得日より後です", "The birth is after the acquisition"},
        {"資格取得日は生まれた日より後の日です", "Nobody is insured before being born"},
        {"生年月日を確かめてください", "Check the birth date"});
  }
  const auto not_born = [&](const eligibility::DependentLink& link) {
    return link.from < proposed.born;
  };
  if (std::ranges::any_of(known.links, not_born)) {
    return no_change({"生年月日が被扶養者になった日より後です", "The birth is after the day of the link"},
                     {"被扶養者になるのは、生まれた日以後です", "Nobody is a dependent before it"},
                     {"生年月日を確かめてください", "Check the birth date"});
  }
  Changed decision;
  for (auto person : known.people) {
    if (person.born == proposed.born) continue;
    person.born = proposed.born;
    decision.value.people.push_back(std::move(person));
  }
  decision.basis.push_back(
      {{"訂正後の生年月日", "Birth date as corrected"}, "年齢計算ニ関する法律", proposed.born});
  return decision;
}

/// The decision at acquisition goes with the day; what was decided up to the new month falls away,
/// because 定時決定 and 随時改定 are for those who were insured.
void move_acquisition(const KnownFacts& known, const InsuredPeriod& old, const InsuredPeriod& now,
                      ChangedFacts& changed) {
  const auto new_month = now.acquired.in_month();
  for (const auto& standard : known.standards) {
    if (standard.period != old.id) continue;
    if (standard.kind == DeterminationKind::acquisition) {
      if (standard.from == new_month) continue;
      changed.ended_standards.push_back(standard);
      auto moved = standard;
      moved.id = remuneration::DecisionId::draw();
      moved.from = new_month;
      changed.standards.push_back(std::move(moved));
    } else if (standard.from <= new_month) {
      changed.ended_standards.push_back(standard);
    }
  }
}

// 健康保険法35条・36条
Result<Changed> correct_period(const KnownFacts& known, const PeriodCorrection& proposed) {
  const auto* old = find_period(known, proposed.period);
  if (old == nullptr) return no_period();
  if (proposed.lost && *proposed.lost <= proposed.acquired) {
    return no_change(
        {"資格喪失日が資格取得日より後ではありません", "The loss is not after the acquisition"},
        {"資格喪失日は、退職などの日の翌日です（健康保険法36条）",
         "Status is lost on the day after the event"},
        {"二つの日を確かめてください。資格そのものが誤りなら「資格の取消し」を選んでください",
         "Check both days, or cancel the period"});
  }
  auto changed = *old;
  changed.acquired = proposed.acquired;
  changed.lost = proposed.lost;
  if (!changed.lost) changed.end_reason = {};
  KENPO_TRY(check_overlap(known, changed));
  Changed decision;
  if (changed == *old) return decision;
  if (changed.acquired.in_month() != old->acquired.in_month()) {
    // 健康保険法42条: the standard at acquisition is one of the grades of its month.
    KENPO_TRY(remuneration::grade_table(changed.acquired.in_month().first_day()));
    move_acquisition(known, *old, changed, decision.value);
  }
  decision.value.periods.push_back(changed);
  decision.basis.push_back(
      {{"訂正後の資格取得日", "Acquired, as corrected"}, "健康保険法35条", changed.acquired});
  if (changed.lost) {
    decision.basis.push_back(
        {{"訂正後の資格喪失日", "Lost, as corrected"}, "健康保険法36条", *changed.lost});
  }
  return decision;
}

Result<Changed> cancel_period(const KnownFacts& known, const PeriodCancellation& proposed) {
  const auto* old = find_period(known, proposed.period);
  if (old == nullptr) return no_period();
  Changed decision;
  decision.value.ended_periods.push_back(old->id);
  for (const auto& standard : known.standards) {
    if (standard.period == old->id) decision.value.ended_standards.push_back(standard);
  }
  for (const auto& bonus : known.bonuses) {
    if (bonus.period == old->id) decision.value.ended_bonuses.push_back(bonus);
  }
  decision.basis.push_back(
      {{"取り消す資格の取得日", "Acquisition that is cancelled"}, "健康保険法35条", old->acquired});
  return decision;
}

/// The decision that a monthly remuneration makes.
Result<StandardRemuneration> graded(const base::PersonId& person,
                                    const eligibility::PeriodId& period, Month from,
                                    base::Yen monthly, Changed& decision) {
  auto found = KENPO_TRY(remuneration::explain_grade(from.first_day(), monthly));
  for (auto& line : found.basis) decision.basis.push_back(std::move(line));
  return StandardRemuneration{.person = person,
                              .period = period,
                              .kind = DeterminationKind::correction,
                              .from = from,
                              .monthly = monthly,
                              .standard = found.value.standard,
                              .grade = found.value.number,
                              .source = eligibility::NotifiedPayId::draw()};
}

Result<Changed> add_period(const KnownFacts& known, const base::PersonId& person,
                           const PeriodAddition& proposed) {
  InsuredPeriod period{.person = person,
                       .establishment = proposed.establishment,
                       .acquired = proposed.acquired,
                       .lost = proposed.lost};
  KENPO_TRY(check_overlap(known, period));
  Changed decision;
  auto standard =
      KENPO_TRY(graded(person, period.id, period.acquired.in_month(), proposed.monthly, decision));
  standard.kind = DeterminationKind::acquisition;
  decision.value.periods.push_back(std::move(period));
  decision.value.standards.push_back(std::move(standard));
  return decision;
}

Result<Changed> move_period(const KnownFacts& known, const PeriodMove& proposed) {
  const auto* old = find_period(known, proposed.period);
  if (old == nullptr) return no_period();
  Changed decision;
  if (old->establishment == proposed.establishment) return decision;
  auto changed = *old;
  changed.establishment = proposed.establishment;
  // 健康保険法3条12項: symbol and number name the insured person of an establishment. The person
  // and the period stay the same; the old number stays in what was known before.
  changed.symbol = proposed.symbol;
  changed.number = proposed.number;
  KENPO_TRY(check_overlap(known, changed));
  decision.value.periods.push_back(changed);
  decision.basis.push_back({{"この資格の最初の日から、訂正後の事業主が納付する",
                             "The corrected employer pays from the first day of the period"},
                            "健康保険法161条2項",
                            changed.acquired});
  decision.basis.push_back({{"訂正後の事業所の記号・番号になる（前の番号は履歴に残る）",
                             "Under a number of the corrected establishment"},
                            "健康保険法3条12項",
                            true});
  return decision;
}

// 健康保険法40条〜44条
Result<Changed> correct_standard(const KnownFacts& known, const StandardCorrection& proposed) {
  const auto* period = find_period(known, proposed.period);
  if (period == nullptr) return no_period();
  KENPO_TRY(check_standard_month(*period, proposed.from));
  Changed decision;
  auto made =
      KENPO_TRY(graded(period->person, period->id, proposed.from, proposed.monthly, decision));
  for (const auto& old : known.standards) {
    if (old.period != made.period || old.from != made.from) continue;
    if (old.monthly == made.monthly && old.standard == made.standard) return Changed{};
    made.kind = old.kind;
    made.source = old.source;
  }
  decision.basis.push_back({{"適用する月", "In force from"}, "健康保険法41条〜44条", made.from});
  decision.value.standards.push_back(std::move(made));
  return decision;
}

/// 健康保険法41条3項: without the revision the regular determination that it ended holds again,
/// unless another revision of the year or another decision of its month stands in its way.
void bring_regular_back(const KnownFacts& known, const StandardRemuneration& revision,
                        Changed& decision) {
  const auto ended = std::ranges::find(known.ended_regulars, revision.id, &EndedRegular::by);
  if (ended == known.ended_regulars.end()) return;
  const bool in_the_way = std::ranges::any_of(known.standards, [&](const auto& other) {
    if (other.period != revision.period || other.id == revision.id) return false;
    return other.from == ended->regular.from ||
           remuneration::replaces_regular(other, revision.from.year());
  });
  if (in_the_way) return;
  auto again = ended->regular;
  again.id = remuneration::DecisionId::draw();
  decision.basis.push_back(
      {{"改定の取消しにより、もとの定時決定が9月から適用される標準報酬月額",
        "The regular determination holds again"},
       "健康保険法41条3項",
       again.standard});
  decision.value.standards.push_back(std::move(again));
}

Result<Changed> cancel_standard(const KnownFacts& known, const StandardCancellation& proposed) {
  for (const auto& old : known.standards) {
    if (old.period != proposed.period || old.from != proposed.from) continue;
    Changed decision;
    decision.value.ended_standards.push_back(old);
    decision.basis.push_back({{"取り消す決定の適用月", "Month of the decision that is cancelled"},
                              "健康保険法41条〜44条",
                              old.from});
    bring_regular_back(known, old, decision);
    return decision;
  }
  return no_such_fact({"指定された標準報酬月額の決定がありません", "There is no such decision"});
}

// 健康保険法45条・156条
Result<Changed> correct_bonus(const KnownFacts& known, const BonusCorrection& proposed) {
  const auto* period = find_period(known, proposed.period);
  if (period == nullptr) return no_period();
  if (!period->holds(proposed.paid_on)) {
    return no_change({"支払日に被保険者の資格がありません", "Not insured on the day of payment"},
                     {"賞与は、資格のある間に支払われたものを届け出ます（健康保険法45条）",
                      "A bonus counts when it is paid during insured status"},
                     {"支払日か、資格の取得・喪失日を確かめてください",
                      "Check the day of payment and the period"});
  }
  return decide_bonus_change(known, *period, proposed);
}

Result<Changed> exclude_care(const KnownFacts& known, const base::PersonId& person,
                             const CareExclusion& proposed) {
  const auto end = proposed.until.value_or(proposed.from);
  if (end < proposed.from) {
    return no_change(
        {"適用除外の終わりの日が始めの日より前です", "The end is before the beginning"}, {},
        {"二つの日を確かめてください", "Check both days"});
  }
  for (const auto& other : known.exclusions) {
    const bool apart = (other.days.until && *other.days.until < proposed.from) ||
                       (proposed.until && *proposed.until < other.days.from);
    if (apart || other.days == proposed) continue;
    return no_change({"別の適用除外の期間と重なります", "The time overlaps another exclusion"}, {},
                     {"登録済みの期間を取り消してから入れ直してください",
                      "Undo the other one, then enter it anew"});
  }
  Changed decision;
  const auto same = [&](const CareExclusionFact& other) { return other.days == proposed; };
  if (std::ranges::any_of(known.exclusions, same)) return decision;
  decision.value.exclusions.push_back({.person = person, .days = proposed});
  decision.basis.push_back(
      {{"介護保険の第2号被保険者でない最初の日", "First day outside the care insurance"},
       "健康保険法施行規則40条",
       proposed.from});
  return decision;
}

LeaveFact leave_of(const base::PersonId& person, const LeaveDays& leave) {
  return {.person = person,
          .kind = leave.kind,
          .days = leave.days,
          .worked_days = leave.worked_days,
          .joined_after = leave.joined_after};
}

// 健康保険法159条・159条の3
Result<Changed> add_leave(const base::PersonId& person, const LeaveAddition& proposed) {
  if (proposed.leave.days.to < proposed.leave.days.from) {
    return no_change({"休業の終わりの日が始めの日より前です", "The leave ends before it begins"},
                     {}, {"二つの日を確かめてください", "Check both days"});
  }
  Changed decision;
  decision.value.leaves.push_back(leave_of(person, proposed.leave));
  return decision;
}

}  // namespace

Result<Changed> decide_change(const KnownFacts& known, const ProposedChange& change) {
  struct Decide {
    const KnownFacts& known;
    const base::PersonId& person;
    Result<Changed> operator()(const BirthCorrection& one) { return correct_birth(known, one); }
    Result<Changed> operator()(const PeriodCorrection& one) { return correct_period(known, one); }
    Result<Changed> operator()(const PeriodCancellation& one) { return cancel_period(known, one); }
    Result<Changed> operator()(const PeriodAddition& one) { return add_period(known, person, one); }
    Result<Changed> operator()(const PeriodMove& one) { return move_period(known, one); }
    Result<Changed> operator()(const StandardCorrection& one) {
      return correct_standard(known, one);
    }
    Result<Changed> operator()(const StandardCancellation& one) {
      return cancel_standard(known, one);
    }
    Result<Changed> operator()(const BonusCorrection& one) { return correct_bonus(known, one); }
    Result<Changed> operator()(const CareExclusion& one) {
      return exclude_care(known, person, one);
    }
    Result<Changed> operator()(const LeaveAddition& one) { return add_leave(person, one); }
    Result<Changed> operator()(const LeaveRemoval& one) {
      Changed decision;
      decision.value.ended_leaves.push_back(leave_of(person, one.leave));
      return decision;
    }
    Result<Changed> operator()(const DependentCorrection& one) {
      return decide_dependent_change(known, one);
    }
    Result<Changed> operator()(const DependentCancellation& one) {
      return decide_dependent_cancellation(known, one);
    }
  };
  auto decision = KENPO_TRY(std::visit(Decide{known, change.person}, change.detail));
  fit_dependents(known, decision);
  if (decision.value.empty()) {
    return no_change({"いまの台帳と同じ内容です", "Nothing is different from the ledger"}, {},
                     {"変える項目を入力してください", "Enter what shall be different"});
  }
  return decision;
}

}  // namespace kenpo::premium
