#include "premium/leave_rule.h"

#include <algorithm>
#include <optional>

#include "law/book.h"

namespace kenpo::premium {

namespace {

using base::Date;
using base::Fault;
using base::Month;
using base::Result;
using base::Span;

/// What was found on the way to an exemption.
struct Found {
  Exemption exemption;
  std::optional<Span> whole;   // the leave that covers the month to its end
  bool beyond = false;         // that leave is longer than the span that frees bonuses
  int inside_days = 0;         // days of leaves inside the month, worked days taken off
  const law::Row* days_row = nullptr;
  const law::Row* beyond_row = nullptr;
  const law::Row* maternity_row = nullptr;
};

Fault wrong_span() {
  return {{"休業の終了日が開始日より前です。", "A leave ends before it begins."},
          {},
          {"開始日と終了日を確かめてください。", "Check the first and the last day."},
          {}};
}

/// From the month of the first day to the month before the one of the day after the end.
bool covers(const Span& leave, Month month) {
  return leave.from.in_month() <= month && month < leave.to.plus_days(1).in_month();
}

/// First day and day after the end in this one month.
bool is_inside(const Span& leave, Month month) {
  return leave.from.in_month() == month && leave.to.plus_days(1).in_month() == month;
}

// 健康保険法159条の3
Result<Found> maternity(std::span<const Span> leaves, Month month) {
  Found found;
  for (const auto& leave : leaves) {
    if (!covers(leave, month)) continue;
    const auto rule =
        KENPO_TRY(law::Book::carried().text("premium.leave.maternity.exempt", month.first_day()));
    found.maternity_row = rule.row;
    found.whole = leave;
    found.exemption = {true, true};
  }
  return found;
}

// 健康保険法159条1項; 施行規則135条
Result<Found> childcare(std::span<const Span> leaves, int worked_days, Month month) {
  const auto& book = law::Book::carried();
  Found found;
  int days = 0;
  for (const auto& leave : leaves) {
    const bool whole = covers(leave, month);
    if (!whole && !is_inside(leave, month)) continue;
    // The rules are those of the day on which the leave began.
    const auto beyond =
        KENPO_TRY(book.count("premium.leave.childcare.bonus_beyond", leave.from));
    const auto shortest =
        KENPO_TRY(book.count("premium.leave.childcare.shortest_days", leave.from));
    found.days_row = shortest.row;
    found.beyond_row = beyond.row;
    if (whole) {
      // 1項1号: the month is covered to its end.
      found.exemption.monthly = true;
      found.whole = leave;
      // Bonuses only when the leave is longer than one month (民法143条).
      found.beyond = found.beyond || leave.to > base::period_end(leave.from, beyond.value);
    } else {
      days += leave.days();
    }
  }
  // 1項2号: leaves inside the month are added up; 14 days without the days worked are enough.
  found.inside_days = std::max(0, days - worked_days);
  if (found.days_row != nullptr && days > 0 && found.inside_days >= found.days_row->number) {
    found.exemption.monthly = true;
  }
  found.exemption.bonus = found.beyond;
  return found;
}

Result<Found> find(Leave kind, std::span<const Span> leaves, int worked_days, Month month) {
  const bool ordered = std::ranges::all_of(leaves, [](auto& each) { return each.from <= each.to; });
  if (!ordered) return wrong_span();
  const auto one = joined(leaves);
  return kind == Leave::maternity ? maternity(one, month) : childcare(one, worked_days, month);
}

}  // namespace

std::vector<Span> joined(std::span<const Span> leaves) {
  std::vector<Span> ordered(leaves.begin(), leaves.end());
  std::ranges::sort(ordered, {}, &Span::from);
  std::vector<Span> one;
  for (const auto& leave : ordered) {
    if (!one.empty() && leave.from <= one.back().to.plus_days(1)) {
      one.back().to = std::max(one.back().to, leave.to);
    } else {
      one.push_back(leave);
    }
  }
  return one;
}

Result<Exemption> leave_exemption(Leave kind, std::span<const Span> leaves, int worked_days,
                                  Month month) {
  return KENPO_TRY(find(kind, leaves, worked_days, month)).exemption;
}

Result<law::Decision<Exemption>> explain_leave_exemption(Leave kind, std::span<const Span> leaves,
                                                         int worked_days, Month month) {
  const Found found = KENPO_TRY(find(kind, leaves, worked_days, month));
  law::Decision<Exemption> decision{found.exemption, {}};
  auto& basis = decision.basis;
  const bool is_maternity = kind == Leave::maternity;
  const base::Plain article =
      is_maternity ? base::Plain("健康保険法159条の3") : base::Plain("健康保険法159条1項");
  for (const auto& leave : joined(leaves)) {
    basis.push_back({{"休業（続くものは1つとする）", "Leave; touching leaves are one"}, article, leave});
  }
  basis.push_back({{"対象の月", "Month"}, article, month});
  if (found.whole) {
    basis.push_back({{"月の末日まで休業", "On leave to the end of the month"}, article, *found.whole,
                     found.maternity_row});
  }
  if (!is_maternity && found.days_row != nullptr) {
    basis.push_back({{"月の中で終わる休業の日数（就業日を除く）",
                      "Days of leaves inside the month, without days worked"},
                     "健康保険法159条1項2号", law::Count{found.inside_days, law::Unit::days},
                     found.days_row});
    basis.push_back({{"休業が1か月を超える", "The leave is longer than one month"}, article,
                     found.beyond, found.beyond_row});
  }
  basis.push_back({{"月の保険料を徴収しない", "The month's premium is not levied"}, article,
                   decision.value.monthly});
  basis.push_back({{"賞与の保険料を徴収しない", "The premium on bonuses is not levied"}, article,
                   decision.value.bonus});
  return decision;
}

}  // namespace kenpo::premium
