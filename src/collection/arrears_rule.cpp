#include "collection/arrears_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Result;
using base::Yen;

base::Fault reminder_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

}  // namespace

// 健康保険法180条3項
Result<law::Decision<Date>> earliest_deadline(Date issued_on) {
  const auto days =
      KENPO_TRY(law::Book::carried().count("premium.reminder.shortest_term", issued_on));
  law::Decision<Date> decision{issued_on.plus_days(static_cast<int>(days.value)), {}};
  decision.basis.push_back(
      {{"督促状を発する日", "The reminder is issued on"}, "健康保険法180条1項", issued_on});
  decision.basis.push_back({{"指定できる最も早い期限", "The earliest deadline"},
                            "健康保険法180条3項", decision.value, days.row});
  return decision;
}

// 健康保険法180条
Result<> check_reminder(const Debt& debt, Date issued_on, Date deadline) {
  if (debt.rest() <= Yen()) {
    return reminder_fault({"納付済みです。", "It is paid."},
                          {"未納のものを選んでください。", "Choose what is not paid."});
  }
  if (issued_on <= debt.due) {
    return reminder_fault({"納付期限が過ぎていません。", "It is not overdue."},
                          {"納付期限の翌日から督促できます。",
                           "It can be reminded of from the day after its due date."});
  }
  if (debt.due_before) {
    return collection_fault(
        {"繰り上げて徴収する請求に、督促状は出しません。", "It was brought forward: no reminder."},
        {"健康保険法172条により徴収するときは、督促を要しません（180条1項ただし書）。",
         "None is needed then (art 180(1))."},
        {"期限までに納付がなければ、滞納処分の手続に進んでください。",
         "Go on to the disposition when it is not paid."});
  }
  const auto earliest = KENPO_TRY(earliest_deadline(issued_on)).value;
  if (deadline < earliest) {
    return collection_fault({"指定する期限が早すぎます。", "The deadline is too early."},
                            {base::Plain(earliest) + "より前にはできません（健康保険法180条3項）。",
                             base::Plain(earliest) + " at the earliest (art 180(3))."},
                            {"期限を後の日にしてください。", "Choose a later day."});
  }
  return base::Done{};
}

// 健康保険法193条1項・2項
Result<> check_not_lapsed(const law::Decision<Date>& lapses, Date today) {
  if (today < lapses.value) return base::Done{};
  return collection_fault({"時効により消滅した請求です。", "The right to collect has lapsed."},
                          {base::Plain(lapses.value) + "に消滅しました（健康保険法193条1項）。",
                           "It lapsed on " + base::Plain(lapses.value) + " (art 193(1))."},
                          {"督促や処分はできません。請求の一覧で時効の日を確かめてください。",
                           "It cannot be collected; look at the day on the list."});
}

namespace {

struct Renewal {
  Date on;
  bool reminder = false;
};

std::vector<Renewal> in_order(const Renewals& renewals) {
  std::vector<Renewal> all;
  for (const auto on : renewals.reminders) all.push_back({on, true});
  for (const auto on : renewals.acknowledged) all.push_back({on, false});
  std::ranges::sort(all, {}, &Renewal::on);
  return all;
}

/// The day after two years that begin anew on the day after `start` (民法140条, 健康保険法194条).
Result<law::Figure<Date>> lapse_from(Date start) {
  const auto years = KENPO_TRY(law::Book::carried().count("premium.limitation", start));
  constexpr int months_of_a_year = 12;
  const auto last = base::period_end(start.plus_days(1),
                                     static_cast<int>(years.value) * months_of_a_year);
  return law::Figure<Date>{last.plus_days(1), years.row};
}

}  // namespace

// 健康保険法193条1項・2項
Result<law::Decision<Date>> lapses_on(const Debt& debt, const Renewals& renewals) {
  const auto& book = law::Book::carried();
  law::Decision<Date> decision;
  auto& basis = decision.basis;
  Date start = debt.due;
  basis.push_back({{"納付期限", "Due"}, "健康保険法193条1項", debt.due});
  auto lapses = KENPO_TRY(lapse_from(start));
  for (const auto& one : in_order(renewals)) {
    if (one.on <= start) continue;
    // What has lapsed is not renewed.
    if (one.on >= lapses.value) break;
    const auto& rule = KENPO_TRY(
        book.text(one.reminder ? "collection.limitation.reminders"
                               : "collection.limitation.acknowledged", one.on));
    start = one.on;
    basis.push_back(one.reminder
                        ? law::Basis{{"督促による時効の更新", "Renewed by the reminder"},
                                     "健康保険法193条2項", one.on, rule.row}
                        : law::Basis{{"承認による時効の更新", "Renewed by an acknowledgement"},
                                     "民法152条1項", one.on, rule.row});
    lapses = KENPO_TRY(lapse_from(start));
  }
  decision.value = lapses.value;
  basis.push_back({{"時効により消滅する日", "Lapses on"}, "健康保険法193条1項", decision.value,
                   lapses.row});
  return decision;
}

Result<bool> reminder_is_due(const Debt& debt, const Renewals& renewals, Date today) {
  if (debt.due_before || debt.rest() <= Yen()) return false;
  if (today <= debt.due || !renewals.reminders.empty()) return false;
  const auto days =
      KENPO_TRY(law::Book::carried().count("collection.reminder.after_due", debt.due));
  return today > debt.due.plus_days(static_cast<int>(days.value));
}

DebtAge age_of(const Debt& debt, Date today) {
  if (today <= debt.due) return DebtAge::not_due;
  const auto within = [&](int months) {
    return today <= base::period_end(debt.due.plus_days(1), months);
  };
  constexpr int quarter_months = 3;
  constexpr int year_months = 12;
  if (within(1)) return DebtAge::to_one_month;
  if (within(quarter_months)) return DebtAge::to_three_months;
  return within(year_months) ? DebtAge::to_one_year : DebtAge::over_one_year;
}

}  // namespace kenpo::collection
