// The notifications of pay of a file.
#include <algorithm>
#include <utility>

#include "eligibility/file_intake_act.h"
#include "eligibility/notified_pay_store.h"

namespace kenpo::eligibility {

namespace {

namespace csv = format::notification_csv;
using base::Date;
using base::Result;

bool is_capped(base::Yen amount) { return amount.amount() >= csv::capped_amount_yen; }

/// The part of a notification that 算定基礎届 and 月額変更届 share.
NotifiedPay monthly_pay(const csv::MonthlyPay& pay) {
  NotifiedPay made{.form = PayForm::regular,
                   .person = base::PersonId::draw(),
                   .period = PeriodId::draw(),
                   .establishment = base::EstablishmentId::draw(),
                   .case_id = base::CaseId::draw(),
                   .on = pay.applies_from.first_day()};
  for (std::size_t at = 0; at < made.months.size(); ++at) {
    const auto& month = pay.months[at];
    made.months[at] = {month.month, month.base_days, month.total};
    if (is_capped(month.total)) made.capped = YesNo::yes;
  }
  made.back_pay = pay.back_pay.value_or(base::Yen());
  made.back_pay_month = pay.back_pay_month;
  made.change_month = pay.change_month;
  made.direction = pay.change ? static_cast<int>(*pay.change) : 0;
  return made;
}

}  // namespace

/// Keeps the notification for the decision. Without status from `first` to `last` it goes to
/// people at once.
Result<> FileIntake::keep_pay(NotifiedPay pay, const Found& found, Date first, Date last) {
  const bool typed = given_.arrival == Arrival::typed;
  pay.person = found.person.id;
  pay.period = found.period.id;
  pay.establishment = given_.paid_by.value_or(given_.establishment.id);
  pay.case_id = given_.case_id;
  const bool insured = found.period.acquired <= last &&
                       (!found.period.lost || first < *found.period.lost);
  if (!insured && typed) {
    misfit(Misfit::pay_without_status, 0);
    return base::Done{};
  }
  if (!insured) {
    pay.state = PayState::for_people;
    KENPO_TRY(open_item(WorkKind::pay_after_loss, pay.person, first.in_month()));
  }
  KENPO_TRY(add(given_.transaction, given_.access, pay));
  return base::Done{};
}

// 健康保険法41条, 施行規則25条
Result<> FileIntake::take(csv::RegularDetermination& record, Line line) {
  const auto from = record.pay.applies_from;
  const auto found = KENPO_TRY(find(record.pay.insured, from.first_day(), line));
  if (!found) return base::Done{};
  auto pay = monthly_pay(record.pay);
  pay.part_time = yes_no(record.part_time);
  pay.short_hours = yes_no(record.short_time_worker);
  pay.joined_midway = yes_no(record.joined_midway);
  pay.two_workplaces = yes_no(record.two_workplaces);
  pay.annual_average = yes_no(record.annual_average);
  pay.revision_expected = yes_no(record.revision_expected);
  KENPO_TRY(keep_pay(std::move(pay), *found, from.first_day(), from.last_day()));
  ++counts_.pay_notifications;
  return base::Done{};
}

// 健康保険法43条, 施行規則26条
Result<> FileIntake::take(csv::Revision& record, Line line) {
  const auto from = record.pay.applies_from;
  const auto found = KENPO_TRY(find(record.pay.insured, from.first_day(), line));
  if (!found) return base::Done{};
  auto pay = monthly_pay(record.pay);
  pay.form = PayForm::revision;
  pay.short_hours = yes_no(record.short_time_worker);
  pay.two_workplaces = yes_no(record.two_workplaces);
  KENPO_TRY(keep_pay(std::move(pay), *found, from.first_day(), from.last_day()));
  ++counts_.pay_notifications;
  return base::Done{};
}

// 健康保険法45条, 施行規則27条
Result<> FileIntake::take(csv::BonusPayment& record, Line line) {
  const auto found = KENPO_TRY(find(record.insured, record.paid_on, line));
  if (!found) return base::Done{};
  // 健康保険法45条1項: of several workplaces the sum is cut to 1,000 yen, not what each paid.
  const bool several = record.two_workplaces;
  const auto paid = record.in_cash + record.in_kind;
  NotifiedPay pay{.form = PayForm::bonus,
                  .person = found->person.id,
                  .period = found->period.id,
                  .establishment = given_.establishment.id,
                  .case_id = given_.case_id,
                  .on = record.paid_on,
                  .amount = several ? paid : record.total,
                  .two_workplaces = yes_no(record.two_workplaces)};
  // Art 45: what is paid before the loss counts, also in the month of the loss; what is paid to
  // nobody insured is refused with the whole file, as from the keyboard.
  if (!found->period.holds(record.paid_on)) {
    misfit(Misfit::pay_without_status, line);
    return base::Done{};
  }
  KENPO_TRY(keep_pay(std::move(pay), *found, record.paid_on, record.paid_on));
  ++counts_.pay_notifications;
  return base::Done{};
}

}  // namespace kenpo::eligibility
