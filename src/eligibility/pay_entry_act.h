// 算定基礎届, 月額変更届 and 賞与支払届 on paper, typed in by a clerk: judged as those of a file and kept
// for the decision on the standard remuneration in the same way.
#pragma once

#include <string>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/notified_pay.h"

namespace kenpo::eligibility {

inline constexpr notice::Operation pay_enter{
    .name = "pay.enter",
    .japanese = "報酬・賞与の届書の入力",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage}},
    .on_the_way = {number_linkage}};

struct PayEntry {
  std::string symbol = {};       // 記号 of the establishment
  std::string number = {};       // 番号 of the insured person
  /// 二以上事業所勤務: the symbol of the other establishment that paid the bonus; empty: that of
  /// `symbol` did.
  std::string paid_by = {};
  base::Date known_born = {};    // as a check
  /// The form, the day (bonus: paid on; else the first day of the month it applies from), amounts,
  /// months and marks. Person, period, establishment and case are found by the act.
  NotifiedPay pay = {.person = base::PersonId::draw(),
                     .period = PeriodId::draw(),
                     .establishment = base::EstablishmentId::draw(),
                     .case_id = base::CaseId::draw()};
};

/// Keeps the notification for the decision, or a report; hands back about whom it is. A bonus that
/// another paid counts with that of the insured establishment (健康保険法45条, 161条4項), and its part of
/// the premium is that establishment's. Refused: an unknown symbol or number, another birth date, a
/// person without status in the month, what the layout of the file forbids (a day to come, months
/// that do not fit, base days beyond 31).
base::Result<base::PersonId> enter_pay(Ledger& ledger, const notice::Acting& acting,
                                       const PayEntry& entry);

}  // namespace kenpo::eligibility
