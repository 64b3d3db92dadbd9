#include "dependent/income_limit_rule.h"

#include "law/book.h"

namespace kenpo::dependent {

namespace {

using base::Date;
using base::Result;
using base::Yen;
using law::Decision;

constexpr int december = 12;
constexpr int last_of_december = 31;

base::Plain limit_notice() { return "昭52.4.6保発9号"; }

/// 19 to 22 on 31 December of the year; not the spouse. False before the limit for them began.
Result<bool> is_young(Date on, Date born, Relation relation, std::vector<law::Basis>& basis) {
  const auto& book = law::Book::carried();
  if (relation == Relation::spouse || !book.find("dependent.income_limit.young", on)) return false;
  const auto first = KENPO_TRY(book.count("dependent.income_limit.young_first_age", on));
  const auto last = KENPO_TRY(book.count("dependent.income_limit.young_last_age", on));
  const Date year_end = *Date::make(on.year(), december, last_of_december);
  const int age = base::age_on(born, year_end);
  basis.push_back({{"12月31日現在の年齢", "Age on 31 December"},
                   limit_notice(),
                   law::Count{age, law::Unit::years},
                   first.row});
  return first.value <= age && age <= last.value;
}

}  // namespace

// 昭52.4.6保発9号
Result<Decision<Yen>> income_limit(Date on, Date born, Relation relation, Disability disability) {
  const auto& book = law::Book::carried();
  Decision<Yen> decision;
  auto& basis = decision.basis;
  const auto decide = [&](std::string_view name, base::Words step) -> Result<Decision<Yen>> {
    const auto limit = KENPO_TRY(book.yen(name, on));
    decision.value = limit.value;
    basis.push_back({std::move(step), limit_notice(), limit.value, limit.row});
    return std::move(decision);
  };

  // 60 or over, or disabled: also at 19 to 22.
  const auto older_age = KENPO_TRY(book.count("dependent.income_limit.older_age", on));
  const int age = base::age_on(born, on);
  basis.push_back({{"認定日の年齢", "Age on the day of recognition"},
                   "年齢計算ニ関スル法律",
                   law::Count{age, law::Unit::years},
                   older_age.row});
  if (disability == Disability::disabled) {
    return decide("dependent.income_limit.older_or_disabled",
                  {"障害者の収入基準", "Limit of disabled people"});
  }
  if (age >= older_age.value) {
    return decide("dependent.income_limit.older_or_disabled",
                  {"60歳以上の収入基準", "Limit from 60 years"});
  }
  // 19 to 22, not the spouse, recognised from 2025-10-01.
  if (KENPO_TRY(is_young(on, born, relation, basis))) {
    return decide("dependent.income_limit.young",
                  {"19歳以上23歳未満の収入基準", "Limit of 19 to 22 years"});
  }
  return decide("dependent.income_limit.ordinary", {"収入基準", "Limit"});
}

}  // namespace kenpo::dependent
