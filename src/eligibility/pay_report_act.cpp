#include "eligibility/pay_report_act.h"

#include <algorithm>

#include "eligibility/insured_period_store.h"
#include "eligibility/notified_pay_store.h"
#include "eligibility/person_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

constexpr int report_days_limit = 31;
constexpr int pay_only = 0;  // 昇降給区分: no change, the pay of the months alone
constexpr int pay_cut = 2;

base::Fault report_fault(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

bool told(const NotifiedMonth& month) { return month.base_days > 0 || month.pay > base::Yen(); }

Result<> check_months(const NotifiedPay& pay, base::Date today) {
  const auto changed = pay.on.in_month();
  if (pay.direction < pay_only || pay.direction > pay_cut) {
    return report_fault({"昇降給の別がありません。", "Whether pay was raised or cut is missing."},
                        {"昇給、降給、変動なしのどれかを選んでください。", "Choose one of three."});
  }
  if (!told(pay.months[0])) {
    return report_fault({"変動のあった月の報酬がありません。", "The pay of the first month is missing."},
                        {"1か月目の基礎日数と報酬を入れてください。", "Enter its days and pay."});
  }
  for (std::size_t at = 0; at < pay.months.size(); ++at) {
    const auto month = changed.plus(static_cast<int>(at));
    const auto& one = pay.months[at];
    if (!told(one)) continue;
    if (today < month.first_day()) {
      return report_fault({"まだ来ていない月の報酬です。", "The month has not come."},
                          {"支払った月だけを入れてください。", "Enter only months that were paid."});
    }
    if (one.base_days < 0 || one.base_days > report_days_limit || one.pay < base::Yen()) {
      return report_fault({"基礎日数か報酬が正しくありません。", "Days or pay are wrong."},
                          {"基礎日数は0から31までです。", "Days are 0 to 31."});
    }
    if (at > 0 && !told(pay.months[at - 1])) {
      return report_fault({"間の月の報酬がありません。", "A month between is missing."},
                          {"古い月から順に入れてください。", "Enter them from the oldest on."});
    }
  }
  return base::Done{};
}

/// The period insured at the establishment when the pay changed.
const InsuredPeriod* period_in(const std::vector<InsuredPeriod>& periods, base::Month month) {
  const auto found = std::ranges::find_if(periods, [&](const InsuredPeriod& one) {
    return one.status == Status::employed && one.acquired <= month.last_day() &&
           (!one.lost || month.first_day() < *one.lost);
  });
  return found == periods.end() ? nullptr : &*found;
}

}  // namespace

Result<base::PersonId> keep_pay_report(store::Transaction& transaction,
                                       const MemberAccess& access,
                                       const Establishment& establishment, const PayEntry& entry,
                                       base::Moment now) {
  KENPO_TRY(check_months(entry.pay, now.day()));
  const auto changed = entry.pay.on.in_month();
  const auto periods =
      KENPO_TRY(periods_of_number(transaction, access, establishment.id, entry.number));
  const auto* period = period_in(periods, changed);
  if (period == nullptr) {
    return report_fault({"その月にこの番号の被保険者がいません。", "Nobody has the number in the month."},
                        {"番号と変動の月を確かめてください。", "Check the number and the month."});
  }
  const auto person = KENPO_TRY(find_person(transaction, access, period->person, now));
  if (!person || person->born != entry.known_born) {
    return report_fault({"生年月日が台帳と違います。", "The birth date is not that of the ledger."},
                        {"番号と生年月日を確かめてください。", "Check number and birth date."});
  }
  for (const auto& one :
       KENPO_TRY(pay_told_of(transaction, access, period->person, period->id))) {
    if (one.form != PayForm::pay_report || one.on.in_month() != changed) continue;
    // A change stays when the pay of its months is told once more, and the other way round.
    if ((one.direction == pay_only) != (entry.pay.direction == pay_only)) continue;
    KENPO_TRY(set_state(transaction, access, one, PayState::cancelled));
  }
  auto pay = entry.pay;
  pay.id = NotifiedPayId::draw();
  pay.state = PayState::for_people;  // it is no form that decides
  pay.person = period->person;
  pay.period = period->id;
  pay.establishment = establishment.id;
  pay.case_id = base::CaseId::draw();
  pay.on = changed.first_day();
  pay.change_month.reset();
  if (pay.direction != pay_only) pay.change_month = changed.month();
  for (std::size_t at = 0; at < pay.months.size(); ++at) {
    pay.months[at].month = changed.plus(static_cast<int>(at)).month();
  }
  KENPO_TRY(add(transaction, access, pay));
  return period->person;
}

}  // namespace kenpo::eligibility
