#include "eligibility/notified_pay_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using base::Yen;
using Draft = store::Draft<notified_pay_table>;
using Record = store::Record<notified_pay_table>;

/// The flags of a notification in the order of their bits.
constexpr YesNo NotifiedPay::* flag_members[] = {
    &NotifiedPay::part_time,      &NotifiedPay::short_hours,    &NotifiedPay::joined_midway,
    &NotifiedPay::two_workplaces, &NotifiedPay::annual_average, &NotifiedPay::revision_expected,
    &NotifiedPay::capped};

int flags_of(const NotifiedPay& pay) {
  int flags = 0;
  int bit = 1;
  for (const auto member : flag_members) {
    if (pay.*member == YesNo::yes) flags |= bit;
    bit *= 2;
  }
  return flags;
}

void set_flags(NotifiedPay& pay, int flags) {
  for (const auto member : flag_members) {
    pay.*member = yes_no(flags % 2 == 1);
    flags /= 2;
  }
}

NotifiedPay notified_from(const Record& record) {
  NotifiedPay pay{.id = record.get<NotifiedPayId>("notified"),
                  .form = record.get<PayForm>("form"),
                  .state = record.get<PayState>("state"),
                  .person = record.subject(),
                  .period = record.get<PeriodId>("period"),
                  .establishment = record.get<base::EstablishmentId>("establishment"),
                  .case_id = record.get<base::CaseId>("case_id"),
                  .on = record.get<base::Date>("on_day"),
                  .amount = record.get<Yen>("amount"),
                  .months = {},
                  .back_pay = record.get<Yen>("back_pay"),
                  .back_pay_month = record.get<std::optional<int>>("back_pay_month"),
                  .change_month = record.get<std::optional<int>>("change_month"),
                  .direction = record.get<int>("direction")};
  pay.months[0] = {record.get<int>("month_1"), record.get<int>("days_1"),
                   record.get<Yen>("pay_1")};
  pay.months[1] = {record.get<int>("month_2"), record.get<int>("days_2"),
                   record.get<Yen>("pay_2")};
  pay.months[2] = {record.get<int>("month_3"), record.get<int>("days_3"),
                   record.get<Yen>("pay_3")};
  set_flags(pay, record.get<int>("flags"));
  return pay;
}

Draft notified_draft(const NotifiedPay& pay) {
  Draft draft(pay.person);
  draft.set("notified", pay.id)
      .set("form", pay.form)
      .set("state", pay.state)
      .set("period", pay.period)
      .set("establishment", pay.establishment)
      .set("case_id", pay.case_id)
      .set("on_day", pay.on)
      .set("amount", pay.amount)
      .set("month_1", pay.months[0].month)
      .set("days_1", pay.months[0].base_days)
      .set("pay_1", pay.months[0].pay)
      .set("month_2", pay.months[1].month)
      .set("days_2", pay.months[1].base_days)
      .set("pay_2", pay.months[1].pay)
      .set("month_3", pay.months[2].month)
      .set("days_3", pay.months[2].base_days)
      .set("pay_3", pay.months[2].pay)
      .set("back_pay", pay.back_pay)
      .set("back_pay_month", pay.back_pay_month)
      .set("change_month", pay.change_month)
      .set("direction", pay.direction)
      .set("flags", flags_of(pay));
  return draft;
}

}  // namespace

Result<> add(store::Transaction& transaction, const NotifiedPayAccess& access,
             const NotifiedPay& pay) {
  KENPO_TRY(store::insert<notified_pay_table>(transaction, access, notified_draft(pay)));
  return base::Done{};
}

Result<> set_state(store::Transaction& transaction, const NotifiedPayAccess& access,
                   const NotifiedPay& pay, PayState state) {
  std::optional<store::RowId> row;
  KENPO_TRY(store::each<notified_pay_table>(transaction, access, {"notified = $1"}, {pay.id},
                                            [&](const Record& record) { row = record.row(); }));
  KENPO_REQUIRE(row.has_value());
  return set_state(transaction, access, {*row, pay}, state);
}

Result<> set_state(store::Transaction& transaction, const NotifiedPayAccess& access,
                   const WaitingPay& waiting, PayState state) {
  return store::assign<notified_pay_table>(transaction, access, waiting.row, waiting.pay.person,
                                           "state", state);
}

WaitingPay waiting_from(const Record& record) { return {record.row(), notified_from(record)}; }

Result<std::int64_t> count_waiting_pay(const store::View& view, const NotifiedPayAccess& access) {
  return store::count<notified_pay_table>(view, access, {"state = $1"}, {PayState::waiting});
}

Result<std::vector<NotifiedPay>> pay_of_case(const store::View& view,
                                             const NotifiedPayAccess& access,
                                             const base::CaseId& case_id) {
  return store::list<notified_pay_table>(view, access, {"case_id = $1", "ORDER BY row_id"},
                                         {case_id}, notified_from);
}

Result<std::vector<NotifiedPay>> pay_told_of(const store::View& view,
                                             const NotifiedPayAccess& access,
                                             const base::PersonId& person,
                                             const PeriodId& period) {
  auto told = KENPO_TRY(store::list<notified_pay_table>(
      view, access, {"subject_id = $1 AND period = $2 AND state <= $3", "ORDER BY row_id"},
      {person, period, PayState::for_people}, notified_from));
  std::erase_if(told, [](const NotifiedPay& one) {
    return one.form == PayForm::acquisition || one.form == PayForm::bonus;
  });
  return told;
}

Result<std::vector<NotifiedPay>> bonuses_of(const store::View& view,
                                            const NotifiedPayAccess& access,
                                            const base::PersonId& person, base::Date from,
                                            base::Date to) {
  return store::list<notified_pay_table>(
      view, access,
      {"subject_id = $1 AND form = $2 AND on_day >= $3 AND on_day <= $4",
       "ORDER BY on_day, row_id"},
      {person, PayForm::bonus, from, to}, notified_from);
}

Result<std::optional<NotifiedPay>> find_notified_pay(const store::View& view,
                                                     const NotifiedPayAccess& access,
                                                     const NotifiedPayId& id) {
  return store::find<notified_pay_table>(view, access, {"notified = $1"}, {id}, notified_from);
}

}  // namespace kenpo::eligibility
