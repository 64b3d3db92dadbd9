#include "recourse/recovery_rule.h"

#include <algorithm>

#include "collection/pledge_rule.h"
#include "law/book.h"

namespace kenpo::recourse {

namespace {

using base::Date;
using base::Result;
using base::Yen;

base::Fault refused(base::Words what, base::Words mend) {
  return base::refusal(std::move(what), std::move(mend));
}

constexpr int months_of_a_year = 12;

/// The first day is not counted (民法140条).
Date after_years(Date start, int years) {
  return base::period_end(start.plus_days(1), years * months_of_a_year).plus_days(1);
}

/// The rows of the two periods: from the knowledge, and from the day it arose.
struct Periods {
  const char* known;
  const char* arose;
  base::Plain article;
};
Periods periods_of(Cause cause) {
  switch (cause) {
    case Cause::levy:
      return {nullptr, "recourse.limitation.levy", "健康保険法193条1項"};
    case Cause::third_party:
      return {"recourse.limitation.tort_known", "recourse.limitation.tort", "民法724条・724条の2"};
    default:
      return {"recourse.limitation.known", "recourse.limitation.exercisable", "民法166条1項"};
  }
}

}  // namespace

Result<law::Decision<Date>> lapses_on(const Recovery& recovery) {
  const auto& book = law::Book::carried();
  const auto periods = periods_of(recovery.cause);
  law::Decision<Date> decision;
  auto& basis = decision.basis;
  auto known = recovery.known_on;
  auto arose = recovery.arose_on;
  basis.push_back({{"発生した日", "Arose on"}, periods.article, arose});
  for (const auto& entry : recovery.entries) {
    const bool renews =
        entry.kind == EntryKind::acknowledgement || entry.kind == EntryKind::payment ||
        entry.kind == EntryKind::plan;
    if (!renews || entry.on <= known) continue;
    known = arose = entry.on;
    basis.push_back({{"承認による時効の更新", "Renewed by an acknowledgement"}, "民法152条1項",
                     entry.on});
  }
  const auto long_years = KENPO_TRY(book.count(periods.arose, arose));
  decision.value = after_years(arose, long_years.value);
  basis.push_back({{"発生した日からの期間の終わり", "End of the period from its rise"},
                   periods.article, decision.value, long_years.row});
  if (periods.known != nullptr && book.find(periods.known, known) != nullptr) {
    const auto years = KENPO_TRY(book.count(periods.known, known));
    const auto end = after_years(known, years.value);
    basis.push_back({{"知った日からの期間の終わり", "End of the period from the knowledge"},
                     periods.article, end, years.row});
    decision.value = std::min(decision.value, end);
  }
  basis.push_back(
      {{"時効により消滅する日", "Lapses on"}, periods.article, decision.value});
  return decision;
}

Result<> check_recovery(const Recovery& recovery, Date today) {
  if (recovery.amount <= Yen() || recovery.debtor.empty()) {
    return refused({"金額または相手がありません。", "Amount or debtor is missing."},
                   {"1円以上の金額と、相手の氏名・名称を入れてください。",
                    "Give an amount above zero and the debtor."});
  }
  if (recovery.known_on < recovery.arose_on || today < recovery.known_on ||
      recovery.due_on < recovery.known_on) {
    return refused({"日の順が正しくありません。", "The days are out of order."},
                   {"発生した日、知った日、期限の順に入れてください。知った日は今日までです。",
                    "Rise, knowledge, term; the knowledge is not to come."});
  }
  return base::Done{};
}

Result<> check_entry(const Recovery& recovery, const Entry& entry, Date today) {
  if (entry.on < recovery.arose_on || today < entry.on) {
    return refused({"日が正しくありません。", "The day does not fit."},
                   {"発生した日から今日までの日にしてください。", "From its rise to today."});
  }
  const bool pays = entry.kind == EntryKind::payment || entry.kind == EntryKind::waiver;
  if (pays && (entry.amount <= Yen() || entry.amount > recovery.rest())) {
    return refused({"金額が残りの額に合いません。", "The amount does not fit the rest."},
                   {"1円から残りの額までにしてください。", "From one yen to the rest."});
  }
  if (entry.kind == EntryKind::reversal &&
      (entry.amount <= Yen() || entry.amount > recovery.paid())) {
    return refused({"入金した額を超えています。", "It is more than was paid."},
                   {"入金した額までにしてください。", "At most what was paid."});
  }
  const bool about_rest = entry.kind == EntryKind::demand || entry.kind == EntryKind::plan ||
                          entry.kind == EntryKind::acknowledgement;
  if (about_rest && recovery.rest() <= Yen()) {
    return refused({"残りの額がありません。", "Nothing is left to pay."},
                   {"記録を確かめてください。", "Look at the record."});
  }
  if (entry.kind != EntryKind::plan) return base::Done{};
  Yen sum;
  auto last = entry.on;
  for (const auto& instalment : KENPO_TRY(collection::read_plan(entry.words))) {
    if (instalment.due < last || instalment.amount <= Yen()) {
      return refused({"分割の期日と金額が正しくありません。", "The instalments do not fit."},
                     {"期日の順に、1円以上で入れてください。", "In order, above zero."});
    }
    last = instalment.due;
    sum += instalment.amount;
  }
  if (sum == recovery.rest()) return base::Done{};
  return refused({"分割の合計が残りの額と違います。", "The instalments do not add up."},
                 {"合計を残りの額と同じにしてください。", "Their sum is the rest."});
}

Result<std::vector<PlanLine>> plan_lines(const Recovery& recovery, Date today) {
  std::vector<PlanLine> lines;
  const auto plan = recovery.plan();
  if (plan.empty()) return lines;
  // What was paid after the plan was made goes to its instalments in their order.
  Yen paid;
  bool since = false;
  for (const auto& entry : recovery.entries) {
    if (entry.kind == EntryKind::plan && entry.words == plan) paid = Yen(), since = true;
    if (since && entry.kind == EntryKind::payment) paid += entry.amount;
    if (since && entry.kind == EntryKind::reversal) paid -= entry.amount;
  }
  for (const auto& instalment : KENPO_TRY(collection::read_plan(plan))) {
    const auto covered = std::clamp(paid, Yen(), instalment.amount);
    paid -= covered;
    const auto missing = instalment.amount - covered;
    lines.push_back({instalment, missing, missing > Yen() && instalment.due < today});
  }
  return lines;
}

}  // namespace kenpo::recourse
