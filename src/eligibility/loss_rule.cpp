#include "eligibility/loss_rule.h"

#include "eligibility/voluntary_rule.h"
#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;
using law::Decision;

base::Fault not_a_reason_of_loss() {
  return {{"この資格は、その理由では喪失しません。", "The status does not end for that reason."},
          {"喪失の理由は健康保険法36条（任意継続は38条）にあるものだけです。",
           "The reasons are those of art 36 (art 38 for voluntary continuation)."},
          {"喪失の理由を選び直してください。", "Choose the reason again."},
          {}};
}

Decision<Date> day_after(Date event, base::Words step, base::Plain article) {
  return {event.plus_days(1), {{std::move(step), std::move(article), event.plus_days(1)}}};
}

Decision<Date> same_day(Date event, base::Words step, base::Plain article) {
  return {event, {{std::move(step), std::move(article), event}}};
}

// 高齢者の医療の確保に関する法律50条1号, 52条: on the birthday itself.
Result<Decision<Date>> day_of_age(Date born, base::Plain article) {
  const auto& book = law::Book::carried();
  const auto age =
      KENPO_TRY(book.count("eligibility.loss_age", book.newest_from("eligibility.loss_age")));
  const Date lost = base::reaches_age(born, age.value).plus_days(1);
  return Decision<Date>{
      lost, {{{"年齢に達する誕生日", "The birthday"}, std::move(article), lost, age.row}}};
}

}  // namespace

// 健康保険法36条
Result<Decision<Date>> loss_day(EndReason reason, Date event) {
  switch (reason) {
    // 1号: 死亡したとき: その日の翌日.
    case EndReason::death:
      return day_after(event, {"死亡した日の翌日", "Day after death"}, "健康保険法36条1号");
    // 2号: 事業所に使用されなくなったとき: その日の翌日.
    case EndReason::retirement:
      return day_after(event, {"使用されなくなった日の翌日", "Day after the last day employed"},
                       "健康保険法36条2号");
    // 3号: 3条1項ただし書に該当するに至ったとき: その日の翌日.
    case EndReason::social_security_treaty:
      return day_after(event, {"適用除外となった日の翌日", "Day after the exclusion"},
                       "健康保険法36条3号");
    // 3条1項7号: 後期高齢者医療の被保険者: その日.
    case EndReason::age_75:
      return day_of_age(event, "健康保険法3条1項7号");
    case EndReason::disability_recognised:
      return same_day(event, {"障害認定の日", "Day of the recognition"}, "健康保険法3条1項7号");
    // 柱書: その事実があった日に更に資格を取得したときは、その日.
    case EndReason::transferred:
    case EndReason::rehired:
      return same_day(event, {"その日に更に資格を取得した", "Acquired again on that day"},
                      "健康保険法36条");
    default:
      return not_a_reason_of_loss();
  }
}

// 健康保険法38条; 附則3条6項 for special retirees
Result<Decision<Date>> voluntary_loss_day(Status status, EndReason reason, Date acquired,
                                          Date event) {
  const bool dated = reason != EndReason::age_75 && reason != EndReason::term_ended;
  if (dated && event < acquired) {
    return base::Fault{{"事由の生じた日が、資格取得日より前です。",
                        "The cause lies before the status began."},
                       {},
                       {"どちらの日付が正しいか確かめてください。", "Check both days."},
                       {}};
  }
  switch (reason) {
    // 1号: two years; special retirees have no such limit.
    case EndReason::term_ended:
      if (status == Status::special) return not_a_reason_of_loss();
      return voluntary_loss(acquired, std::nullopt);
    // 2号: 死亡: 翌日.
    case EndReason::death:
      return day_after(event, {"死亡した日の翌日", "Day after death"}, "健康保険法38条2号");
    // 3号: 納付期日までに納付しなかったとき: 翌日.
    case EndReason::premium_unpaid:
      return day_after(event, {"納付期日の翌日", "Day after the due day"}, "健康保険法38条3号");
    // 4号から6号: その日.
    case EndReason::insured_elsewhere:
      return same_day(event, {"被保険者となった日", "Day of the other insurance"},
                      "健康保険法38条4号");
    case EndReason::seamen_insured:
      return same_day(event, {"船員保険の被保険者となった日", "Day of the seamen's insurance"},
                      "健康保険法38条5号");
    case EndReason::age_75:
      return day_of_age(event, "健康保険法38条6号");
    case EndReason::disability_recognised:
      return same_day(event, {"障害認定の日", "Day of the recognition"}, "健康保険法38条6号");
    // 7号: the first of the month after the one in which the request was accepted.
    case EndReason::left_on_request:
      if (status == Status::special) {
        const Date lost = event.in_month().plus(1).first_day();
        return Decision<Date>{lost, {{{"申出が受理された月の翌月1日", "1st after the acceptance"},
                                      "健康保険法附則3条6項・38条7号", lost}}};
      }
      return voluntary_loss(acquired, event);
    default:
      return not_a_reason_of_loss();
  }
}

}  // namespace kenpo::eligibility
