#include "eligibility/voluntary_entry_rule.h"

#include "law/book.h"
#include "law/business_days.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;
using law::Decision;

base::Fault too_short() {
  return {{"資格喪失日の前日までの被保険者期間が2か月に足りません。",
           "Less than two months insured before the loss."},
          {"任意継続には、継続して2か月以上の被保険者期間が要ります（健康保険法3条4項）。",
           "Two unbroken months are needed (art 3(4))."},
          {"他の健康保険の期間を続けて通算できるときは、証明を確かめて印を付けてください。",
           "Mark other cover when time with another insurer was proved."},
          {}};
}

base::Fault too_late(Date last_day) {
  return {{"申出が期限を過ぎています。", "The application is late."},
          {"期限は " + base::Plain(last_day) + " でした（健康保険法37条1項）。",
           "It was due on " + base::Plain(last_day) + " (art 37(1))."},
          {"正当な理由があると認めるときは、印を付けて理由を残してください。",
           "Mark the good reason and note it, when there is one."},
          {}};
}

base::Fault too_old() {
  return {{"75歳以上の人は任意継続できません。", "People of 75 cannot continue."},
          {"後期高齢者医療の被保険者になります（健康保険法3条4項）。",
           "They belong to the later-stage scheme (art 3(4))."},
          {"生年月日を確かめてください。", "Check the birth date."},
          {}};
}

}  // namespace

// 健康保険法37条1項
Result<Decision<Date>> voluntary_last_day(Date lost_on) {
  const auto term =
      KENPO_TRY(law::Book::carried().count("voluntary.application_term", lost_on));
  const Date counted = lost_on.plus_days(term.value - 1);
  Decision<Date> decision{counted, {}};
  decision.basis.push_back({{"喪失日から数えた期限", "Counted from the day of loss"},
                            "健康保険法37条1項・194条", counted, term.row});
  // Outside the years of the calendar the last day is not moved.
  const auto moved = law::next_business_day(counted);
  if (moved.ok() && *moved != counted) {
    decision.value = *moved;
    decision.basis.push_back({{"休日のため次の開庁日", "Moved to the next business day"},
                              "健康保険法194条; 民法142条", *moved});
  }
  return decision;
}

// 健康保険法3条4項, 37条
Result<Decision<Date>> voluntary_begin(const VoluntaryEntry& entry) {
  const auto& book = law::Book::carried();
  // 3条4項: two months up to the day before the loss.
  const auto months = KENPO_TRY(book.count("voluntary.shortest_membership", entry.lost_on));
  const Date enough = base::period_end(entry.insured_from, months.value);
  if (enough >= entry.lost_on && entry.other_cover == OtherCover::none) return too_short();
  // 3条4項: not who belongs to the later-stage scheme.
  const auto age = KENPO_TRY(book.count("eligibility.loss_age", entry.lost_on));
  if (base::reaches_age(entry.born, age.value) < entry.lost_on) return too_old();
  // 37条1項: within the term, or later for good reason.
  const auto last = KENPO_TRY(voluntary_last_day(entry.lost_on));
  const bool late = entry.received_on > last.value;
  if (late && entry.late_for_reason == YesNo::no) return too_late(last.value);

  Decision<Date> decision{entry.lost_on, {}};
  auto& basis = decision.basis;
  basis.push_back({{"継続した被保険者期間の始まり", "Insured without a break from"},
                   "健康保険法3条4項", entry.insured_from, months.row});
  if (enough >= entry.lost_on) {
    basis.push_back({{"他の健康保険の期間を通算", "Time with another insurer counted"},
                     "健康保険法3条4項", true});
  }
  basis.insert(basis.end(), last.basis.begin(), last.basis.end());
  basis.push_back({{"申出を受け付けた日", "Application received"}, "健康保険法37条1項",
                   entry.received_on});
  if (late) {
    basis.push_back({{"期限後だが正当な理由がある", "Late, for good reason"},
                     "健康保険法37条1項ただし書", true});
  }
  basis.push_back({{"任意継続の資格取得日", "Voluntary continuation begins"}, "健康保険法37条2項",
                   entry.lost_on});
  return decision;
}

}  // namespace kenpo::eligibility
