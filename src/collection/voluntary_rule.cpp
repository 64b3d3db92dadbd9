#include "collection/voluntary_rule.h"

#include <algorithm>

#include "eligibility/voluntary_rule.h"
#include "law/book.h"
#include "premium/assessment_rule.h"
#include "premium/charged_rule.h"
#include "premium/month_rule.h"
#include "premium/prepayment_rule.h"
#include "premium/voluntary_month_rule.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Month;
using base::Rate;
using base::Result;
using base::Yen;

constexpr int half_year_months = 6;
constexpr int year_months = 12;

base::Fault prepayment_fault(base::Words what, base::Words why) {
  return collection_fault(std::move(what), std::move(why),
                          {"前納する期間を確かめてください。", "Check the months to prepay."});
}

// 健康保険法156条1項・2項, 附則7条1項: also of voluntary members.
Result<bool> bears_care(const VoluntaryFacts& member, Month month,
                        const premium::SocietyRates& rates) {
  const auto care = KENPO_TRY(premium::care_in(
      {member.born, member.care_exclusions, member.care_dependents}, month, rates));
  return care == premium::Care::charged;
}

/// Sums of rates for each month: everything, and the contribution for children alone.
struct RateLists {
  std::vector<Rate> all;
  std::vector<Rate> child;
  std::vector<Yen> flat;  // 特別介護保険料額
};

Result<RateLists> rates_for(const VoluntaryFacts& member, Month first, int months, Yen standard,
                            const RatesOfMonth& rates_of) {
  RateLists lists;
  for (int at = 0; at < months; ++at) {
    const auto month = first.plus(at);
    const auto of_month = KENPO_TRY(rate_month_of(month));
    const auto society = KENPO_TRY(rates_of(of_month));
    const auto rates = premium::borne_alone(society, standard);
    const bool charged = KENPO_TRY(bears_care(member, month, society));
    const auto care = charged ? premium::Care::charged : premium::Care::not_charged;
    lists.all.push_back(premium::applied_rate(rates, care).total);
    lists.flat.push_back(premium::applied_flat(rates, care).total);
    lists.child.push_back(rates.child.total);
  }
  return lists;
}

/// The prepayment divided into its books: the contribution by its own rates, the rest is health.
Result<law::Decision<VoluntaryPremium>> prepay(Month first, Yen standard,
                                               const RateLists& rates) {
  const auto all = KENPO_TRY(premium::prepayment(first, standard, rates.all, rates.flat));
  const auto child = KENPO_TRY(premium::prepayment(first, standard, rates.child));
  return law::Decision<VoluntaryPremium>{
      {.health = all.value - child.value, .child = child.value}, all.basis};
}

/// The months of the unit that the month lies in (施行令48条).
struct UnitMonths {
  Month first = {};
  Month last = {};
};
Result<UnitMonths> unit_of(PrepaymentUnit unit, Month month) {
  const auto begins = KENPO_TRY(
      law::Book::carried().count("collection.half_year.first_month", month.first_day()));
  const int into_year = (month.month() - static_cast<int>(begins.value) + year_months) %
                        year_months;
  const int length = unit == PrepaymentUnit::year ? year_months : half_year_months;
  const auto start = month.plus(-(into_year % length));
  return UnitMonths{start, start.plus(length - 1)};
}

// 健康保険法施行令48条: a part of the unit only for who joins within it.
Result<> check_first(const VoluntaryFacts& member, const UnitMonths& unit, Month first) {
  if (first == unit.first || member.acquired.in_month() >= unit.first) return base::Done{};
  return collection_fault(
      {"前納は、期間の初めの月からです。", "Prepayment begins with the unit's first month."},
      {base::Plain("この期間は") + base::Plain(unit.first) + "からです。途中の月からできるのは、"
           "期間の途中で資格を取得した人だけです（施行令48条）。",
       base::Plain("The unit begins in ") + base::Plain(unit.first) +
           "; a part is for who joins within it (Order art 48)."},
      {"初めの月を、期間の初めの月にしてください。", "Choose the first month of a unit."});
}

}  // namespace

Result<Month> rate_month_of(Month month) { return premium::voluntary_rate_month(month); }

// 健康保険法156条3項
bool voluntary_charged(const VoluntaryFacts& member, Month month) {
  return premium::month_charged({member.acquired, member.lost}, month);
}

// 健康保険法156条・161条1項
Result<law::Decision<VoluntaryPremium>> voluntary_premium(Yen standard,
                                                          const VoluntaryFacts& member,
                                                          Month month,
                                                          const premium::SocietyRates& rates) {
  const auto alone = premium::borne_alone(rates, standard);
  const bool care = KENPO_TRY(bears_care(member, month, rates));
  const auto premium = premium::explain_month_premium(
      standard, alone, care ? premium::Care::charged : premium::Care::not_charged);
  const auto child = (base::Share(standard) * alone.child.total).truncated();
  law::Decision<VoluntaryPremium> decision{
      {.health = premium.value.total - child, .child = child}, premium.basis};
  decision.basis.push_back({{"うち子ども・子育て支援金", "Of it the contribution for children"},
                            "健康保険法156条1項", child});
  decision.basis.push_back({{"全額を本人が負担", "Borne by the member alone"},
                            "健康保険法161条1項ただし書", premium.value.total});
  return decision;
}

// 健康保険法156条・161条1項
Result<VoluntaryPremium> owed_for(const VoluntaryFacts& member, Month month,
                                  const RatesOfMonth& rates) {
  const auto standard = member.standard_in(month);
  if (!standard || !voluntary_charged(member, month)) return VoluntaryPremium{};
  const auto of_month = KENPO_TRY(rate_month_of(month));
  const auto at = KENPO_TRY(rates(of_month));
  return KENPO_TRY(voluntary_premium(*standard, member, month, at)).value;
}

Result<CorrectionCause> cause_of(const VoluntaryFacts& member, Month month,
                                 const VoluntaryPremium& asked, Yen standard,
                                 const RatesOfMonth& rates) {
  const auto now = member.standard_in(month);
  if (!now || !voluntary_charged(member, month) || asked.total() == Yen()) {
    return CorrectionCause::status;
  }
  if (*now != standard) return CorrectionCause::standard;
  const auto of_month = KENPO_TRY(rate_month_of(month));
  const auto at = KENPO_TRY(rates(of_month));
  const auto alone = premium::borne_alone(at, standard);
  const bool care = KENPO_TRY(bears_care(member, month, at));
  const auto other = care ? premium::Care::not_charged : premium::Care::charged;
  const bool by_care = premium::month_premium(standard, alone, other).total == asked.total();
  return by_care ? CorrectionCause::care : CorrectionCause::rate;
}

// 健康保険法164条1項ただし書
Result<Date> voluntary_due(Month month) {
  const auto day = KENPO_TRY(law::Book::carried().count("voluntary.due_day", month.first_day()));
  return month.first_day().plus_days(static_cast<int>(day.value) - 1);
}

Result<Date> first_due_on(Month month, Date demanded_on) {
  const auto days =
      KENPO_TRY(law::Book::carried().count("collection.voluntary.first_due", demanded_on));
  const auto tenth = KENPO_TRY(voluntary_due(month));
  return std::max(tenth, demanded_on.plus_days(days.value));
}

// 健康保険法165条, 施行令48条・49条, 施行規則139条
Result<law::Decision<PrepaymentQuote>> quote_prepayment(const VoluntaryFacts& member,
                                                        PrepaymentUnit unit, Month first,
                                                        const RatesOfMonth& rates) {
  if (first <= member.acquired.in_month()) {
    return prepayment_fault({"前納は、資格を取得した月の翌月の分からです。",
                             "Prepayment begins with the month after the acquisition."},
                            {"施行令48条", "Order art 48"});
  }
  const auto of_unit = KENPO_TRY(unit_of(unit, first));
  KENPO_TRY(check_first(member, of_unit, first));
  auto last = of_unit.last;
  if (member.status == eligibility::Status::voluntary) {
    const auto lapse = KENPO_TRY(eligibility::voluntary_loss(member.acquired, std::nullopt)).value;
    last = std::min(last, lapse.in_month().plus(-1));
  }
  if (last < first || !voluntary_charged(member, first)) {
    return prepayment_fault({"その月は資格がありません。", "There is no status in the month."}, {});
  }
  const auto standard = member.standard_in(first);
  if (!standard) {
    return prepayment_fault({"標準報酬月額が決まっていません。", "No standard is decided."}, {});
  }
  const int months = last.since(first) + 1;
  const auto lists = KENPO_TRY(rates_for(member, first, months, *standard, rates));
  const auto amount = KENPO_TRY(prepay(first, *standard, lists));
  base::Share plain;
  for (const auto rate : lists.all) plain = plain + base::Share(*standard) * rate;
  for (const auto flat : lists.flat) plain = plain + base::Share(flat);
  return law::Decision<PrepaymentQuote>{{.first = first,
                                         .months = months,
                                         .due = first.plus(-1).last_day(),
                                         .amount = amount.value,
                                         .without_discount = plain.truncated()},
                                        amount.basis};
}

// 健康保険法施行令50条, 施行規則139条・140条
Result<law::Decision<Repricing>> reprice(const VoluntaryFacts& member,
                                         const VoluntaryDemand& prepaid,
                                         const RatesOfMonth& rates) {
  const auto first = prepaid.debt.key.month;
  const auto rule = KENPO_TRY(
      law::Book::carried().text("collection.prepayment.risen", first.first_day()));
  const auto lists = KENPO_TRY(rates_for(member, first, prepaid.months, prepaid.standard, rates));
  const auto now = KENPO_TRY(prepay(first, prepaid.standard, lists));
  const auto paid = prepaid.debt.total();
  law::Decision<Repricing> decision{{}, now.basis};
  decision.basis.push_back({{"前納された額", "Prepaid"}, "健康保険法165条1項", paid});
  if (paid > now.value.total()) {
    const auto more = paid - now.value.total();
    const auto child =
        std::clamp(prepaid.debt.child - now.value.child, Yen(), more);
    decision.value.surplus = {.health = more - child, .child = child};
    decision.basis.push_back({{"前納が多すぎる額", "Too much"}, "健康保険法施行規則139条", more});
    return decision;
  }
  const auto lacking = KENPO_TRY(
      premium::prepayment_shortfalls(first, prepaid.standard, lists.all, paid, lists.flat));
  for (std::size_t at = 0; at < lacking.size(); ++at) {
    if (lacking[at] <= Yen()) continue;
    // All in millionths of a yen: a rate counts millionths.
    constexpr base::Share::Wide millionths_of_yen = 1'000'000;
    const base::Share::Wide standard = prepaid.standard.amount();
    const auto whole =
        standard * lists.all[at].millionths + lists.flat[at].amount() * millionths_of_yen;
    const auto child =
        base::Share::of(lacking[at].amount() * standard * lists.child[at].millionths, whole)
            .truncated();
    const auto month = first.plus(static_cast<int>(at));
    decision.value.shortfalls.emplace_back(
        month, VoluntaryPremium{.health = lacking[at] - child, .child = child});
    decision.basis.push_back({{"不足する額", "Lacking"}, "健康保険法施行令50条", lacking[at],
                              rule.row});
  }
  return decision;
}

// 健康保険法施行令51条
Result<law::Decision<VoluntaryPremium>> unexpired_part(const VoluntaryFacts& member,
                                                       const VoluntaryDemand& prepaid, Date lost,
                                                       const RatesOfMonth& rates) {
  // The month of the loss bears no premium (156条3項).
  const auto first = std::max(lost.in_month(), prepaid.debt.key.month);
  if (first > prepaid.last()) return law::Decision<VoluntaryPremium>{};
  const int months = prepaid.last().since(first) + 1;
  const auto lists = KENPO_TRY(rates_for(member, first, months, prepaid.standard, rates));
  auto part = KENPO_TRY(prepay(first, prepaid.standard, lists));
  part.value.health = std::min(part.value.health, prepaid.debt.health);
  part.value.child = std::min(part.value.child, prepaid.debt.child);
  part.basis.push_back({{"資格喪失日", "Lost on"}, "健康保険法38条", lost});
  part.basis.push_back({{"前納期間の残りの額（還付する額）", "Given back"}, "健康保険法施行令51条",
                        part.value.total()});
  return part;
}

Result<Yen> value_in_advance(Month first, Month month, Yen amount) {
  // One month at the whole of the amount, those before it at nothing.
  constexpr std::int64_t whole = 1'000'000;
  std::vector<Rate> rates(static_cast<std::size_t>(month.since(first)), Rate());
  rates.push_back(Rate{whole});
  return KENPO_TRY(premium::prepayment(first, amount, rates)).value;
}

// 健康保険法37条2項・38条3号
std::optional<UnpaidLoss> unpaid_loss(const VoluntaryFacts& member, const VoluntaryDemand& demand,
                                      Date today) {
  const auto& debt = demand.debt;
  if (debt.key.kind != DebtKind::voluntary_month) return std::nullopt;
  if (debt.rest() <= Yen() || today <= debt.due) return std::nullopt;
  if (debt.key.month == member.acquired.in_month()) {
    return UnpaidLoss{member.acquired, UnpaidLoss::Kind::never_became};
  }
  return UnpaidLoss{debt.due.plus_days(1), UnpaidLoss::Kind::loss};
}

}  // namespace kenpo::collection
