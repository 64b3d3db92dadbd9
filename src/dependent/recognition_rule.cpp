#include "dependent/recognition_rule.h"

#include "law/book.h"

namespace kenpo::dependent {

namespace {

using base::Date;
using base::Result;
using base::Share;
using base::Yen;
using law::Basis;
using law::Decision;
using Steps = std::vector<Basis>;

/// 健康保険法3条7項ただし書: people of the scheme of the old (75 and over) are excluded.
Result<bool> is_under_75(const RecognitionInput& input, Steps& basis) {
  const auto age = KENPO_TRY(law::Book::carried().count("eligibility.loss_age", input.on));
  const Date leaves = base::reaches_age(input.born, age.value).plus_days(1);
  const bool under = input.on < leaves;
  basis.push_back({{"後期高齢者医療に移る日（誕生日）より前",
                    "Before the birthday on which the scheme of the old begins"},
                   "健康保険法3条7項ただし書",
                   under,
                   age.row});
  return under;
}

/// 健康保険法3条7項, 施行規則37条の2・37条の3: resident in Japan, or an exception.
bool is_resident(const RecognitionInput& input, Steps& basis) {
  const auto* row = law::Book::carried().find("dependent.residence", input.on);
  if (row == nullptr) return true;
  const bool resident =
      input.residence == Residence::resident || input.residence == Residence::exception;
  basis.push_back(
      {{"国内に住所がある、または海外特例にあたる", "Resident in Japan, or with an exception"},
       "健康保険法3条7項・施行規則37条の2・37条の3",
       resident,
       row});
  return resident;
}

/// 健康保険法3条7項1号: these relatives may live elsewhere.
Result<bool> may_live_apart(const RecognitionInput& input) {
  switch (input.relation) {
    case Relation::spouse:
    case Relation::child:
    case Relation::grandchild:
    case Relation::parent:
    case Relation::grandparent:
      return true;
    // Older brothers and sisters only since a day of the book; before, the two are not told apart.
    case Relation::sibling:
      if (input.household == Household::other) {
        (void)KENPO_TRY(law::Book::carried().text("dependent.sibling_apart", input.on));
      }
      return true;
    // 2号から4号: the same household is needed.
    case Relation::third_degree:
    case Relation::spouse_parent:
    case Relation::partner_parent:
    case Relation::partner_child:
      break;
  }
  return false;
}

/// Wages by contract count from 2026-04-01, and only for people with nothing but wages.
Yen earned(const RecognitionInput& input, Steps& basis) {
  const auto* row = law::Book::carried().find("dependent.contract_income", input.on);
  const bool wages_only = input.other_income == Yen() && input.unemployment_daily == Yen();
  if (row == nullptr || !input.contract_income || !wages_only) {
    basis.push_back({{"今後1年間の収入見込み", "Income expected in the next year"},
                     "昭52.4.6保発9号",
                     input.income});
    return input.income;
  }
  basis.push_back({{"労働契約による年間収入（給与収入のみ）", "Income by the labour contract"},
                   "令7.10.1保保発1001第3号",
                   *input.contract_income,
                   row});
  return *input.contract_income;
}

/// The yearly income: earned, and unemployment benefit as if it were paid all year.
Result<Yen> yearly_income(const RecognitionInput& input, Steps& basis) {
  const Yen income = earned(input, basis);
  if (input.unemployment_daily == Yen()) return income;
  const auto days =
      KENPO_TRY(law::Book::carried().count("dependent.unemployment.year_days", input.on));
  const Yen benefit = input.unemployment_daily * days.value;
  basis.push_back({{"雇用保険の給付（日額の360日分）", "Unemployment benefit of 360 days"},
                   "昭52.4.6保発9号",
                   benefit,
                   days.row});
  return income + benefit;
}

/// Same household: under half of the insured person's income. From half on the society judges;
/// above that income the insured person is not the one who maintains.
Result<Recognition> in_same_household(Yen income, const RecognitionInput& input, Steps& basis) {
  if (!input.insured_income) return Recognition::yes;
  const auto part = KENPO_TRY(law::Book::carried().rate("dependent.half_of_income", input.on));
  const Share half = Share(*input.insured_income) * part.value;
  const bool under = Share(income) < half;
  basis.push_back({{"被保険者の年間収入", "Income of the insured person"},
                   "昭52.4.6保発9号",
                   *input.insured_income});
  basis.push_back({{"被保険者の収入の2分の1に満たない", "Under half of it"},
                   "昭52.4.6保発9号",
                   under,
                   part.row});
  if (under) return Recognition::yes;
  const bool above = income > *input.insured_income;
  basis.push_back({{"被保険者の収入を上回る", "Above it"}, "昭52.4.6保発9号", above});
  return above ? Recognition::no : Recognition::judgement;
}

/// Another household: under what the insured person sends.
Recognition in_other_household(Yen income, const RecognitionInput& input, Steps& basis) {
  const bool under = income < input.remittance;
  basis.push_back(
      {{"年間の仕送り額", "Money sent in a year"}, "昭52.4.6保発9号", input.remittance});
  basis.push_back(
      {{"収入が仕送り額に満たない", "Income under the money sent"}, "昭52.4.6保発9号", under});
  return under ? Recognition::yes : Recognition::no;
}

}  // namespace

// 健康保険法3条7項; 昭52.4.6保発9号
Result<Decision<Recognition>> recognise(const RecognitionInput& input) {
  Decision<Recognition> decision{Recognition::no, {}};
  auto& basis = decision.basis;
  // 1. Not in the scheme of the old.
  if (!KENPO_TRY(is_under_75(input, basis))) return decision;
  // 2. Resident in Japan.
  if (!is_resident(input, basis)) return decision;
  // 3. Of the same household where the relation asks for it.
  const bool apart_allowed = KENPO_TRY(may_live_apart(input));
  const bool household_fits = apart_allowed || input.household == Household::same;
  basis.push_back({{"続柄に必要な同居をしている", "Lives together where the relation needs it"},
                   "健康保険法3条7項",
                   household_fits});
  if (!household_fits) return decision;
  // 4. Under the limit.
  const Yen income = KENPO_TRY(yearly_income(input, basis));
  const auto limit =
      KENPO_TRY(income_limit(input.on, input.born, input.relation, input.disability));
  basis.insert(basis.end(), limit.basis.begin(), limit.basis.end());
  const bool under_limit = income < limit.value;
  basis.push_back(
      {{"収入が基準に満たない", "Income under the limit"}, "昭52.4.6保発9号", under_limit});
  if (!under_limit) return decision;
  // 5. Maintained by the insured person.
  decision.value = input.household == Household::same
                       ? KENPO_TRY(in_same_household(income, input, basis))
                       : in_other_household(income, input, basis);
  return decision;
}

}  // namespace kenpo::dependent
