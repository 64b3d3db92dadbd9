#include "collection/pledge_rule.h"

#include <algorithm>
#include <map>

#include "base/era.h"
#include "base/hash.h"
#include "base/tsv.h"
#include "base/width.h"
#include "collection/receipt_sheet_rule.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Result;
using base::Yen;

base::Fault plan_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

Result<> check_debts(const Pledge& pledge, const std::vector<Debt>& debts) {
  if (pledge.debts.empty()) {
    return plan_fault({"対象の請求が選ばれていません。", "No debt is chosen."},
                        {"誓約の対象の請求を選んでください。", "Choose the debts."});
  }
  for (const auto& one : pledge.debts) {
    const auto debt = std::ranges::find(debts, one.debt, &Debt::key);
    const bool fits = debt != debts.end() && one.debt.payer == pledge.payer &&
                      debt->rest() == one.rest && one.rest > Yen();
    if (!fits) {
      return plan_fault({"請求の残りが変わっています。", "What is owed has changed."},
                          {"画面を開き直して、残りを確かめてください。", "Open the page again."});
    }
    if (debt->due >= pledge.pledged_on) {
      return plan_fault({"納付期限が過ぎていない請求が含まれています。",
                           "A debt is not overdue yet."},
                          {"納付期限を過ぎた請求を選んでください。", "Choose what is overdue."});
    }
  }
  return base::Done{};
}

Result<> check_plan(const Pledge& pledge) {
  if (pledge.instalments.empty() || pledge.instalments.size() > instalments_limit) {
    return plan_fault({"分割は1回から24回までです。", "One to twenty-four instalments."},
                        {"回数を減らしてください。", "Take fewer."});
  }
  Yen sum;
  auto before = pledge.pledged_on.plus_days(-1);
  for (const auto& one : pledge.instalments) {
    if (one.due <= before) {
      return plan_fault({"分割の期日が順に並んでいません。", "The days do not follow."},
                          {"誓約の日から後へ、古い順に入れてください。",
                           "From the day of the pledge on, the earliest first."});
    }
    if (one.amount <= Yen()) {
      return plan_fault({"分割の額は1円以上です。", "Each is one yen or more."},
                          {"額を確かめてください。", "Check the amounts."});
    }
    before = one.due;
    sum += one.amount;
  }
  if (sum != pledge.total()) {
    return plan_fault({"分割の合計が、対象の請求の残りの合計と違います。",
                         "The instalments do not add up to the debts."},
                        {"計画の合計を、残りの合計に合わせてください。",
                         "Make the plan add up to what is owed."});
  }
  return base::Done{};
}

base::Fault line_fault(std::uint64_t line, base::Words what) {
  auto fault = collection_fault(std::move(what), {},
                                {"例：2026-12-25 10000", "For instance 2026-12-25 10000."});
  fault.place.line = line;
  return fault;
}

/// What came in by day, after the pledge was made.
std::map<Date, Yen> payments_by_day(const Pledge& pledge,
                                    const std::vector<Allocation>& allocations) {
  std::map<Date, Yen> days;
  for (const auto& one : allocations) {
    if (!one.debt || one.decided_at <= pledge.made_at) continue;
    const bool pledged = std::ranges::any_of(
        pledge.debts, [&](const PledgedDebt& debt) { return debt.debt == *one.debt; });
    if (pledged) days[one.on] += one.amount;
  }
  return days;
}

/// The first day on which the payments had reached `needed`.
std::optional<Date> covered_on(const std::map<Date, Yen>& days, Yen needed) {
  Yen sum;
  for (const auto& [day, amount] : days) {
    sum += amount;
    if (sum >= needed) return day;
  }
  return std::nullopt;
}

bool is_overdue_reminder(const ArrearsStep& step, Date today) {
  return step.measure == Measure::reminder && step.until && *step.until < today;
}

bool is_demand(Measure measure) {
  return measure == Measure::telephone || measure == Measure::visit || measure == Measure::letter;
}

const PledgeView* pledge_about(const DebtKey& debt, const std::vector<PledgeView>& pledges) {
  const PledgeView* found = nullptr;
  for (const auto& one : pledges) {
    const bool about = std::ranges::any_of(
        one.pledge.debts, [&](const PledgedDebt& each) { return each.debt == debt; });
    if (about && one.pledge.state() == PledgeState::agreed) found = &one;
  }
  return found;
}

}  // namespace

Result<> check_pledge(const Pledge& pledge, const std::vector<Debt>& debts, Date today) {
  if (pledge.pledged_on > today) {
    return plan_fault({"誓約の日がきょうより後です。", "The day is to come."},
                        {"日付を確かめてください。", "Check the day."});
  }
  KENPO_TRY(check_debts(pledge, debts));
  return check_plan(pledge);
}

std::vector<Instalment> even_instalments(Yen total, Date first, int count) {
  std::vector<Instalment> made;
  if (count < 1 || total < Yen(count)) return made;
  const Yen each(total.amount() / count);
  for (int at = 0; at < count; ++at) {
    const auto month = first.in_month().plus(at);
    const auto due =
        base::Date::make(month.year(), month.month(), first.day()).value_or(month.last_day());
    made.push_back({due, each});
  }
  made.front().amount += total - Yen(each.amount() * count);
  return made;
}

Result<std::vector<Instalment>> read_plan(std::string_view text) {
  std::vector<Instalment> made;
  base::Faults faults;
  std::uint64_t line = 0;
  for (const auto each : base::lines_of(text)) {
    ++line;
    const auto plain = base::trimmed(base::narrow(each));
    if (plain.empty()) continue;
    if (made.size() == instalments_limit) {
      return line_fault(line, {"分割は24回までです。", "At most twenty-four instalments."});
    }
    const auto end = plain.find_first_of(", \t");
    const auto due = base::parse_any_date(plain.substr(0, end));
    const auto amount =
        end == std::string::npos ? std::nullopt : parse_amount(plain.substr(end + 1));
    if (!due) faults.push_back(line_fault(line, {"期日が読めません。", "No day."}));
    if (!amount) faults.push_back(line_fault(line, {"金額が読めません。", "No amount."}));
    if (due && amount) made.push_back({*due, *amount});
  }
  if (!faults.empty()) return faults;
  return made;
}

std::string plan_text(const std::vector<Instalment>& instalments) {
  std::string text;
  for (const auto& one : instalments) {
    text += one.due.iso() + " " + one.amount.grouped() + "\n";
  }
  return text;
}

PledgeStanding standing_of(const Pledge& pledge, const std::vector<Allocation>& allocations,
                           Date today) {
  const auto days = payments_by_day(pledge, allocations);
  PledgeStanding standing;
  for (const auto& [day, amount] : days) standing.paid += amount;
  Yen needed;
  for (const auto& one : pledge.instalments) {
    const auto before = needed;
    needed += one.amount;
    InstalmentStanding kept{.instalment = one};
    if (standing.paid >= needed) {
      kept.covered_on = covered_on(days, needed);
    } else {
      kept.missing = needed - std::max(before, standing.paid);
    }
    kept.late = kept.covered_on ? *kept.covered_on > one.due : one.due < today;
    if (!kept.covered_on && kept.late) {
      standing.overdue += kept.missing;
      if (!standing.broken_since) standing.broken_since = one.due.plus_days(1);
    }
    standing.instalments.push_back(kept);
  }
  if (standing.paid >= pledge.total()) {
    standing.keeping = PledgeKeeping::fulfilled;
  } else if (standing.broken_since) {
    standing.keeping = PledgeKeeping::broken;
  }
  return standing;
}

std::string digest_of(const Pledge& pledge) {
  auto text = std::string(pledge.id.text()) + "\n" + pledge.pledged_on.iso() + "\n";
  for (const auto& one : pledge.debts) {
    text += debt_text(one.debt) + " " + std::to_string(one.rest.amount()) + "\n";
  }
  for (const auto& one : pledge.instalments) {
    text += one.due.iso() + " " + std::to_string(one.amount.amount()) + "\n";
  }
  return base::sha256_hex(text);
}

std::string plan_words(const Pledge& pledge) {
  std::string words;
  for (const auto& one : pledge.instalments) {
    words += (words.empty() ? "" : "、") + one.due.iso() + " " + one.amount.grouped() + "円";
  }
  return words;
}

ArrearsStage stage_of(const Debt& debt, const std::vector<ArrearsStep>& steps,
                      const std::vector<PledgeView>& pledges, Date today) {
  if (debt.rest() <= Yen()) return ArrearsStage::paid;
  if (today <= debt.due) return ArrearsStage::not_due;
  std::optional<Date> ran_out;
  bool reminded = false;
  for (const auto& step : steps) {
    if (step.debt != debt.key) continue;
    if (step.measure == Measure::disposition) return ArrearsStage::disposition;
    reminded = reminded || step.measure == Measure::reminder;
    if (is_overdue_reminder(step, today)) {
      ran_out = ran_out ? std::min(*ran_out, *step.until) : *step.until;
    }
  }
  if (const auto* pledge = pledge_about(debt.key, pledges)) {
    const bool broken = pledge->standing.keeping == PledgeKeeping::broken;
    return broken ? ArrearsStage::broken : ArrearsStage::pledged;
  }
  if (debt.due_before) return ArrearsStage::early_over;
  if (!reminded) return ArrearsStage::not_reminded;
  if (!ran_out) return ArrearsStage::reminded;
  const bool demanded = std::ranges::any_of(steps, [&](const ArrearsStep& step) {
    return step.debt == debt.key && is_demand(step.measure) && step.on > *ran_out;
  });
  return demanded ? ArrearsStage::demanded : ArrearsStage::reminder_over;
}

// 健康保険法180条4項
Result<> check_disposition(const Debt& debt, const std::vector<ArrearsStep>& steps,
                           const std::vector<PledgeView>& pledges, Date on) {
  // 180条4項2号: what was brought forward needs no reminder.
  const bool early = debt.due_before && debt.due < on;
  const bool ran_out = std::ranges::any_of(steps, [&](const ArrearsStep& step) {
    return step.debt == debt.key && is_overdue_reminder(step, on);
  });
  if (!ran_out && !early) {
    return collection_fault({"督促状の期限が過ぎていません。", "No reminder has run out."},
                            {"滞納処分は、督促状で指定した期限までに完納されないときです"
                             "（健康保険法180条4項）。",
                             "A disposition follows a reminder that has run out (art 180(4))."},
                            {"督促状を発行し、期限を待ってください。",
                             "Issue a reminder and wait for its deadline."});
  }
  const auto* pledge = pledge_about(debt.key, pledges);
  if (pledge != nullptr && pledge->standing.keeping == PledgeKeeping::kept) {
    return plan_fault({"納付誓約が守られています。", "A pledge about it is kept."},
                        {"誓約を取り消してから記録してください。", "Cancel the pledge first."});
  }
  return base::Done{};
}

}  // namespace kenpo::collection
