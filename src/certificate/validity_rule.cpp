#include "certificate/validity_rule.h"

#include <algorithm>

#include "certificate/elderly_rule.h"
#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Month;
using base::Result;
using base::Span;
using law::Decision;

namespace of_validity {

constexpr int months_of_a_year = 12;

/// The paper ends earlier for this reason.
void cut(Decision<Span>& decision, Date day, base::Words why, base::Plain article,
         const law::Row* row = nullptr) {
  if (decision.value.to <= day) return;
  decision.value.to = day;
  decision.basis.push_back({std::move(why), std::move(article), day, row});
}

/// The last day of a month on or before the day.
Date month_end_before(Date day) {
  const Date last = day.in_month().last_day();
  return last == day ? day : day.in_month().plus(-1).last_day();
}

/// The last day before the month `first_month` begins the next time after `day`.
Date end_before_month(Date day, int first_month) {
  const int year = day.month() >= first_month ? day.year() + 1 : day.year();
  return Month::make(year, first_month)->plus(-1).last_day();
}

// 健康保険法施行規則47条: at most five years from the issue.
Result<> of_confirmation(const ValidityInput& input, Decision<Span>& decision) {
  const auto& book = law::Book::carried();
  const auto years = KENPO_TRY(book.count("certificate.confirmation.validity", input.from));
  const Date longest = base::period_end(input.from, years.value * months_of_a_year);
  cut(decision, longest, {"交付の日から5年以内", "At most five years from the issue"},
      "健康保険法施行規則47条", years.row);
  if (is_short(input.card_use)) {
    const auto months =
        KENPO_TRY(book.count("certificate.confirmation.short.validity", input.from));
    cut(decision, input.from.in_month().plus(months.value).last_day(),
        {"カードが使えるまでの短期", "Short: until the card can be used again"}, "当組合の定め",
        months.row);
  }
  const auto month_end = KENPO_TRY(book.row("certificate.confirmation.month_end", input.from));
  cut(decision, month_end_before(decision.value.to), {"月の末日にそろえる", "Ends with a month"},
      "当組合の定め", month_end);
  return base::Done{};
}

/// Contents that hold up to 69 only: the share, the class of the limit, the amount of a disease.
Result<> cut_at_70(const ValidityInput& input, Decision<Span>& decision) {
  const auto first = KENPO_TRY(elderly_from(input.born, input.from));
  if (input.from >= first.value) return base::Done{};
  cut(decision, first.value.plus_days(-1),
      {"70歳に達する月の末日まで", "Until the end of the month in which 70 is reached"},
      "健康保険法74条1項2号");
  return base::Done{};
}

// 高齢者の医療の確保に関する法律50条・52条, 健康保険法36条
Result<> cut_at_the_end(const ValidityInput& input, Decision<Span>& decision) {
  const auto age = KENPO_TRY(law::Book::carried().count("eligibility.loss_age", input.from));
  cut(decision, base::reaches_age(input.born, age.value),
      {"75歳の誕生日の前日まで", "Until the day before the 75th birthday"},
      "高齢者の医療の確保に関する法律50条・52条", age.row);
  if (input.leaves) {
    cut(decision, input.leaves->plus_days(-1),
        {"資格喪失日の前日まで", "Until the day before the loss"}, "健康保険法36条");
  }
  return base::Done{};
}

Result<> of_kind(const ValidityInput& input, Decision<Span>& decision) {
  const auto& book = law::Book::carried();
  switch (input.kind) {
    case Kind::notice:
    case Kind::confirmation: {
      KENPO_TRY(of_confirmation(input, decision));
      const auto shows = KENPO_TRY(book.text("certificate.confirmation.shows_share", input.from));
      if (shows.value == "yes") KENPO_TRY(cut_at_70(input, decision));
      return base::Done{};
    }
    case Kind::elderly: {
      const auto until = KENPO_TRY(judged_until(decision.value.from));
      cut(decision, until.value, {"毎年の判定の前日まで", "Until the yearly judgement"},
          "健康保険法施行規則55条", until.basis.front().row);
      return base::Done{};
    }
    case Kind::limit: {
      const auto months = KENPO_TRY(book.count("certificate.limit.validity", input.from));
      cut(decision, base::period_end(decision.value.from, months.value),
          {"1年以内", "At most a year"}, "当組合の定め", months.row);
      return cut_at_70(input, decision);
    }
    case Kind::reduction: {
      const auto until = KENPO_TRY(tax_year_end(decision.value.from));
      cut(decision, until.value, {"課税の年度が替わる7月31日まで", "Until the tax year changes"},
          "健康保険法施行令42条", until.basis.front().row);
      return cut_at_70(input, decision);
    }
    case Kind::disease:
      return cut_at_70(input, decision);
  }
  return base::Done{};
}

bool begins_with_the_month(Kind kind) {
  return kind == Kind::limit || kind == Kind::reduction || kind == Kind::disease;
}

}  // namespace of_validity

// 健康保険法施行規則47条・52条・99条・103条の2・105条
Result<Decision<Span>> validity(const ValidityInput& input) {
  using namespace of_validity;
  constexpr int longest_life_years = 130;
  const Date from =
      begins_with_the_month(input.kind) ? input.from.in_month().first_day() : input.from;
  Decision<Span> decision{{from, input.born.plus_years_clamped(longest_life_years)}, {}};
  decision.basis.push_back({{"有効期間の始まり", "First day"},
                            begins_with_the_month(input.kind)
                                ? base::Plain("当組合の定め（申請のあった月の1日）")
                                : base::Plain("健康保険法施行規則47条・52条"),
                            from});
  KENPO_TRY(of_kind(input, decision));
  KENPO_TRY(cut_at_the_end(input, decision));
  if (decision.value.to < decision.value.from) {
    return base::Fault{{"この証には有効な日がありません。", "The paper would hold on no day."},
                       {"資格喪失日か75歳の誕生日より後に始まります。",
                        "It would begin after the loss or the 75th birthday."},
                       {"資格と生年月日を確かめてください。", "Check eligibility and birth date."},
                       {}};
  }
  return decision;
}

// 健康保険法施行令42条: April to July count the tax of the year before.
Result<Decision<Date>> tax_year_end(Date day) {
  const auto first = KENPO_TRY(law::Book::carried().count("certificate.tax_year.first_month", day));
  Decision<Date> decision{of_validity::end_before_month(day, first.value), {}};
  decision.basis.push_back({{"課税の年度の終わり", "End of the tax year"},
                            "健康保険法施行令42条",
                            decision.value,
                            first.row});
  return decision;
}

// 健康保険法施行規則55条
Result<Decision<Date>> judged_until(Date day) {
  const auto first = KENPO_TRY(law::Book::carried().count("certificate.elderly.judged.month", day));
  Decision<Date> decision{of_validity::end_before_month(day, first.value), {}};
  decision.basis.push_back({{"次の判定の前日", "The day before the next judgement"},
                            "健康保険法施行規則55条",
                            decision.value,
                            first.row});
  return decision;
}

}  // namespace kenpo::certificate
