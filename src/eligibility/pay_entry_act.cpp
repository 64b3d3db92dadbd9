#include "eligibility/pay_entry_act.h"

#include <algorithm>

#include "eligibility/establishment_store.h"
#include "eligibility/file_intake_act.h"
#include "eligibility/pay_report_act.h"
#include "format/notification_csv/correlation.h"

namespace kenpo::eligibility {

namespace {

namespace csv = format::notification_csv;
using base::Result;
using base::Yen;

base::Fault no_such_symbol() {
  return {{"この記号の事業所がありません。", "No establishment has this symbol."},
          {"記号は、当組合が事業所に付けた番号です。", "The symbol is the society's own."},
          {"記号を確かめてください。", "Check the symbol."},
          {}};
}

csv::Insured insured_of(const PayEntry& entry) {
  csv::Insured made;
  made.number = entry.number;
  made.born = entry.known_born;
  return made;
}

csv::MonthlyPay monthly_of(const PayEntry& entry) {
  const auto& pay = entry.pay;
  csv::MonthlyPay made;
  made.insured = insured_of(entry);
  made.applies_from = pay.on.in_month();
  made.change_month = pay.change_month;
  made.back_pay_month = pay.back_pay_month;
  if (pay.direction != 0) made.change = static_cast<csv::PayDirection>(pay.direction);
  if (pay.back_pay != Yen()) made.back_pay = pay.back_pay;
  for (std::size_t at = 0; at < made.months.size(); ++at) {
    const auto& month = pay.months[at];
    made.months[at] = {month.month, month.base_days, month.pay, Yen(), month.pay};
    made.total += month.pay;
  }
  constexpr std::int64_t months = 3;
  made.average = base::Share::of(made.total.amount(), months).truncated();
  return made;
}

csv::Content content_of(const PayEntry& entry) {
  const auto& pay = entry.pay;
  const auto is = [](YesNo value) { return value == YesNo::yes; };
  if (pay.form == PayForm::bonus) {
    constexpr std::int64_t unit_yen = 1000;
    csv::BonusPayment made;
    made.insured = insured_of(entry);
    made.paid_on = pay.on;
    made.in_cash = pay.amount;
    made.total = Yen(pay.amount.amount() / unit_yen * unit_yen);
    made.two_workplaces = is(pay.two_workplaces);
    return made;
  }
  if (pay.form == PayForm::revision) {
    csv::Revision made;
    made.pay = monthly_of(entry);
    made.two_workplaces = is(pay.two_workplaces);
    made.short_time_worker = is(pay.short_hours);
    return made;
  }
  csv::RegularDetermination made;
  made.pay = monthly_of(entry);
  made.two_workplaces = is(pay.two_workplaces);
  made.revision_expected = is(pay.revision_expected);
  made.joined_midway = is(pay.joined_midway);
  made.short_time_worker = is(pay.short_hours);
  made.part_time = is(pay.part_time);
  made.annual_average = is(pay.annual_average);
  return made;
}

Result<Establishment> establishment_with(const store::View& view,
                                         const notice::Recorder& recorder,
                                         const std::string& symbol) {
  for (const auto& each : KENPO_TRY(list_establishments(view))) {
    if (each.symbol != symbol) continue;
    if (!recorder.in_scope(each.id)) return notice::out_of_scope_fault();
    return each;
  }
  return no_such_symbol();
}

/// 健康保険法施行令47条: whose premium a bonus of another workplace is. That establishment stands on
/// the list of the society, whoever insures its other people.
Result<base::EstablishmentId> other_payer(const store::View& view, const PayEntry& entry) {
  const bool fits = entry.pay.form == PayForm::bonus && entry.pay.two_workplaces == YesNo::yes &&
                    entry.paid_by != entry.symbol;
  if (!fits) {
    return base::Fault{
        {"ほかの事業所が支払えるのは、二以上事業所勤務の賞与だけです。",
         "Only a bonus of somebody employed at several is paid by another establishment."},
        {"報酬月額は「二以上事業所勤務の合算」で入力します（健康保険法44条3項）。",
         "Monthly pay is added up by its own form (art 44(3))."},
        {"二以上事業所勤務を「はい」にするか、支払った事業所を空にしてください。",
         "Mark it as several workplaces, or leave the payer empty."},
        {}};
  }
  for (const auto& each : KENPO_TRY(list_establishments(view))) {
    if (each.symbol == entry.paid_by) return each.id;
  }
  return no_such_symbol();
}

base::Fault not_paid_yet() {
  return {{"支払日が先の日付です。", "The pay lies ahead."},
          {"支払ったあとの報酬・賞与だけを受け付けます。", "Only what was paid is notified."},
          {"支払年月日・改定年月・年を確かめてください。", "Check the day, the month or the year."},
          {}};
}

/// The last day on which any of it can have been paid: of monthly pay, the last of three months.
base::Date last_paid(const NotifiedPay& pay) {
  if (pay.form == PayForm::bonus) return pay.on;
  if (pay.form == PayForm::revision) return pay.on.in_month().plus(-1).first_day();
  constexpr int months_from_june_to_september = 3;
  return pay.on.in_month().plus(-months_from_june_to_september).first_day();
}

/// The rules between the items of the form, as for a file.
Result<> check(const csv::Content& content, base::Date today) {
  base::Faults faults;
  for (auto& found : csv::check_correlations(content, today)) {
    faults.push_back(std::move(found.fault));
  }
  if (!faults.empty()) return faults;
  return base::Done{};
}

}  // namespace

Result<base::PersonId> enter_pay(Ledger& ledger, const notice::Acting& acting,
                                 const PayEntry& entry) {
  return ledger.gate.perform<pay_enter>(
      acting, [&](const notice::Permit<pay_enter>& permit) -> Result<base::PersonId> {
        const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
        const auto now = ledger.gate.clock().now();
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto establishment =
            KENPO_TRY(establishment_with(transaction, permit.recorder(), entry.symbol));
        if (entry.pay.form == PayForm::pay_report) {
          const auto person = KENPO_TRY(
              keep_pay_report(transaction, access, establishment, entry, now));
          KENPO_TRY(transaction.commit(permit.recorder()));
          return person;
        }
        std::optional<base::EstablishmentId> paid_by;
        if (!entry.paid_by.empty()) {
          paid_by = KENPO_TRY(other_payer(transaction, entry));
        }
        csv::NotificationFile file;
        file.records.emplace_back().content = content_of(entry);
        if (now.day() < last_paid(entry.pay)) return not_paid_yet();
        KENPO_TRY(check(file.records.front().content, now.day()));
        FileIntake intake({.transaction = transaction,
                           .access = access,
                           .number_store = ledger.numbers,
                           .number_access = store::NumberAccess(
                               permit.grant<notice::Purpose::number_act_information_linkage>()),
                           .establishment = establishment,
                           .case_id = base::CaseId::draw(),
                           .now = now,
                           .file = {},
                           .arrival = Arrival::typed,
                           .paid_by = paid_by});
        KENPO_TRY(intake.run(file));
        const auto numbered =
            KENPO_TRY(periods_of_number(transaction, access, establishment.id, entry.number));
        KENPO_REQUIRE(!numbered.empty());
        KENPO_TRY(transaction.commit(permit.recorder()));
        return numbered.back().person;
      });
}

}  // namespace kenpo::eligibility
