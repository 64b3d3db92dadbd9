#include "eligibility/special_entry_rule.h"

#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;
using law::Decision;

base::Fault told_too_late(Date last_day) {
  return {{"特例退職の申出が期限を過ぎています。", "The application is late."},
          {"年金証書等が到達した日の翌日から3か月以内で、期限は " + base::Plain(last_day) +
               " でした（健康保険法附則3条1項、施行規則163条〜170条）。",
           "It was due on " + base::Plain(last_day) + " (附則3条1項)."},
          {"年金証書等が届いた日と受付日を確かめてください。", "Check both days."},
          {}};
}

base::Fault too_few_years() {
  return {{"老齢厚生年金の被保険者期間が足りません。", "Too few years under the pension."},
          {"20年以上、または40歳以後に10年以上の期間が要ります（健康保険法附則3条1項）。",
           "Twenty years, or ten after the age of 40 (附則3条1項)."},
          {"年金証書の期間を確かめてください。", "Check the years on the certificate."},
          {}};
}

}  // namespace

// 健康保険法附則3条1項
Result<Decision<bool>> special_entitlement(const SpecialEntry& entry) {
  const auto& book = law::Book::carried();
  Decision<bool> decision{true, {}};
  auto& basis = decision.basis;
  // 施行規則168条: the term begins on the day after the certificate arrived.
  const auto term =
      KENPO_TRY(book.count("eligibility.application_special.term", entry.accepted_on));
  if (entry.paper_on) {
    const Date last = base::period_end(entry.paper_on->plus_days(1), term.value);
    if (last < entry.received_on) return told_too_late(last);
    basis.push_back({{"申出の期限（年金証書等が到達した日の翌日から）", "Application due by"},
                     "健康保険法附則3条1項; 施行規則163条〜170条", last, term.row});
  } else {
    decision.value = false;
  }
  const auto all = KENPO_TRY(book.count("eligibility.special.pension_years", entry.accepted_on));
  const auto late =
      KENPO_TRY(book.count("eligibility.special.pension_years_after_40", entry.accepted_on));
  const bool by_all = entry.years && *entry.years >= all.value;
  const bool by_late = entry.years_after_40 && *entry.years_after_40 >= late.value;
  if (!by_all && !by_late) {
    if (entry.years && entry.years_after_40) return too_few_years();
    decision.value = false;
    return decision;
  }
  basis.push_back({{"老齢厚生年金の受給権と被保険者期間がある", "Entitled to the pension"},
                   "健康保険法附則3条1項", true, by_all ? all.row : late.row});
  return decision;
}

}  // namespace kenpo::eligibility
