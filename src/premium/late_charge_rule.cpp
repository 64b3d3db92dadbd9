#include "premium/late_charge_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::premium {

namespace {

using base::Date;
using base::Result;
using base::Share;
using base::Span;
using base::Yen;

/// Part of the period within one calendar year and at one of the two rates.
struct Stretch {
  Span days;
  law::Figure<base::Rate> rate;
};

/// The part that begins on `from`: it ends with the year, the lower rate or the period.
Result<Stretch> stretch_from(Date from, Date lower_until, Date last) {
  const bool lower = from <= lower_until;
  const auto rate =
      KENPO_TRY(law::Book::carried().rate(lower ? "premium.late_charge.lower_rate"
                                                : "premium.late_charge.higher_rate", from));
  Date to = std::min(last, *Date::make(from.year(), 12, 31));
  if (lower) to = std::min(to, lower_until);
  return Stretch{{from, to}, rate};
}

/// 附則9条: the exact charge on a base for a span of days, each year at its own rates, days by 365 in
/// every year; each stretch is told.
Result<Share> exact_charge(Yen charged, Span days, Date lower_until, std::int64_t year_days,
                           std::vector<law::Basis>& basis) {
  Share sum;
  for (Date from = days.from; from <= days.to;) {
    const auto stretch = KENPO_TRY(stretch_from(from, lower_until, days.to));
    sum = sum + Share(charged) * stretch.rate.value * stretch.days.days() / year_days;
    basis.push_back({{"期間", "Days"}, "健康保険法181条1項", stretch.days});
    basis.push_back({{"その期間の年率", "Yearly rate of these days"}, "健康保険法附則9条",
                     stretch.rate.value, stretch.rate.row});
    from = stretch.days.to.plus_days(1);
  }
  return sum;
}

}  // namespace

// 健康保険法181条・附則9条
Result<law::Decision<Yen>> late_charge(Yen amount, Date due, Date paid,
                                       std::optional<Date> reminder_deadline) {
  const auto& book = law::Book::carried();
  law::Decision<Yen> decision;
  auto& basis = decision.basis;
  const base::Plain article("健康保険法181条1項");

  // 1項: from the day after the due date to the day before the payment.
  const Span period{due.plus_days(1), paid.plus_days(-1)};
  if (period.to < period.from) {
    basis.push_back({{"納期限の翌日までに納付され、延滞日数がない", "No day of delay"}, article,
                     law::Count{0, law::Unit::days}});
    return decision;
  }
  // 4項: paid by the deadline of the reminder.
  if (reminder_deadline && paid <= *reminder_deadline) {
    basis.push_back({{"督促状の指定期限までに納付", "Paid by the deadline of the reminder"},
                     "健康保険法181条4項", *reminder_deadline});
    return decision;
  }
  // 3項: the amount without what is below 1,000 yen.
  const auto base_unit = KENPO_TRY(book.yen("premium.late_charge.base_unit", period.from));
  const Yen charged = base::cut_to(amount, base_unit.value.amount());
  basis.push_back({{"計算の基礎（1,000円未満切捨て）", "Base, cut to 1,000 yen"},
                   "健康保険法181条3項", charged, base_unit.row});
  if (charged == Yen()) return decision;
  basis.push_back({{"延滞の期間", "Period of delay"}, article, period});

  // 1項: the lower rate for three months from the day after the due date (民法143条).
  const auto months = KENPO_TRY(book.count("premium.late_charge.lower_rate_period", period.from));
  const Date lower_until = base::period_end(period.from, months.value);
  // 附則9条: each calendar year its own rate, days by 365 in every year.
  const auto year_days = KENPO_TRY(book.count("premium.late_charge.year_days", period.from));
  const auto sum =
      KENPO_TRY(exact_charge(charged, period, lower_until, year_days.value, basis));
  // 5項: the exact sum, cut to 100 yen; nothing below.
  const auto unit = KENPO_TRY(book.yen("premium.late_charge.unit", period.from));
  decision.value = base::cut_to(sum.truncated(), unit.value.amount());
  basis.push_back({{"延滞金（100円未満切捨て）", "Late charge, cut to 100 yen"},
                   "健康保険法181条5項", decision.value, unit.row});
  return decision;
}

// 健康保険法181条2項
Result<law::Decision<Yen>> late_charge_in_parts(Yen amount, Date due, std::vector<PartPaid> parts,
                                                Date until,
                                                std::optional<Date> reminder_deadline) {
  const auto& book = law::Book::carried();
  std::ranges::sort(parts, {}, &PartPaid::on);
  Yen left = amount;
  for (const auto& part : parts) left -= part.amount;
  if (left > Yen()) {
    parts.push_back({parts.empty() ? until : std::max(until, parts.back().on), left});
  }
  if (parts.size() == 1) return late_charge(amount, due, parts[0].on, reminder_deadline);

  law::Decision<Yen> decision;
  auto& basis = decision.basis;
  const Date paid = parts.empty() ? until : parts.back().on;
  const Span period{due.plus_days(1), paid.plus_days(-1)};
  const bool reminded_in_time = reminder_deadline && paid <= *reminder_deadline;
  if (period.to < period.from || reminded_in_time) {
    return late_charge(amount, due, paid, reminder_deadline);
  }
  const auto base_unit = KENPO_TRY(book.yen("premium.late_charge.base_unit", period.from));
  const auto months = KENPO_TRY(book.count("premium.late_charge.lower_rate_period", period.from));
  const auto year_days = KENPO_TRY(book.count("premium.late_charge.year_days", period.from));
  const Date lower_until = base::period_end(period.from, months.value);
  Share sum;
  Yen open = amount;
  Date from = period.from;
  for (const auto& part : parts) {
    const Span days{from, part.on.plus_days(-1)};
    const Yen charged = base::cut_to(open, base_unit.value.amount());
    if (days.from <= days.to && charged > Yen()) {
      basis.push_back({{"計算の基礎（1,000円未満切捨て）", "Base, cut to 1,000 yen"},
                       "健康保険法181条3項", charged, base_unit.row});
      basis.push_back({{"この額の延滞の期間", "Delay of this amount"}, "健康保険法181条1項", days});
      sum = sum + KENPO_TRY(exact_charge(charged, days, lower_until, year_days.value, basis));
    }
    open -= part.amount;
    from = std::max(from, part.on);
    basis.push_back({{"納付された日（以後の基礎から除く）", "Paid on"}, "健康保険法181条2項", part.on});
    basis.push_back({{"納付された額", "Amount paid"}, "健康保険法181条2項", part.amount});
  }
  const auto unit = KENPO_TRY(book.yen("premium.late_charge.unit", period.from));
  decision.value = base::cut_to(sum.truncated(), unit.value.amount());
  basis.push_back({{"延滞金（100円未満切捨て）", "Late charge, cut to 100 yen"},
                   "健康保険法181条5項", decision.value, unit.row});
  return decision;
}

}  // namespace kenpo::premium
