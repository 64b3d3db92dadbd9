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

namespace {

/// The leaves of one kind, and the days worked in the month.
struct OfKind {
  std::vector<Span> spans;
  int worked_days = 0;
};

/// The leave begun so early that it meets the one before, when no working day lies between. The
/// days between count with it (premium.leave.childcare.gap).
// 施行規則135条
Result<Span> with_gap(const LeaveDays& leave, std::span<const LeaveDays> leaves) {
  if (!leave.joined_after) return leave.days;
  KENPO_TRY(law::Book::carried().text("premium.leave.childcare.gap", leave.days.from));
  const bool stands = std::ranges::any_of(leaves, [&](const LeaveDays& one) {
    return one.kind == leave.kind && one.days.to == *leave.joined_after;
  });
  return stands ? Span{leave.joined_after->plus_days(1), leave.days.to} : leave.days;
}

Result<OfKind> leaves_of_kind(std::span<const LeaveDays> leaves, Leave kind, Month month) {
  OfKind found;
  for (const auto& leave : leaves) {
    if (leave.kind != kind) continue;
    found.spans.push_back(KENPO_TRY(with_gap(leave, leaves)));
    if (leave.days.from.in_month() == month) found.worked_days += leave.worked_days;
  }
  return found;
}

Fault leave_fault(base::Words what, base::Words why) {
  return {std::move(what), std::move(why),
          {"申出書と見比べて直してください。", "Compare it with the application."}, {}};
}

}  // namespace

Result<Exemption> exemption_by(std::span<const LeaveDays> leaves, Month month) {
  Exemption all;
  if (leaves.empty()) return all;
  for (const auto kind : {Leave::maternity, Leave::childcare}) {
    const auto found = KENPO_TRY(leaves_of_kind(leaves, kind, month));
    if (found.spans.empty()) continue;
    const auto one = KENPO_TRY(leave_exemption(kind, found.spans, found.worked_days, month));
    all.monthly = all.monthly || one.monthly;
    all.bonus = all.bonus || one.bonus;
  }
  return all;
}

Result<law::Decision<Exemption>> explain_exemption_by(std::span<const LeaveDays> leaves,
                                                      Month month) {
  law::Decision<Exemption> all;
  for (const auto kind : {Leave::maternity, Leave::childcare}) {
    const auto found = KENPO_TRY(leaves_of_kind(leaves, kind, month));
    if (found.spans.empty()) continue;
    const auto one =
        KENPO_TRY(explain_leave_exemption(kind, found.spans, found.worked_days, month));
    all.value.monthly = all.value.monthly || one.value.monthly;
    all.value.bonus = all.value.bonus || one.value.bonus;
    all.basis.insert(all.basis.end(), one.basis.begin(), one.basis.end());
  }
  return all;
}

namespace {

/// What only one kind of leave has.
Result<> check_kind(const LeaveFact& leave) {
  if (leave.kind == Leave::childcare) {
    if (leave.expected == Expected::multiple) {
      return leave_fault({"多胎は産前産後休業だけのものです。",
                          "A multiple birth belongs to maternity leave."}, {});
    }
    if (leave.joined_after && leave.days.from <= *leave.joined_after) {
      return leave_fault({"前の休業が、この休業より前に終わっていません。",
                          "The leave before does not end before this one."}, {});
    }
    return base::Done{};
  }
  if (leave.joined_after) {
    return leave_fault({"就業日のない間をつなぐのは育児休業等だけです。",
                        "Only child-care leaves are joined."},
                       {"健康保険法施行規則135条の扱いです。", "Ordinance art 135."});
  }
  if (leave.worked_days != 0) {
    return leave_fault({"産前産後休業には就業日数がありません。", "No days are worked in it."},
                       {"就業日数は出生時育児休業だけのものです。",
                        "Days worked belong to child-care leave."});
  }
  if (!leave.due_on && !leave.born_on) {
    return leave_fault({"出産予定日か出産日が必要です。", "The day of birth is missing."},
                       {"産前産後休業の期間は出産の日から数えます（健康保険法43条の3）。",
                        "The days are counted from the birth (art 43-3)."});
  }
  return base::Done{};
}

}  // namespace

// 健康保険法43条の3・102条 (産前42日, 多胎98日, 産後56日)
Result<> check_leave(const LeaveFact& leave) {
  if (leave.days.to < leave.days.from) return wrong_span();
  if (leave.worked_days < 0 || leave.worked_days > leave.days.days()) {
    return leave_fault({"就業日数が休業の日数より多いです。", "More days worked than days of leave."},
                       {});
  }
  KENPO_TRY(check_kind(leave));
  if (leave.kind == Leave::childcare) return base::Done{};
  const auto& book = law::Book::carried();
  // A birth after its due date: the days before are counted from the due date.
  const auto until_birth = leave.due_on ? (leave.born_on ? std::min(*leave.due_on, *leave.born_on)
                                                         : *leave.due_on)
                                        : *leave.born_on;
  const auto birth = leave.born_on.value_or(leave.due_on.value_or(until_birth));
  const auto before = KENPO_TRY(book.count(leave.expected == Expected::multiple
                                               ? "eligibility.maternity_leave.before_multiple"
                                               : "eligibility.maternity_leave.before",
                                           leave.days.from));
  const auto after = KENPO_TRY(book.count("eligibility.maternity_leave.after", leave.days.from));
  const auto first = until_birth.plus_days(1 - static_cast<int>(before.value));
  const auto last = birth.plus_days(static_cast<int>(after.value));
  if (leave.days.from < first || last < leave.days.to) {
    return leave_fault({"産前産後休業の期間を外れています。", "Outside the days of maternity leave."},
                       {base::Plain("産前は") + before.value + "日（単胎・多胎で違います）、産後は" +
                            after.value + "日までです（健康保険法43条の3）。",
                        base::Plain("At most ") + before.value + " days before and " +
                            after.value + " days after the birth."});
  }
  return base::Done{};
}

}  // namespace kenpo::premium
