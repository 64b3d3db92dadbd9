// Recognition of a dependent (被扶養者の認定): Health Insurance Act art 3(7), Regulation arts 37-2
// and 37-3, notice 昭52.4.6 保発9号, notice 令7.10.1 保保発1001第3号.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "dependent/income_limit_rule.h"
#include "dependent/relation.h"
#include "law/decision.h"

namespace kenpo::dependent {

enum class Household : std::uint8_t { same, other };

/// Registered in Japan; abroad with an exception (海外特例); neither; here on a medical-stay or
/// long tourism visa.
enum class Residence : std::uint8_t { resident, exception, none, excluded_visa };

/// What the law answers: yes, no, or that the society has to look at the household as a whole.
enum class Recognition : std::uint8_t { yes, no, judgement };

struct RecognitionInput {
  base::Date on;  // day of recognition
  base::Date born;
  Relation relation = Relation::spouse;
  Household household = Household::same;
  Residence residence = Residence::resident;
  Disability disability = Disability::none;
  base::Yen income;        // expected in the next year, without unemployment benefit
  base::Yen other_income;  // of it, what is not wages
  std::optional<base::Yen> contract_income;  // wages by the labour contract, when it was handed in
  base::Yen unemployment_daily;              // 雇用保険の基本手当日額
  std::optional<base::Yen> insured_income;   // none = not compared
  base::Yen remittance;                      // 仕送り of a year, for another household
};

/// The answer with every test up to the one that decided. A fault where the law book has no rule:
/// a brother or sister of another household before 2016-10-01.
base::Result<law::Decision<Recognition>> recognise(const RecognitionInput& input);

}  // namespace kenpo::dependent
