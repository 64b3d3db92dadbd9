#include "format/notification_csv/correlation.h"

#include <algorithm>

#include "format/notification_csv/correlation_words.h"
#include "format/notification_csv/dependents_correlation.h"

namespace kenpo::format::notification_csv {

using base::Date;
using base::Yen;

namespace {

constexpr Yen cap(capped_amount_yen);

Yen capped(Yen amount) { return std::min(amount, cap); }

/// cash + kind, with anything over the cap written as the cap.
bool adds_up(Yen total, Yen in_cash, Yen in_kind) { return total == capped(in_cash + in_kind); }

class Check {
 public:
  Check(Date today) : today_(today) {}

  void operator()(const Acquisition& record) {
    not_future(10, record.insured.born);
    not_future(19, record.acquired_on);
    if (record.individual_number) {
      forbid(14, record.no_address_reason.has_value());
      forbid(15, !record.individual_number_remark.empty());
      forbid(29, !record.postal_parent.empty());
      forbid(30, !record.postal_child.empty());
      forbid(31, !record.address_kana.empty());
      forbid(32, !record.address.empty());
    } else {
      demand(29, !record.postal_parent.empty(), address_is_needed);
      demand(30, !record.postal_child.empty(), address_is_needed);
      demand(31, !record.address_kana.empty(), address_is_needed);
      if (record.no_address_reason == NoAddressReason::other) {
        demand(15, !record.individual_number_remark.empty(), reason_is_needed);
      }
    }
    pension_number(16, record.pension_number);
    demand(23, adds_up(record.pay_total, record.pay_in_cash, record.pay_in_kind),
           pay_does_not_add_up);
  }

  void operator()(const Loss& record) {
    not_future(10, record.insured.born);
    not_future(15, record.lost_on);
    if (record.ended_on) not_future(18, *record.ended_on);
    if (record.seventy_ended_on) not_future(26, *record.seventy_ended_on);
    demand(12, record.individual_number || record.pension_number, some_number_is_needed);
    pension_number(12, record.pension_number);
    if (record.cause == LossCause::retirement || record.cause == LossCause::death) {
      demand(18, record.ended_on.has_value(), end_day_is_needed);
      // 法36条: the day after death or the end of employment
      if (record.ended_on) {
        demand(15, record.lost_on == record.ended_on->plus_days(1), loss_is_not_next_day);
      }
    }
    if (record.cause == LossCause::age_75) {
      demand(15, record.lost_on > base::reaches_age(record.insured.born, 75), loss_is_before_75);
    }
    if (record.seventy_not_applicable) {
      demand(26, record.seventy_ended_on.has_value(), seventy_day_is_needed);
    }
    if (record.seventy_ended_on && record.ended_on) {
      demand(26, record.seventy_ended_on == record.ended_on, seventy_day_differs);
    }
  }

  void operator()(const RegularDetermination& record) {
    monthly(record.pay);
    demand(37, some_months_fit(record.pay), no_choice_of_months_fits);
  }

  void operator()(const Revision& record) {
    const MonthlyPay& pay = record.pay;
    monthly(pay);
    for (int at = 0; at < 3; ++at) {
      const auto& month = pay.months[static_cast<std::size_t>(at)];
      demand(22 + at, month.month == pay.applies_from.plus(at - 3).month(), months_do_not_lead_up);
      const int least_days = record.short_time_worker ? 11 : 17;
      if (month.base_days < least_days) add(25 + at, base_days_are_short(least_days));
    }
    const Yen sum = pay.months[0].total + pay.months[1].total + pay.months[2].total;
    demand(37, pay.total == capped(sum), total_does_not_add_up);
    if (amounts_are_true(pay)) {
      demand(38, pay.average == base::Share::of(sum.amount(), 3).truncated(), average_differs);
    }
  }

  void operator()(const BonusPayment& record) {
    not_future(9, record.insured.born);
    pension_number(16, record.pension_number);
    constexpr std::int64_t unit_yen = 1000;
    const Yen sum = record.in_cash + record.in_kind;
    const bool is_capped = sum > cap || record.in_cash == cap || record.in_kind == cap;
    const Yen least_capped = base::cut_to(cap, unit_yen);
    const bool fits = is_capped ? record.total == cap || record.total == least_capped
                                : record.total == base::cut_to(sum, unit_yen);
    demand(14, fits, bonus_does_not_add_up);
  }

  void operator()(const Dependents& record) { found = check_dependents(record, today_); }

  std::vector<ItemFault> found;

 private:
  void add(int item, base::Fault fault) { found.push_back({item, std::move(fault)}); }
  void demand(int item, bool holds, base::Fault (*fault)()) {
    if (!holds) add(item, fault());
  }
  void forbid(int item, bool filled) { demand(item, !filled, goes_without_number); }
  void not_future(int item, Date day) { demand(item, day <= today_, is_in_future); }
  void pension_number(int item, const std::optional<PensionNumber>& number) {
    if (!number) return;
    demand(item, !number->office_code.empty(), pension_number_is_half);
    demand(item + 1, !number->serial.empty(), pension_number_is_half);
  }

  void monthly(const MonthlyPay& pay) {
    not_future(9, pay.insured.born);
    pension_number(41, pay.pension_number);
    for (int at = 0; at < 3; ++at) {
      const auto& month = pay.months[static_cast<std::size_t>(at)];
      demand(34 + at, adds_up(month.total, month.in_cash, month.in_kind), pay_does_not_add_up);
    }
  }

  /// A capped month hides the amount from which the average was computed.
  static bool amounts_are_true(const MonthlyPay& pay) {
    return std::ranges::none_of(pay.months, [](const auto& month) { return month.total == cap; });
  }

  /// Months below the threshold of base days may be left out of total and average; which, is
  /// decided by the law, not here.
  static bool some_months_fit(const MonthlyPay& pay) {
    if (!amounts_are_true(pay)) return true;
    for (unsigned chosen = 0; chosen < 8; ++chosen) {
      Yen sum;
      int count = 0;
      for (unsigned at = 0; at < 3; ++at) {
        if ((chosen >> at & 1U) == 0) continue;
        sum += pay.months[at].total;
        ++count;
      }
      const Yen average = count == 0 ? Yen() : base::Share::of(sum.amount(), count).truncated();
      if (pay.total == capped(sum) && pay.average == capped(average)) return true;
    }
    return false;
  }

  Date today_;
};

}  // namespace

std::vector<ItemFault> check_correlations(const Content& content, Date today) {
  Check check(today);
  std::visit(check, content);
  return std::move(check.found);
}

}  // namespace kenpo::format::notification_csv
