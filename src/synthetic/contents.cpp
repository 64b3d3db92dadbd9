// Events as the records of a notification file.
#include <algorithm>

#include "base/individual_number.h"
#include "base/require.h"
#include "synthetic/events.h"

namespace kenpo::synthetic {

namespace {

namespace csv = format::notification_csv;
using base::Date;
using base::Month;
using base::Yen;

csv::Insured insured_of(const Insured& insured) {
  return {.number = std::to_string(insured.number),
          .name_kana = half_kana(insured.human.name),
          .name = written(insured.human.name),
          .born = insured.human.born};
}

std::optional<base::IndividualNumber> number_of(const Society& society, const Insured& insured) {
  if (!insured.has_individual_number) return std::nullopt;
  auto number = base::IndividualNumber::parse(individual_digits(society.plan, insured.serial));
  KENPO_REQUIRE(number.has_value());
  return number;
}

/// An invented 基礎年金番号; 課所符号 from 9000 on.
csv::PensionNumber pension_number(const Insured& insured) {
  constexpr std::uint32_t serials = 999'999;
  auto serial = std::to_string(insured.serial % serials + 1);
  constexpr std::size_t length = 6;
  serial.insert(0, length - serial.size(), '0');
  return {.office_code = std::to_string(9000 + insured.serial / serials), .serial = serial};
}

csv::Loss loss_of(const Society& society, const Insured& insured, const Event& event) {
  csv::Loss loss;
  loss.insured = insured_of(insured);
  loss.individual_number = number_of(society, insured);
  if (!loss.individual_number) loss.pension_number = pension_number(insured);
  loss.lost_on = event.on;
  loss.cause = event.cause;
  if (event.cause == csv::LossCause::retirement || event.cause == csv::LossCause::death) {
    loss.ended_on = event.on.plus_days(-1);
  }
  return loss;
}

/// The pay of a month: overtime moves it by up to 4 % around the agreed pay. The same month gives
/// the same pay in every notification.
Yen pay_in(const Society& society, const Insured& insured, Month month) {
  Draw draw(society.plan.seed + insured.serial, Stream::pay, month.index());
  const auto pay = std::int64_t{insured.pay_yen} * draw.between(960, 1040) / 1000;
  return Yen(std::min(pay, csv::capped_amount_yen));
}

/// Fills total and average from the months with enough days of pay.
void add_up(csv::MonthlyPay& pay, int least_days) {
  std::int64_t sum = 0;
  int count = 0;
  for (const auto& month : pay.months) {
    if (month.base_days < least_days) continue;
    sum += month.total.amount();
    ++count;
  }
  pay.total = Yen(std::min(sum, csv::capped_amount_yen));
  pay.average = count == 0 ? Yen() : base::Share::of(sum, count).truncated();
}

csv::PayMonth pay_month(const Society& society, const Insured& insured, Month month) {
  const auto total = pay_in(society, insured, month);
  // A commuter pass in kind for some.
  const auto in_kind = insured.serial % 50 == 0 && total > Yen(100'000) ? Yen(12'000) : Yen();
  return {.month = month.month(),
          .base_days = month.days(),
          .in_cash = total - in_kind,
          .in_kind = in_kind,
          .total = total};
}

constexpr int ordinary_days = 17;
constexpr int short_hours_days = 11;
int least_days(const Insured& insured) {
  return insured.short_hours ? short_hours_days : ordinary_days;
}

/// Joined after the first day of a month: that month is paid in part.
void pay_in_part(csv::PayMonth& month, const Insured& insured, Date first) {
  const int days = month.base_days;
  const int absent = std::clamp(insured.acquired.since(first), 0, days);
  if (absent == 0) return;
  const auto paid = month.total.amount() * (days - absent) / days;
  month = {.month = month.month,
           .base_days = days - absent,
           .in_cash = Yen(paid),
           .in_kind = Yen(),
           .total = Yen(paid)};
}

csv::RegularDetermination determination_of(const Society& society, const Insured& insured,
                                           const Event& event) {
  csv::RegularDetermination record;
  auto& pay = record.pay;
  const Month april = event.on.in_month().plus(-3);
  pay.insured = insured_of(insured);
  pay.applies_from = april.plus(5);
  Draw draw(society.plan.seed + insured.serial, Stream::pay, april.fiscal_year());
  for (int at = 0; at < 3; ++at) {
    auto& month = pay.months[static_cast<std::size_t>(at)];
    month = pay_month(society, insured, april.plus(at));
    if (insured.short_hours) month.base_days = draw.between(8, 16);
    if (draw.chance(10)) month.base_days = draw.between(0, 16);  // absent for long
    pay_in_part(month, insured, april.plus(at).first_day());
  }
  record.joined_midway = insured.acquired > april.first_day();
  record.short_time_worker = insured.short_hours;
  record.two_workplaces = insured.two_workplaces;
  add_up(pay, least_days(insured));
  return record;
}

csv::Revision revision_of(const Society& society, const Insured& insured, const Event& event) {
  csv::Revision record;
  auto& pay = record.pay;
  pay.insured = insured_of(insured);
  pay.applies_from = event.on.in_month();
  pay.change_month = pay.applies_from.plus(-3).month();
  for (int at = 0; at < 3; ++at) {
    auto& month = pay.months[static_cast<std::size_t>(at)];
    month = pay_month(society, insured, pay.applies_from.plus(at - 3));
    if (insured.short_hours) month.base_days = 12;
  }
  record.short_time_worker = insured.short_hours;
  record.two_workplaces = insured.two_workplaces;
  record.reason = "基本給の変更";
  add_up(pay, short_hours_days);
  return record;
}

csv::BonusPayment bonus_of(const Insured& insured, const Event& event) {
  constexpr std::int64_t unit_yen = 1000;
  csv::BonusPayment bonus;
  bonus.insured = insured_of(insured);
  bonus.paid_on = event.on;
  bonus.in_cash = Yen(event.amount_yen);
  bonus.total = base::cut_to(bonus.in_cash, unit_yen);
  bonus.seventy_or_over = base::age_on(insured.human.born, event.on) >= 70;
  bonus.two_workplaces = insured.two_workplaces;
  return bonus;
}

}  // namespace

csv::Content acquisition_of(const Society& society, std::uint32_t at) {
  const auto& insured = society.insured[at];
  csv::Acquisition record;
  record.insured = insured_of(insured);
  record.kind = insured.human.sex == Sex::male ? csv::InsuredKind::male : csv::InsuredKind::female;
  record.individual_number = number_of(society, insured);
  if (!record.individual_number) {
    record.postal_parent = "999";
    record.postal_child = "0001";
    record.address_kana = "ｶｸｳｼﾐﾎﾝﾁﾖｳ 1-2-3";
    record.address = "架空市見本町１－２－３";
    record.pension_number = pension_number(insured);
  }
  record.acquired_on = insured.acquired;
  // Families that come with the society stand in the ledger file; only new people announce them.
  record.has_dependents =
      insured.dependents > 0 && insured.acquired >= society.lead_in().first_day();
  record.pay_in_cash = Yen(insured.pay_yen);
  record.pay_total = record.pay_in_cash;
  record.seventy_or_over = base::age_on(insured.human.born, insured.acquired) >= 70;
  record.two_workplaces = insured.two_workplaces;
  record.short_time_worker = insured.short_hours;
  return record;
}

csv::Content content_of(const Society& society, const Event& event) {
  const auto& insured = society.insured[event.insured];
  switch (event.kind) {
    case EventKind::acquisition:
      return acquisition_of(society, event.insured);
    case EventKind::loss:
      return loss_of(society, insured, event);
    case EventKind::determination:
      return determination_of(society, insured, event);
    case EventKind::revision:
      return revision_of(society, insured, event);
    case EventKind::bonus:
      break;
  }
  return bonus_of(insured, event);
}

}  // namespace kenpo::synthetic
