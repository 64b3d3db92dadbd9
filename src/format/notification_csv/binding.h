// Which item of a form is which member of its record: one list a form, for reading and for writing.
// A binder either fills the members from the cells or the cells from the members.
#pragma once

#include <concepts>
#include <type_traits>

#include "format/notification_csv/record.h"

namespace kenpo::format::notification_csv {

template <typename Record, typename Wanted>
concept RecordOf = std::same_as<std::remove_const_t<Record>, Wanted>;

template <typename Binder>
void bind_insured(Binder& binder, int first, auto& insured) {
  binder.text(first, insured.number);
  binder.text(first + 1, insured.name_kana);
  binder.text(first + 2, insured.name);
  binder.date(first + 3, insured.born);
}

template <typename Binder, RecordOf<Acquisition> Record>
void bind(Binder& binder, Record& record) {
  bind_insured(binder, 6, record.insured);
  binder.code(11, record.kind);
  binder.count(12, record.acquisition_class);
  binder.individual_number(13, record.individual_number);
  binder.code(14, record.no_address_reason);
  binder.text(15, record.individual_number_remark);
  binder.pension_number(16, record.pension_number);
  binder.date(18, record.acquired_on);
  binder.yes_no(20, record.has_dependents);
  binder.yen(21, record.pay_in_cash);
  binder.yen(22, record.pay_in_kind);
  binder.yen(23, record.pay_total);
  binder.flag(24, record.seventy_or_over);
  binder.flag(25, record.two_workplaces);
  binder.flag(26, record.short_time_worker);
  binder.flag(27, record.rehired_after_retirement);
  binder.text(28, record.remark);
  binder.text(29, record.postal_parent);
  binder.text(30, record.postal_child);
  binder.text(31, record.address_kana);
  binder.text(32, record.address);
  binder.flag(33, record.seventy_or_over_only);
  binder.flag(34, record.wants_certificate);
}

template <typename Binder, RecordOf<Loss> Record>
void bind(Binder& binder, Record& record) {
  bind_insured(binder, 6, record.insured);
  binder.individual_number(11, record.individual_number);
  binder.pension_number(12, record.pension_number);
  binder.date(14, record.lost_on);
  binder.code(16, record.cause);
  binder.date(17, record.ended_on);
  binder.flag(19, record.remark_item_1);
  binder.flag(20, record.remark_item_2);
  binder.text(21, record.remark);
  binder.count(22, record.certificates_attached);
  binder.count(23, record.certificates_not_returned);
  binder.flag(24, record.seventy_not_applicable);
  binder.date(25, record.seventy_ended_on);
  binder.flag(27, record.seventy_or_over_only);
}

template <typename Binder, RecordOf<MonthlyPay> Record>
void bind(Binder& binder, Record& record) {
  bind_insured(binder, 5, record.insured);
  binder.month(10, record.applies_from);
  binder.thousand_yen(13, record.previous_health);
  binder.thousand_yen(14, record.previous_pension);
  binder.month(15, record.previous_from);
  binder.count(18, record.change_month);
  binder.code(19, record.change);
  binder.count(20, record.back_pay_month);
  binder.yen(21, record.back_pay);
  for (int at = 0; at < 3; ++at) {
    auto& month = record.months[static_cast<std::size_t>(at)];
    binder.count(22 + at, month.month);
    binder.count(25 + at, month.base_days);
    binder.yen(28 + at, month.in_cash);
    binder.yen(31 + at, month.in_kind);
    binder.yen(34 + at, month.total);
  }
  binder.yen(37, record.total);
  binder.yen(38, record.average);
  binder.yen(39, record.corrected_average);
  binder.individual_number(40, record.individual_number);
  binder.pension_number(41, record.pension_number);
}

template <typename Binder, RecordOf<RegularDetermination> Record>
void bind(Binder& binder, Record& record) {
  bind(binder, record.pay);
  binder.flag(43, record.seventy_or_over);
  binder.text(44, record.seventy_months);
  binder.flag(45, record.two_workplaces);
  binder.flag(46, record.revision_expected);
  binder.flag(47, record.joined_midway);
  binder.flag(48, record.on_leave);
  binder.flag(49, record.short_time_worker);
  binder.flag(50, record.part_time);
  binder.flag(51, record.annual_average);
  binder.text(52, record.remark);
  binder.flag(53, record.seventy_or_over_only);
}

template <typename Binder, RecordOf<Revision> Record>
void bind(Binder& binder, Record& record) {
  bind(binder, record.pay);
  binder.flag(43, record.seventy_or_over);
  binder.flag(44, record.two_workplaces);
  binder.flag(45, record.short_time_worker);
  binder.text(46, record.reason);
  binder.flag(47, record.health_only);
  binder.text(48, record.remark);
  binder.flag(49, record.seventy_or_over_only);
}

template <typename Binder, RecordOf<BonusPayment> Record>
void bind(Binder& binder, Record& record) {
  bind_insured(binder, 5, record.insured);
  binder.date(10, record.paid_on);
  binder.yen(12, record.in_cash);
  binder.yen(13, record.in_kind);
  binder.yen(14, record.total);
  binder.individual_number(15, record.individual_number);
  binder.pension_number(16, record.pension_number);
  binder.flag(18, record.seventy_or_over);
  binder.flag(19, record.two_workplaces);
  binder.count(20, record.first_paid_day);
  binder.flag(21, record.seventy_or_over_only);
}

}  // namespace kenpo::format::notification_csv
