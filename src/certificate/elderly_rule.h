// The share of people of 70 to 74 (高齢受給者の一部負担金の割合): Health Insurance Act arts 74(1)
// and 110(2), Order art 34, Regulation arts 55 and 56.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::certificate {

enum class Person : std::uint8_t { insured, dependent };

/// What an application for relief (基準収入額適用申請) says.
struct Relief {
  base::Yen income;  // gross receipts of the income year of the members from 70 together
  int members = 1;   // how many they are; 2 with a former dependent who left at 75 (within 5 years)
};

struct ElderlyInput {
  base::Month month;  // of treatment
  base::Date insured_born;
  base::Date person_born;  // the same for the insured person
  Person person = Person::insured;
  base::Yen standard;                 // the insured person's in the month
  std::optional<Relief> relief = {};  // none = not applied for
};

/// The first day on which the share of these ages holds: the 1st of the month after 70 is reached.
/// `on` chooses the law.
base::Result<law::Decision<base::Date>> elderly_from(base::Date born, base::Date on);

/// 20 % or 30 %; nullopt up to the month in which 70 is reached and once the person is 75 (from the
/// month of the birthday when that is the 1st, else from the month after). A fault for people who
/// had the former 10 %.
base::Result<law::Decision<std::optional<base::Rate>>> elderly_share(const ElderlyInput& input);

/// The calendar year whose income counts for a month of treatment.
base::Result<law::Decision<int>> income_year(base::Month month);

}  // namespace kenpo::certificate
