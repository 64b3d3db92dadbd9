#include "certificate/elderly_rule.h"

#include "law/book.h"

namespace kenpo::certificate {

namespace {

using base::Date;
using base::Month;
using base::Rate;
using base::Result;
using base::Yen;
using law::Decision;

base::Fault former_share() {
  return {{"1割負担の特例措置の対象です。", "The former share of 10 % applies."},
          {"この割合は計算できません。", "This share is not computed."},
          {"生年月日と診療月を確かめてください。", "Check the birth date and the month."},
          {}};
}

/// Whether the person still had the special measure of 10 %.
bool had_ten_percent(Date born, Date on) {
  const auto* row = law::Book::carried().find("certificate.elderly.ten_percent.last_birth", on);
  return row != nullptr && born <= Date::parse(row->value).value_or(Date());
}

/// 施行令34条2項: the income lies under the bound of one or of several people.
Result<bool> relieved(const Relief& relief, Date on, std::vector<law::Basis>& basis) {
  const auto bound =
      KENPO_TRY(law::Book::carried().yen(relief.members > 1 ? "certificate.elderly.relief.together"
                                                            : "certificate.elderly.relief.alone",
                                         on));
  basis.push_back({{"基準収入額適用申請の収入", "Income of the application"},
                   "健康保険法施行令34条2項",
                   relief.income});
  const bool under = relief.income < bound.value;
  basis.push_back({{"収入が基準額に満たない", "The income is under the bound"},
                   "健康保険法施行令34条2項",
                   under,
                   bound.row});
  return under;
}

/// 健康保険法74条1項3号, 110条2項: income as of people at work.
Result<bool> has_active_income(const ElderlyInput& input, Date on, std::vector<law::Basis>& basis) {
  // 110条2項: the insured person too is past 70.
  const auto insured_from = KENPO_TRY(elderly_from(input.insured_born, on));
  const bool insured_past = insured_from.value <= on;
  basis.push_back({{"被保険者も70歳以上", "The insured person too is past 70"},
                   "健康保険法74条1項3号・110条2項",
                   insured_past});
  if (!insured_past) return false;
  // 施行令34条1項: 280,000 yen or more.
  const auto bound =
      KENPO_TRY(law::Book::carried().yen("certificate.elderly.active_income.standard", on));
  basis.push_back({{"標準報酬月額", "Standard remuneration"},
                   "健康保険法施行令34条1項",
                   input.standard,
                   bound.row});
  if (input.standard < bound.value) return false;
  // 施行令34条2項: relief on application.
  if (!input.relief) return true;
  const bool is_relieved = KENPO_TRY(relieved(*input.relief, on, basis));
  return !is_relieved;
}

}  // namespace

// 健康保険法74条1項1号・2号
Result<Decision<Date>> elderly_from(Date born, Date on) {
  const auto age = KENPO_TRY(law::Book::carried().count("certificate.elderly.first_age", on));
  const Date reached = base::reaches_age(born, age.value);
  Decision<Date> decision{reached.in_month().plus(1).first_day(), {}};
  decision.basis.push_back({{"年齢に達する日（誕生日の前日）", "Day on which the age is reached"},
                            "年齢計算ニ関スル法律",
                            reached,
                            age.row});
  decision.basis.push_back({{"達した月の翌月1日から", "From the 1st of the month after"},
                            "健康保険法74条1項2号",
                            decision.value});
  return decision;
}

// 健康保険法74条1項2号・3号・110条2項
Result<Decision<std::optional<Rate>>> elderly_share(const ElderlyInput& input) {
  const auto& book = law::Book::carried();
  const Date on = input.month.first_day();
  Decision<std::optional<Rate>> decision;
  auto& basis = decision.basis;

  // From the month after 70 is reached, while a day of the month lies before the 75th birthday.
  auto from = KENPO_TRY(elderly_from(input.person_born, on));
  basis = std::move(from.basis);
  if (on < from.value) return decision;
  const auto last_age = KENPO_TRY(book.count("eligibility.loss_age", on));
  const Date leaves = base::reaches_age(input.person_born, last_age.value).plus_days(1);
  basis.push_back({{"後期高齢者医療に移る日（誕生日）", "Leaves for the scheme of the old on"},
                   "高齢者の医療の確保に関する法律50条・52条",
                   leaves,
                   last_age.row});
  if (leaves <= on) return decision;
  if (had_ten_percent(input.person_born, on)) return former_share();

  const bool active = KENPO_TRY(has_active_income(input, on, basis));
  const auto share = KENPO_TRY(book.rate(
      active ? "certificate.elderly.share.active_income" : "certificate.elderly.share.ordinary",
      on));
  decision.value = share.value;
  basis.push_back(
      {{"一部負担金の割合", "Share of the patient"},
       active ? base::Plain("健康保険法74条1項3号") : base::Plain("健康保険法74条1項2号"),
       share.value,
       share.row});
  return decision;
}

// 健康保険法施行規則55条
Result<Decision<int>> income_year(Month month) {
  const auto first = KENPO_TRY(
      law::Book::carried().count("certificate.elderly.income_year.first_month", month.first_day()));
  // September to December: the year before; January to August: the year before that.
  Decision<int> decision{month.year() - (month.month() >= first.value ? 1 : 2), {}};
  decision.basis.push_back({{"収入をみる年", "Year whose income counts"},
                            "健康保険法施行規則55条",
                            law::Count{decision.value, law::Unit::number},
                            first.row});
  return decision;
}

}  // namespace kenpo::certificate
